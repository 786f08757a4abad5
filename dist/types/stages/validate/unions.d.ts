import type { RawIssue } from '../../core/validation.js';
import type { Problem, Teller } from './problem.js';
/**
 * Says what is wrong with a value that none of the branches of a union fits, or more than one: which branch was meant
 * (by its tag, by the kind of value, by what fits best), and what is wrong in that.
 */
export declare function unionProblems(issue: RawIssue, telling: Teller): readonly Problem[];
