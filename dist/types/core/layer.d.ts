import { type Place } from './place.js';
import type { Tokens } from './pointer.js';
import { type TagTree, type Tree } from './tree.js';
import type { Value } from './value.js';
/** What one place says of one document: a file, a subtree of one, one document of a stream, or run variables. */
export type Layer = FileLayer | VariableLayer;
export interface FileLayer {
    readonly from: 'file';
    readonly tree: Tree;
    /** Index of the layer's root node in the tree: 0, or where the layout entry's `at` leads. */
    readonly node: number;
    readonly value: Value;
    readonly tags?: TagTree;
    /** The environment it belongs to; null for a layer below every environment. */
    readonly environment: string | null;
    /** Whether the file is a SOPS file: its sealed leaves are ciphertext. */
    readonly encrypted: boolean;
    /** Where below its root the layout reads the document's name or its environments: what must differ between layers. */
    readonly namedAt?: readonly Tokens[];
}
export interface VariableLayer {
    readonly from: 'variables';
    readonly value: Value;
    /** The variable that supplies the value at a pointer. */
    readonly names: ReadonlyMap<string, string>;
    /** Where `cairn.yaml` maps a variable, by its name. */
    readonly mappedAt?: ReadonlyMap<string, Place>;
    readonly environment: null;
    readonly encrypted: false;
}
/**
 * Where a layer says what it says at `tokens` (relative to the layer's root). A pointer that the layer lacks gives the
 * nearest parent that it has.
 *
 * @param part `key` for findings about the key itself (of a run variable: where `cairn.yaml` maps it), `value` for
 * those about what it holds.
 */
export declare function placeIn(layer: Layer, tokens: Tokens, part: 'key' | 'value'): Place;
