import type { Effective } from '../../core/effective.js';
import type { Message } from '../../core/message.js';
import { Measure } from './measure.js';
import type { TextNode } from './nodes.js';
import { type HoldingText } from './walk.js';
import type { LinkWorld } from './world.js';
/** The resolver of a world: one for all documents that are linked in it. */
export declare function resolverOf(world: LinkWorld): Resolver;
/** Resolves references, each target once, in the order in which they need each other. */
export declare class Resolver {
    #private;
    readonly measure: Measure;
    constructor(world: LinkWorld);
    /** Every document of the repository. */
    get documents(): ReadonlySet<string>;
    /** The hint for the name of a document that does not exist: many documents may have the same mistake. */
    documentHint(wanted: string): Message;
    /** Resolves the given texts of a document; the nodes come in their order. */
    resolve(effective: Effective, found: readonly HoldingText[]): readonly TextNode[];
    /** A document of the environment. */
    lookup(document: string): Effective | undefined;
}
