import type { Layer } from '../../core/layer.js';
import type { Strategy } from '../../core/strategy.js';
import type { Value } from '../../core/value.js';
import type { Complaints } from './complaints.js';
import type { Trace } from './trace.js';
/** Who watches a merge. None of them changes its result. */
export interface Watchers {
    readonly trace?: Trace;
    readonly complaintsAbout?: (layer: Layer, index: number) => Complaints;
}
/** The one walk over a document's layers: the merge, its findings and its provenance all come from here. */
export declare function foldLayers(layers: readonly Layer[], strategy: Strategy | undefined, watchers: Watchers): Value;
