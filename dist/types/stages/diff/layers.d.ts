import type { FileLayer, Layer } from '../../core/layer.js';
/** A layer before and after an edit; one side is missing where a layer came or went. */
export interface LayerPair {
    readonly before?: FileLayer;
    readonly after?: FileLayer;
}
/**
 * Finds out which layer after is which layer before, and returns the pairs that do not say the same. A layer is the
 * same one by file, environment and place in the file; failing that by what it says (renamed), or because it is the
 * next one that its environment gained where it lost one. Run variables are no edit of a file and left out.
 */
export declare function editedLayers(before: readonly Layer[], after: readonly Layer[]): LayerPair[];
/** The layer of `layers` that stands where `layer` stood: file, environment and place in the file. */
export declare function counterpart(layer: Layer, layers: readonly Layer[]): Layer | undefined;
