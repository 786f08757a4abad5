import type { DangerResult } from '../../core/danger.js';
import type { DangerInput } from './input.js';
/**
 * What is dangerous about a change, judged by the base's `cairn.yaml`: what its rules say, and what it silences. Where
 * base has none the head's rules count, but never its silences: no change accepts its own dangers.
 */
export declare function dangersOf(given: DangerInput): DangerResult;
