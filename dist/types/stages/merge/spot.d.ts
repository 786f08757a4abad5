import type { Layer } from '../../core/layer.js';
import type { Tokens } from '../../core/pointer.js';
import { type Strategy } from '../../core/strategy.js';
import type { TagTree } from '../../core/tree.js';
import type { Path } from './path.js';
import type { Trace } from './trace.js';
/** Where the merge stands in the layer that it folds in, and what applies there. */
export interface Spot extends Path {
    readonly up: Spot | undefined;
    /** The token in the value so far; differs from `token` for elements of keyed lists. */
    readonly lowToken: string;
    readonly strategy: Strategy | undefined;
    readonly tags: TagTree | undefined;
    readonly trace: Trace | undefined;
}
export declare function rootSpot(layer: Layer, strategy: Strategy | undefined, trace: Trace | undefined): Spot;
export declare function keySpot(parent: Spot, key: string, trace: Trace | undefined): Spot;
/** @param low index of the element that this one is merged with or stands beside, in the value so far. */
export declare function itemSpot(parent: Spot, index: number, low: number, trace: Trace | undefined): Spot;
/** A spot's tokens in the value so far; `tokensTo` gives those in the layer. */
export declare function lowTokensTo(spot: Spot): Tokens;
