import type { LayerSource } from './core/discovery.js';
import type { FileLayer } from './core/layer.js';
import { type Tree } from './core/tree.js';
import type { HowToRead } from './reading.js';
/** The layers of a source. */
export type LayersOf = (source: LayerSource) => readonly FileLayer[];
/**
 * Reads the layers of one document: each file is read and parsed once, however many environments ask for it, and
 * dropped with the document. Files that discovery had to read are not read again.
 */
export declare function createLayers(parse: (path: string, how: HowToRead) => readonly Tree[]): LayersOf;
