import { type SpanPlace } from './place.js';
import type { Tokens } from './pointer.js';
import type { Source } from './source.js';
import type { Value } from './value.js';
/**
 * One parsed document of a file: its value as plain data, and beside it a source map of all nodes in pre-order.
 * Five integers a node cost a tenth of the parse time; an object a scalar would cost ten times the memory.
 */
export interface Tree {
    readonly source: Source;
    readonly value: Value;
    /** Of each node: its key in a mapping, `MERGE_KEY` for a YAML `<<`, null for list items and the root. */
    readonly keys: readonly (string | null)[];
    /** `NODE_WIDTH` integers a node, see `NODE`. */
    readonly spans: Int32Array;
    /** YAML tags that say how a subtree is merged (`!append`, `!replace` …), where there are any. */
    readonly tags?: TagTree;
    /** Whether the file carries SOPS metadata: its sealed leaves are ciphertext. */
    readonly encrypted?: boolean;
}
/** Tags by path, sparse: most files have none. */
export interface TagTree {
    readonly tag: string;
    readonly children: ReadonlyMap<string, TagTree>;
}
/** Offsets of the fields of a node in `spans`. */
export declare const NODE: {
    readonly keyStart: 0;
    readonly keyEnd: 1;
    readonly valueStart: 2;
    readonly valueEnd: 3;
    /** Index of the node after this one's subtree; negative for an alias: `~index` of the anchored node. */
    readonly end: 4;
};
export declare const NODE_WIDTH = 5;
/** The key under which a YAML merge key's node stands: no key that a document can write (U+0000 is refused). */
export declare const MERGE_KEY = "\0<<";
/** The index of the root node of every tree. */
export declare const ROOT = 0;
/** Index of the node after `node` and everything below it. */
export declare function nodeAfter(tree: Tree, node: number): number;
/** Children of a node as they stand in the text, in order; aliases are followed, merge keys are listed as such. */
export declare function childrenOf(tree: Tree, node: number): Generator<number>;
/**
 * The node at a pointer's tokens below `from`, or -1. Follows aliases; a key that the mapping itself lacks is looked up
 * in its merge keys. Cost: depth × siblings; of large nodes, depth after the first question.
 */
export declare function findNode(tree: Tree, tokens: Tokens, from?: number): number;
/** The span of a node's value. For an alias: the anchored value's, with the alias as the way there. */
export declare function valuePlace(tree: Tree, node: number): SpanPlace;
/** The span of a node's key; of its value where it has none (list items, the root). */
export declare function keyPlace(tree: Tree, node: number): SpanPlace;
/** The tags below a path, where there are any. */
export declare function tagsAt(tags: TagTree | undefined, tokens: Tokens): TagTree | undefined;
