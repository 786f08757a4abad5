import { type Finding, type SettledFinding } from './finding.js';
/**
 * Gathers the findings of a run, unit of work by unit of work. Closing a unit works out its lines and columns, so that
 * its texts can be dropped, and folds what was found in several environments or documents for one mistake into one.
 */
export declare class Collector {
    #private;
    /** Bound, so that it can be handed to stages as their `Report`. */
    readonly report: (found: Finding) => void;
    /** A collector that starts with what this one has settled and leaves it alone. */
    fork(): Collector;
    /** Takes over what another one has settled, as if it had been found here; nothing may have been found yet. */
    adopt(other: Collector): void;
    /** Takes in what another one has settled, as if it had been found here now. That one goes on to be used. */
    absorb(other: Collector): void;
    /** Settles what the unit found. */
    close(): void;
    /** Forgets what the open unit found: it is about to be done again. */
    discard(): void;
    /** All findings, by place, then severity, then rule. */
    findings(): SettledFinding[];
}
/** UTF-16 order: the same on every machine, whatever its locale. */
export declare function compareText(a: string, b: string): number;
