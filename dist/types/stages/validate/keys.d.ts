import { type Message } from '../../core/message.js';
import type { Tokens } from '../../core/pointer.js';
import type { RawIssue } from '../../core/validation.js';
import type { Problem } from './problem.js';
import type { Subject } from './subject.js';
/** Whether an issue is about a key that is missing or not allowed. */
export declare function isAboutKey({ keyword, key }: RawIssue): boolean;
/** What is wrong with the keys of one mapping. A key that is missing because it is misspelt is one mistake, not two. */
export declare function keyProblems(issues: readonly RawIssue[], subject: Subject): readonly Problem[];
/** A key that no schema knows and that looks like one that is missing: that is where to look. */
export declare function misspelling(tokens: Tokens, key: string, subject: Subject): Pick<Problem, 'about' | 'message'> | undefined;
/** A name that a mapping may not use for a key. */
export declare function keyNameProblem({ schema, keyword, tokens, key }: RawIssue, why: () => Message): Problem;
