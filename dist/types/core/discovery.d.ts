import type { LayoutEntry } from './config.js';
import type { DocumentId } from './document.js';
import type { EnvironmentDefinition } from './environment.js';
import type { Tokens } from './pointer.js';
import type { Tree } from './tree.js';
/** A layer before its file is read: which part of which file speaks of a document, and for which environment. */
export interface LayerSource {
    readonly path: string;
    readonly entry: LayoutEntry;
    /** The environment it belongs to; null for a layer below every environment. */
    readonly environment: string | null;
    /** Which document of a stream it is; absent: the whole file, every document of a stream in order. */
    readonly document?: number;
    /** Where in the file's document the layer's subtree is; empty for all of it. */
    readonly at: Tokens;
    /** The file's documents, where discovery had to read them to learn names or environments. */
    readonly trees?: readonly Tree[];
}
/** All that the repository says of one document, over all environments; in no particular order. */
export interface DocumentSources {
    readonly id: DocumentId;
    readonly sources: readonly LayerSource[];
}
/** What there is in a repository: which files are layers of which documents, and which environments are defined. */
export interface Discovery {
    /** By `kind/name`, sorted by kind, then name (UTF-16 order). */
    readonly documents: ReadonlyMap<string, DocumentSources>;
    /** Layers of every document of a kind (`name: '*'`), by kind. */
    readonly shared: ReadonlyMap<string, readonly LayerSource[]>;
    /** Sorted by name. */
    readonly environments: readonly EnvironmentDefinition[];
    /** Files that hold one document's plain layer or several: paths that are read, each once. */
    readonly files: readonly string[];
}
