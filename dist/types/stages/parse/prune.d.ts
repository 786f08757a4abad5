import { type Tree } from '../../core/tree.js';
/** The tree with its source map less the given leaf nodes. The value is the caller's to change. */
export declare function withoutLeaves(tree: Tree, dropped: ReadonlySet<number>): Tree;
