import type { Linked } from '../../core/effective.js';
import { type Report } from '../../core/finding.js';
import type { NearestBudget } from '../../core/nearest.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import type { Undecided, Validator } from '../../core/validation.js';
import { type Knowledge } from './subject.js';
export { createSchemaCheck } from './check-schema.js';
export interface ValidateRun {
    readonly validator: Validator;
    readonly report: Report;
    readonly provenance?: Knowledge;
    /** For names that are near: one for all the documents of a run. */
    readonly budget?: NearestBudget;
}
/**
 * Validates an effective document and reports what is wrong with it: each mistake once, at the place in the layer that
 * made it, in the words of a person. What the opaque leaves leave open is returned, for the run to say that a key would
 * decide it; what holes leave open is not, for their findings have been reported.
 *
 * @param root a schema that `createSchemaCheck` found usable.
 */
export declare function validateDocument(linked: Linked, root: SchemaNode, run: ValidateRun): readonly Undecided[];
