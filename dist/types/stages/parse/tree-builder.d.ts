import { type SpanPlace } from '../../core/place.js';
import type { Source } from '../../core/source.js';
import { type TagTree, type Tree } from '../../core/tree.js';
import type { Value } from '../../core/value.js';
/**
 * Builds the source map of one document in pre-order: `open` a node, then its children, then `close` it. The parser
 * keeps the values; the builder keeps keys and offsets (UTF-16 units into the source's text, ends exclusive).
 */
export declare class TreeBuilder {
    #private;
    readonly source: Source;
    /** Nodes opened so far; the index that the next one gets. */
    count: number;
    constructor(source: Source);
    /**
     * Starts a node and returns its index. `key` is null for list items and the root, whose key offsets are -1.
     * Until it is closed, the node has no value span and no end.
     */
    open(key: string | null, keyStart: number, keyEnd: number): number;
    /** Ends a node: all nodes opened since are below it. */
    close(node: number, valueStart: number, valueEnd: number): void;
    /** Ends a node that stands for another one (a YAML alias); the span is that of the alias itself. */
    alias(node: number, anchored: number, valueStart: number, valueEnd: number): void;
    /** The keys of a node's children with their nodes, in order; all are closed. List items are left out. */
    keysBelow(parent: number): Generator<readonly [string, number]>;
    /** The place of the key of a node that has one. */
    keyPlace(node: number): SpanPlace;
    /** The finished document. The builder must not be used after. */
    finish(value: Value, tags?: TagTree): Tree;
}
