import { type Write, type Writing } from './writing.js';
/** `minContains` and `maxContains`, where they count. */
export declare function containsLimits({ node }: Writing): {
    readonly minContains?: number;
    readonly maxContains?: number;
};
export declare const PLAIN: ReadonlyMap<string, Write>;
