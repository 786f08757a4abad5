import { type Value } from '../../core/value.js';
import type { Folding } from './folding.js';
import { type Spot } from './spot.js';
/** Nulls in mappings are values in a first layer and under `!replace`; elsewhere they remove what is not there. */
export type Nulls = 'keep' | 'drop';
/**
 * What a layer says where nothing lies below that it could be merged with. Returned as it is wherever possible, so that
 * the result shares it; copied only on the way to nulls and `$remove` elements that fall away.
 */
export declare function take(value: Value, spot: Spot, run: Folding, nulls: Nulls): Value;
