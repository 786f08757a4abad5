import { type Report } from '../../core/finding.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
/** Checks that each `$ref` and `$dynamicRef` of a schema file leads to a schema (`schema/unknown-reference`). */
export declare function checkReferences(root: SchemaNode, report: Report): void;
