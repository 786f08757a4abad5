import { type Tokens } from '../../core/pointer.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import type { RawIssue, ValidationOutcome, Validator } from '../../core/validation.js';
import type { Problem, Teller } from './problem.js';
import type { Subject } from './subject.js';
/** Turns what a validator found into problems as a person would tell them. */
export declare class Telling implements Teller {
    #private;
    readonly subject: Subject;
    constructor(subject: Subject, validator: Validator);
    ask(schema: SchemaNode, tokens: Tokens): ValidationOutcome;
    problems(issues: readonly RawIssue[]): readonly Problem[];
    general({ keyword, schema, tokens }: RawIssue): Problem;
}
