import { Opaque } from '../../core/opaque.js';
import type { Tokens } from '../../core/pointer.js';
import { type Value } from '../../core/value.js';
export type Dropped = (tokens: Tokens, leaf: Opaque) => void;
/** Is given what is no opaque leaf and goes with the list that it is in: scalars, and what is empty. */
export type DroppedToo = (tokens: Tokens, leaf: Value) => void;
/**
 * A copy without opaque leaves; subtrees that hold none are shared. `undefined` for an opaque leaf itself.
 *
 * @param path where the value stands; used while working, and left as it was
 * @param dropped called with each opaque leaf
 */
export declare function withoutOpaque(value: Value, path: string[], dropped: Dropped, droppedToo?: DroppedToo): Value | undefined;
