import { type Value } from '../../core/value.js';
/** Different values, in their order, with a quick answer to whether one is among them. */
export interface Distinct {
    readonly values: readonly Value[];
    readonly has: (value: Value) => boolean;
}
export declare function distinct(values: readonly Value[]): Distinct;
