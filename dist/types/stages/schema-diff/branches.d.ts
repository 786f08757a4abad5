import { type Asking, type Aspect } from './difference.js';
import type { Edge } from './entries.js';
import { type View } from './view.js';
/** `oneOf` and `anyOf`. What changes inside alternatives is told there. */
export declare const unions: Aspect;
/** The alternatives that stand for one another, on both sides. */
export declare function branchEdges(base: View, head: View, asking: Asking): Generator<Edge>;
