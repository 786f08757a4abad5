import { type Value } from '../../core/value.js';
import type { Folding } from './folding.js';
import { type Spot } from './spot.js';
/** Reports what a reviewer should know about a value that takes another one's place: a changed kind, a bared secret. */
export declare function checkReplaced(low: Value, high: Value, spot: Spot, run: Folding): void;
