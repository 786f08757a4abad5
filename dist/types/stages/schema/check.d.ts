import { type Report } from '../../core/finding.js';
import { type SchemaNode, type SchemaSet } from '../../core/schema/schemas.js';
/**
 * Checks what the schema files of a set say beyond what a JSON Schema validator looks at: references, our own keywords,
 * defaults, identifiers, and that no pointer has more schemas than can be looked at. Findings are in the schema files.
 *
 * @param kinds the schemas of the kinds, from which `x-merge` must be reached; where they are not given, all files'.
 * @returns the paths of the files that have more than can be looked at
 */
export declare function checkSchemas(schemas: SchemaSet, report: Report, kinds?: Iterable<SchemaNode>): ReadonlySet<string>;
