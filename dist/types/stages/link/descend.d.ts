import type { Tokens } from '../../core/pointer.js';
import { type Value } from '../../core/value.js';
import type { Outcome } from './nodes.js';
/**
 * What is at `inside` in a value in which nothing is left to resolve; a hole for whatever is in a hole.
 *
 * @param above tokens that lead to the value, for the failure to name
 */
export declare function descend(value: Value, above: Tokens, inside: Tokens): Outcome;
