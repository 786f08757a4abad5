import type { Problem } from './problem.js';
/** One problem for each value and each key, however many schemas find it. */
export declare function distinct(problems: readonly Problem[]): readonly Problem[];
