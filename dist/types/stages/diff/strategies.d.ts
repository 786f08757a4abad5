import { type Strategy } from '../../core/strategy.js';
import { type Value } from '../../core/value.js';
/** Whether the schema puts a value, or anything in it, under `x-secret`. */
export declare function holdsSecret(value: Value | undefined, strategy: Strategy | undefined): boolean;
