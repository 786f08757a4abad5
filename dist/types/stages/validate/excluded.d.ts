import { type Message } from '../../core/message.js';
import type { NearestBudget } from '../../core/nearest.js';
import type { RawIssue } from '../../core/validation.js';
import type { Problem } from './problem.js';
import type { Subject } from './subject.js';
/** What a `not` excludes; `undefined` where that has no short words. */
export declare function excludedProblem({ schema, keyword, tokens }: RawIssue, subject: Subject): Problem | undefined;
/** A key or item whose schema is `false`. */
export declare function forbiddenProblem({ schema, tokens }: RawIssue): Problem;
/** What the schema of `propertyNames` asks of a name, for what people ask of names. */
export declare function nameRule({ schema, keyword }: RawIssue, key: string, budget: NearestBudget): Message | undefined;
