import { type Report } from '../../core/finding.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
/**
 * Makes the check whether a schema can validate anything: that its file, and every file that it leads to, holds what
 * JSON Schema asks for. Each file is checked once; what is wrong in it is reported in it. A `$ref` that leads nowhere
 * counts as wrong but is not reported here.
 */
export declare function createSchemaCheck(report: Report): (schema: SchemaNode) => boolean;
