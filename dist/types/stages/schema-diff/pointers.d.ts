import type { Tokens } from '../../core/pointer.js';
import type { Pair } from './walk.js';
/** Where in documents each pair counts: the shortest pointers, at most so many; one at least. */
export declare function pointersOf(pairs: readonly Pair[], most: number): ReadonlyMap<Pair, readonly Tokens[]>;
