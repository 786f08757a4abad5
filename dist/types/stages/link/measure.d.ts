import { type Value } from '../../core/value.js';
export interface Extent {
    /** Nodes, and the characters of keys and strings, shared parts counted as often as they are used. */
    readonly size: number;
    /** 0 for a scalar. */
    readonly depth: number;
}
/**
 * Measures values. Resolved values share subtrees, so that a small graph can stand for an enormous document; each
 * shared mapping and list is therefore walked once.
 */
export declare class Measure {
    #private;
    of(value: Value): Extent;
}
