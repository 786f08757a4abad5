import type { Asking, Aspect } from './difference.js';
import { type Edge } from './entries.js';
import { type View } from './view.js';
/** `if`, `then`, `else`. A condition that changes is not looked into: it counts as another one. */
export declare const clauses: Aspect;
/** `not`. */
export declare const negations: Aspect;
/** `dependentSchemas`: what a key brings along. */
export declare const dependents: Aspect;
/** `contains` with its counts. */
export declare const contents: Aspect;
/** What stands for one another under conditions, on both sides. */
export declare function conditionEdges(base: View, head: View, asking: Asking): Generator<Edge>;
