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
    /**
     * Nobody loses what a file that is gone had; of one that is new everybody is told who could open none of those that
     * are gone.
     *
     * @returns changes at `/sops/age/<recipient>` and `/sops/shamir_threshold`, where no value can be
     */
    between(before: Linked | undefined, after: Linked | undefined): readonly Change[];
}
