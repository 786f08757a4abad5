import type { Secret } from '../opaque.js';
import type { Tokens } from '../pointer.js';
/**
 * A SOPS file as SOPS sees it: documents as ordered lists of items, comments among them, duplicate keys kept, scalars
 * typed as SOPS types them. That is what its MAC and its additional data depend on, and what a plain value loses.
 * Offsets are into the text; what is made to be written has none (-1).
 */
export interface SopsDocument {
    readonly root: SopsMapping;
}
export type SopsNode = SopsLeaf | SopsMapping | SopsList;
/** How a collection stands in the text: by indentation, between brackets, or as lines (dotenv, INI). */
export type Layout = 'block' | 'flow' | 'lines';
export interface SopsMapping {
    readonly kind: 'mapping';
    readonly layout: Layout;
    readonly start: number;
    readonly end: number;
    readonly items: readonly (SopsEntry | SopsComment)[];
}
export interface SopsList {
    readonly kind: 'list';
    readonly layout: Layout;
    readonly start: number;
    readonly end: number;
    readonly items: readonly (SopsEntry | SopsComment)[];
}
/** An entry of a mapping, or an item of a list (`key` is null). */
export interface SopsEntry {
    readonly kind: 'entry';
    readonly key: string | null;
    /** Where the key or the item's indicator starts. */
    readonly start: number;
    /** Where the key ends; of an item, where its indicator ends. */
    readonly keyEnd: number;
    readonly node: SopsNode;
    /** Whether the node is that of an anchor, used here by an alias; SOPS writes it out. */
    readonly alias?: {
        readonly start: number;
        readonly end: number;
    };
}
export interface SopsLeaf {
    readonly kind: 'leaf';
    readonly start: number;
    readonly end: number;
    readonly value: LeafValue;
}
/** null is never encrypted and in no MAC. A secret is a value that was opened, or is to be sealed. */
export type LeafValue = Clear | Secret | null;
/** A comment: an item of its own in SOPS's tree. One line each. */
export interface SopsComment {
    readonly kind: 'comment';
    readonly start: number;
    readonly end: number;
    /** What follows the `#`, blanks kept. */
    readonly text: string | Secret;
    /** `inline`: at the end of the line of what follows in the tree; `item`: how SOPS writes it in a list of YAML. */
    readonly written: 'own line' | 'inline' | 'item';
    /** Paths under which SOPS may have sealed it besides its container's. */
    readonly alsoUnder?: readonly Tokens[];
}
export type ClearType = 'str' | 'int' | 'float' | 'bool' | 'time';
/** A scalar in clear: its type and the text that SOPS hashes and encrypts (`True`, `1000`, `0.5`). */
export interface Clear {
    readonly type: ClearType;
    readonly text: string;
}
/** A leaf or comment on its way through a file, in SOPS's order, which is that of the MAC. */
export interface Visit {
    readonly document: number;
    readonly item: SopsLeaf | SopsComment;
    /** Keys of mappings only: what the additional data and the selectors are made of. */
    readonly keys: Tokens;
    /** The pointer's tokens, with list indexes (encrypted comments count as no items); of a comment its container's. */
    readonly tokens: Tokens;
    /** Whether the item is reached through an alias: its text stands elsewhere. */
    readonly aliased: boolean;
}
/** What a walk tells besides leaves and comments, for selectors that depend on comments. */
export interface Walker {
    /** What it returns takes the item's place in the documents that `rewrite` makes. */
    visit(visit: Visit): SopsLeaf | SopsComment | undefined;
    enter?(): void;
    /** The end of a container. */
    leave?(container: SopsMapping | SopsList, keys: Tokens): void;
    /** After an entry, its whole subtree included. */
    after?(): void;
}
/**
 * Walks documents in SOPS's order: depth first, comments where they stand in the tree. Returns them with what the
 * visits returned in the places of the items, aliases written out; an item of which nothing is returned stays.
 */
export declare function rewrite(documents: readonly SopsDocument[], walker: Walker): readonly SopsDocument[];
/** The entry of a container by key or index. */
export declare function childOf(container: SopsMapping | SopsList, token: string): SopsEntry | undefined;
/** Whether an entry is an encrypted comment: SOPS writes those of a YAML list as items, which are no values. */
export declare function isCommentItem({ key, node }: SopsEntry): boolean;
/** The entries of a container, without its comments. */
export declare function entriesOf(container: SopsMapping | SopsList): readonly SopsEntry[];
/** A leaf that is to be written. */
export declare function newLeaf(value: LeafValue): SopsLeaf;
/** A collection that is to be written, of values by key or of a list's items. */
export declare function newMapping(entries: Iterable<readonly [key: string, node: SopsNode]>): SopsMapping;
export declare function newList(nodes: readonly SopsNode[]): SopsList;
export declare function newEntry(key: string | null, node: SopsNode): SopsEntry;
/** A text that is to be written. */
export declare function newText(text: string): SopsLeaf;
