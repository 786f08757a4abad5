import type { Change } from '../core/change.js';
import type { Opener } from '../core/opener.js';
import type { SecretFiles } from '../secret-files.js';
import type { PerEnvironment } from '../stages/diff/fold.js';
import type { Workspace } from '../workspace.js';
export interface ResealedInput {
    readonly opener: Opener;
    readonly base: {
        readonly workspace: Workspace;
        readonly files: SecretFiles;
    };
    readonly head: {
        readonly workspace: Workspace;
        readonly files: SecretFiles;
    };
}
/**
 * Finds out with a key which values that were encrypted anew are another value: those that are not are no changes.
 * Where a side may not be opened, or no key opens it, that stays open.
 */
export declare function settleResealed(changes: readonly PerEnvironment<Change>[], { opener, base, head }: ResealedInput): Promise<PerEnvironment<Change>[]>;
