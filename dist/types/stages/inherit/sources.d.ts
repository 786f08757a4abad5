import type { LayerSource } from '../../core/discovery.js';
/** Layers by the environment that they belong to, in order of precedence; null for those below every environment. */
export type SourceIndex = ReadonlyMap<string | null, readonly LayerSource[]>;
export declare function indexSources(sources: readonly LayerSource[]): SourceIndex;
/**
 * The layers of a lineage, lowest precedence first.
 *
 * @param shared layers of every document of the kind, if it has any
 * @param lineage highest precedence first
 */
export declare function stack(own: SourceIndex, shared: SourceIndex | undefined, lineage: readonly string[]): readonly LayerSource[];
