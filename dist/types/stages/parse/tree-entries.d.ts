import { type Tree } from '../../core/tree.js';
/** Entries of a mapping of a tree, by key: those that it has itself, or those that its merge keys bring in. */
export interface TreeEntries {
    readonly from: 'itself' | 'merge key';
    readonly nodes: ReadonlyMap<string, number>;
}
/** Answers which entries the mapping at a node has: its own, then those of its merge keys that it has not itself. */
export type EntriesOf = (node: number) => readonly TreeEntries[];
/**
 * Looks entries up in a tree; aliases are followed. Of duplicate keys the last one counts, of merged mappings the first
 * one that has the key. Answers are kept. The parser counts aliases as often as they are used, which bounds both the
 * work and how deep mappings merge one another.
 */
export declare function createEntriesOf(tree: Tree): EntriesOf;
/** The node that an alias stands for; the node itself where it is none. */
export declare function targetOf(tree: Tree, node: number): number;
