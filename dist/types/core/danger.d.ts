import type { SettledFinding } from './finding.js';
import type { Location } from './place.js';
/** What is dangerous about a change: what rules about dangers find between a base and a head. */
export interface DangerResult {
    /** What nobody has silenced, by place. */
    readonly findings: readonly SettledFinding[];
    /** What `cairn.yaml` of the base accepts. */
    readonly silenced: readonly SilencedDanger[];
    /** Whose `cairn.yaml` says how severe rules are and what they look at: head's only where base has none. */
    readonly judgedBy: 'base' | 'head';
}
/** A danger that somebody accepted before. */
export interface SilencedDanger {
    readonly finding: SettledFinding;
    /** As written in `cairn.yaml`: escape it. */
    readonly reason: string;
    /** Where the base's `cairn.yaml` says so. */
    readonly location: Location;
    /** The last day on which it counts. */
    readonly until?: string;
}
/** A file that is not the same at base and head. */
export interface FileChange {
    readonly path: string;
    readonly kind: 'added' | 'changed' | 'removed';
}
export declare const NO_DANGERS: DangerResult;
