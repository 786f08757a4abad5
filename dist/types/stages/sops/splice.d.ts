import { type LeafValue, type SopsEntry, type SopsList, type SopsMapping, type SopsNode } from '../../core/sops/document.js';
import type { SopsFormat } from './read.js';
/** A change of a text: what stands between two offsets becomes another text. */
export interface Splice {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}
/** Applies changes that do not overlap. */
export declare function applySplices(text: string, splices: readonly Splice[]): string;
/** A container in its place: what it is the value of, `undefined` for the root of a document. */
export interface Placed {
    readonly container: SopsMapping | SopsList;
    readonly parent: SopsEntry | undefined;
    /** Columns below which the container's entries stand where it has none yet. */
    readonly column: number;
    /** The metadata among the entries of a root: what is put in stands before it. */
    readonly tail?: SopsEntry | undefined;
}
/** Where the root of a document takes a first entry: before the metadata. */
export interface RootEnd {
    readonly offset: number;
}
/**
 * Changes single values of a text and nothing around them: lines, comments, quotes and order stay. Knows the three
 * layouts: by indentation (YAML), between brackets (JSON, YAML), and lines (dotenv).
 */
export declare class Splicer {
    #private;
    constructor(text: string, format: SopsFormat, unit: number);
    /** Gives a leaf another value, in the quotes or block that it has. */
    replaceLeaf({ container }: Placed, entry: SopsEntry, value: LeafValue): Splice;
    /** Puts an entry behind the last one of a container. */
    insert(placed: Placed, key: string | null, node: SopsNode, rootEnd: RootEnd): Splice;
    /** Takes an entry out, with its lines. A container that has no other becomes `{}` or `[]`; comments stay. */
    remove({ container, parent }: Placed, entry: SopsEntry): readonly Splice[];
    /** Gives an entry another value where either is a collection; its key and place stay. */
    replaceNode({ container }: Placed, entry: SopsEntry, node: SopsNode): Splice;
    /** An entry of a line alone, rewritten: for metadata of dotenv files. */
    replaceLines(entries: readonly SopsEntry[], lines: readonly string[]): readonly Splice[];
}
/** Where the text of an entry ends. */
export declare function endOf({ node, alias, keyEnd }: SopsEntry): number;
