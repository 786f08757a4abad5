import type { Change } from '../core/change.js';
import type { Linked } from '../core/effective.js';
import type { Workspace } from '../workspace.js';
/** Tells who can open the encrypted files of a document, and could not before: a change like one of its values. */
export declare class RecipientChanges {
    #private;
    constructor({ base, head }: {
        readonly base: Workspace;
        readonly head: Workspace;
    });
    /** @returns changes at `/sops/age/<recipient>`, where SOPS keeps them and no value can stand */
    between(before: Linked | undefined, after: Linked | undefined): readonly Change[];
}
