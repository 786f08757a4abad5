import type { Change } from '../../core/change.js';
import { type Applying } from '../../core/review.js';
/** What has to be done with each document, by the change of it that asks for most; what asks for most first. */
export declare function applyingOf(changes: readonly Change[]): Applying[];
