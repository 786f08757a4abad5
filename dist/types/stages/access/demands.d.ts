import type { Access, AccessResult, Review } from '../../core/access.js';
import type { Change } from '../../core/change.js';
import type { Environment } from '../../core/environment.js';
/** What is known of one side of a pull request. */
export interface AccessSide {
    /** Absent where there is no `access.yaml`. */
    readonly access?: Access;
    readonly environments: ReadonlyMap<string, Environment>;
}
export interface AccessInput {
    readonly base: AccessSide;
    readonly head: AccessSide;
    /** Effective changes, folded over environments: what an environment overrides is not among them. */
    readonly changes: readonly Change[];
    /** Login of the author of the pull request. */
    readonly author?: string;
    /** The latest review of each reviewer on the current head; absent where they were not read. */
    readonly reviews?: readonly Review[];
    /** Logins by `organisation/team`; a team that is not there is not known. */
    readonly teams?: ReadonlyMap<string, readonly string[]>;
}
/**
 * Who must approve a change, by what it does to each environment, and what is still missing. The base's rules ask; a
 * rule chooses an environment that it matches at base or head, so that relabelling one escapes nothing.
 */
export declare function demandsOf(input: AccessInput): AccessResult;
