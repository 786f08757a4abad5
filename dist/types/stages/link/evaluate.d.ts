import type { ReferenceTarget } from '../../core/effective.js';
import type { Measure } from './measure.js';
import type { Outcome, TextNode, TextResult } from './nodes.js';
export interface Evaluation {
    readonly measure: Measure;
    /** Asked once for each reference of the text, in order. */
    readonly outcomeOf: (target: ReferenceTarget) => Outcome;
}
/**
 * What a text resolves to. A text that is one reference takes the target's value, whatever its type; elsewhere scalars
 * are written into the text: opaque ones make all of it opaque, holes make it a hole.
 */
export declare function evaluateText(node: TextNode, { measure, outcomeOf }: Evaluation): TextResult;
