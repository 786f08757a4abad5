import type { Change } from '../../core/change.js';
import type { Routine } from '../../core/review.js';
/**
 * Whether nothing but versions goes up: each change is of a leaf whose key ends in `image`, `tag`, `version`,
 * `revision`, `digest` or `chart` (or their plurals), from one version to a later one or from one digest or commit to
 * another, and an image stays the same image. `undefined` where it is something else, or nothing.
 */
export declare function routineOf(changes: readonly Change[]): Routine | undefined;
