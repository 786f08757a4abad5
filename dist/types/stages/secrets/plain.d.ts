import { type Linked, type ReferenceTarget } from '../../core/effective.js';
import { type Report } from '../../core/finding.js';
import { type Tokens } from '../../core/pointer.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import { type Strategy } from '../../core/strategy.js';
/** Whether what a reference leads to is under `x-secret` itself: then it is told there. */
type TargetIsSecret = (target: ReferenceTarget, below: Tokens) => boolean;
export interface PlainRun {
    readonly root: SchemaNode;
    /** The schema's: what may be under `x-secret`, so that nothing else is looked at. */
    readonly strategy: Strategy | undefined;
    readonly report: Report;
    readonly targetIsSecret: TargetIsSecret;
}
/**
 * Reports the values that the schema puts under `x-secret` and that a file has in clear, each collection once; what
 * comes by reference at the reference, unless it is told where that leads. What comes from a run variable or by default
 * is no text of a file; a placeholder is no secret. Only where `x-secret` certainly applies: what may be one is hidden,
 * and nothing more.
 */
export declare function reportPlainSecrets(linked: Linked, run: PlainRun): void;
export {};
