import { type Message } from '../../core/message.js';
import type { Lookup } from './lookup.js';
import type { DocumentName } from './names.js';
import type { NamingWorld } from './world.js';
export type Missing = Exclude<Lookup, {
    readonly documents: readonly string[];
}>;
/** Words what is wrong with names of documents in one environment. */
export declare class Words {
    #private;
    constructor(world: NamingWorld);
    /** What to say of a name that leads nowhere, without the name where that must not be shown. */
    of(named: DocumentName, missing: Missing, isHidden: boolean): Message;
}
