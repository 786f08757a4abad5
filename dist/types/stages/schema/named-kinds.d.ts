import { type Report } from '../../core/finding.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
/**
 * Checks that each `x-ref` of a schema file names a kind that there is, and none that looks misspelt
 * (`schema/keyword-value`).
 *
 * @param known the kinds that there are documents or schemas of, or that `cairn.yaml` names
 * @returns the kinds that were reported
 */
export declare function checkNamedKinds(root: SchemaNode, known: ReadonlySet<string>, report: Report): ReadonlySet<string>;
