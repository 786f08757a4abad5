import { type Linked } from '../../core/effective.js';
import { type Report } from '../../core/finding.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import { type Strategy } from '../../core/strategy.js';
export interface PlainRun {
    readonly root: SchemaNode;
    /** The schema's: what may be under `x-secret`, so that nothing else is looked at. */
    readonly strategy: Strategy | undefined;
    readonly report: Report;
}
/**
 * Reports the values that the schema puts under `x-secret` and that a file has in clear, each collection once. What
 * comes from a run variable, by reference or by default is no text of a file; a placeholder is no secret. Only where
 * `x-secret` certainly applies: what may be one is hidden, and nothing more.
 */
export declare function reportPlainSecrets(linked: Linked, run: PlainRun): void;
