import type { ErrorObject } from 'ajv/dist/2020.js';
import type { RawIssue } from '../../core/validation.js';
import type { CopyOrigin } from './copy.js';
import type { Note } from './instance.js';
/** What ajv found, stripped of everything that could be or quote a value. */
export declare function issuesOf(errors: readonly ErrorObject[], origins: WeakMap<object, CopyOrigin>): readonly RawIssue[];
/** The issues that are not among the others. */
export declare function without(issues: readonly RawIssue[], others: readonly RawIssue[]): readonly RawIssue[];
export declare function deprecations(notes: readonly Note[]): readonly RawIssue[];
