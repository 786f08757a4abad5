import type { Layer } from '../../core/layer.js';
import type { Mapping, Value } from '../../core/value.js';
import type { Complaints } from './complaints.js';
import type { Spot } from './spot.js';
import type { Site } from './trace.js';
/** One layer being folded into the value so far. */
export interface Folding {
    readonly layer: Layer;
    /** Its position among the layers. */
    readonly index: number;
    /** The mappings that this merge has made itself and may therefore change; all others belong to layers. */
    readonly owned: Set<Mapping>;
    /** Absent where nobody asked for findings. */
    readonly complaints: Complaints | undefined;
}
/** Folds what a layer says at a spot into what the layers below say there. */
export type Fold = (low: Value | undefined, high: Value, spot: Spot, run: Folding) => Value;
export declare function siteOf(spot: Spot, { layer, index }: Folding): Site;
