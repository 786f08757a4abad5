import type { Change } from '../../core/change.js';
import type { SettledFinding } from '../../core/finding.js';
import type { ReviewedChange } from '../../core/review.js';
/** Marks the changes at whose place something dangerous or an error is found; that a change is wide is no place. */
export declare function markRisky(changes: readonly Change[], findings: readonly SettledFinding[]): ReviewedChange[];
