import { type Tree } from '../../core/tree.js';
import { type Value } from '../../core/value.js';
/** Rebuilds a value of a tree with its SOPS envelopes replaced: by `Sealed` under SOPS metadata, else by holes. */
export declare class Sealer {
    #private;
    /** Envelopes that became holes, and the node of the first. */
    holes: number;
    first: number;
    /** Nodes of list items that are encrypted comments; they are left out of the value. */
    readonly comments: Set<number>;
    constructor(tree: Tree, metadata: 'with metadata' | 'without metadata');
    /** @param value The root's value, with or without some of its keys. */
    value(value: Value): Value;
}
