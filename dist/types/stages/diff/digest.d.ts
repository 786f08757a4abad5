import { type Value } from '../../core/value.js';
/**
 * A 32-bit number that is the same for values that are the same, whatever the order of their keys. Says nothing of
 * opaque leaves: all have one digest.
 */
export declare function digest(value: Value): number;
