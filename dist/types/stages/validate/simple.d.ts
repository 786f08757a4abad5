import type { RawIssue } from '../../core/validation.js';
import type { Problem } from './problem.js';
import type { Subject } from './subject.js';
/** The problem that a keyword is about which looks at one value alone; `undefined` for other keywords. */
export declare function simpleProblem(issue: RawIssue, subject: Subject): Problem | undefined;
/** What is wrong with a list as a whole. */
export declare function listProblem(issue: RawIssue, subject: Subject): Problem | undefined;
