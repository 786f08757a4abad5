import type { AccessResult, Review } from '../core/access.js';
import type { BlastRadius } from '../core/blast.js';
import type { Change } from '../core/change.js';
import type { Linked } from '../core/effective.js';
import type { Edge } from '../stages/refer/edge.js';
import type { Workspace } from '../workspace.js';
/** Gathers what documents say of one another while they are checked, to tell afterwards what a change reaches. */
export declare function createReach(head: Workspace): {
    see: (linked: Linked, names: readonly Edge[]) => void;
    radius: (changes: readonly Change[], base: Workspace) => BlastRadius;
};
/** Who proposed a change, and who said what of it. */
export interface People {
    /** Login. */
    readonly author?: string;
    /** The latest review of each reviewer on the current head; absent where they were not read. */
    readonly reviews?: readonly Review[];
    /** Logins by `organisation/team`. */
    readonly teams?: ReadonlyMap<string, readonly string[]>;
}
export interface DemandsInput {
    readonly base: Workspace;
    readonly head: Workspace;
    readonly changes: readonly Change[];
    readonly people?: People | undefined;
}
/** Who must approve a change; `undefined` where no `access.yaml` says so. */
export declare function demandsBetween({ base, head, changes, people }: DemandsInput): AccessResult | undefined;
