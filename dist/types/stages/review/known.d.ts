import type { SettledFinding } from '../../core/finding.js';
import type { ReviewedFinding } from '../../core/review.js';
/**
 * Tells findings that the base has too from those that came with a change: by rule, message and file, whatever line
 * they stand in now. Where the head has more of them than the base, the last ones are new; so is one that the base does
 * not have in one of its environments.
 */
export declare function tellKnown(head: readonly SettledFinding[], base: readonly SettledFinding[]): ReviewedFinding[];
