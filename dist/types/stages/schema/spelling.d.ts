import { type Report } from '../../core/finding.js';
import { type NearestBudget } from '../../core/nearest.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
/**
 * Reports what is probably a misspelt keyword of JSON Schema, `format` or key of a `discriminator`
 * (`schema/keyword-unknown`). What is near to nothing is an annotation, which anybody may add.
 */
export declare function checkSpelling(node: SchemaNode, keyword: string, budget: NearestBudget, report: Report): void;
