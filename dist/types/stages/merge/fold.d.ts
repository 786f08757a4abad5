import { type Value } from '../../core/value.js';
import { type Spot } from './spot.js';
import { type Folding } from './folding.js';
/** Folds what a layer says at a spot into what the layers below say there (RFC 7396, tags and list strategies). */
export declare function fold(low: Value | undefined, high: Value, spot: Spot, run: Folding): Value;
