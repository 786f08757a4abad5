import type { SchemaNode } from '../../core/schema/schemas.js';
import type { Asking, Aspect } from './difference.js';
import type { View } from './view.js';
/** All that decides whether a value is accepted; what is quick to tell first. */
export declare const ASPECTS: readonly Aspect[];
/** Answers whether one schema accepts all that another one accepts. */
export declare class Acceptance implements Asking {
    #private;
    /** Whether there was too much to compare: answers are then no, which is never wrong. */
    isExhausted: boolean;
    /** Bound, so that they can be handed on. */
    readonly within: (narrow: View, wide: View) => boolean;
    readonly apart: (one: View, other: View) => boolean;
    readonly same: (one: SchemaNode, other: SchemaNode) => boolean;
    constructor();
    /** Whether there is still something to spend. */
    spend(work: number): boolean;
}
