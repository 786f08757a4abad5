/** What a change reaches. */
export interface BlastRadius {
    /** Protected environments first, then those in which most is reached. */
    readonly reaches: readonly Reach[];
    /** How many environments there are in all, and how many of them are protected. */
    readonly environments: number;
    readonly protected: number;
    /** Documents that change somewhere, and documents that depend on some that changes. */
    readonly documents: number;
    readonly dependents: number;
}
/** Environments in which the same is reached. */
export interface Reach {
    /** Sorted. */
    readonly environments: readonly string[];
    /** At base or head. */
    readonly protected: boolean;
    /** What changes, `kind/name`, sorted. */
    readonly documents: readonly string[];
    /** What depends on it, the nearest first. */
    readonly dependents: readonly ReachedDocument[];
}
/** A document that depends on one that changes and does not change itself. */
export interface ReachedDocument {
    /** `kind/name`. */
    readonly document: string;
    /** What leads from it to the one that changes, that one last; of several ways a shortest. */
    readonly way: readonly string[];
}
