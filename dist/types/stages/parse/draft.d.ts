import { type Report } from '../../core/finding.js';
import { type SpanPlace } from '../../core/place.js';
import type { Source } from '../../core/source.js';
import type { Tree } from '../../core/tree.js';
import { type Value } from '../../core/value.js';
/**
 * A node of a document whose text order is not its tree order: a table that is opened twice, a section that comes back,
 * a flat key. Drafts are gathered first and planted, in tree order, at the end. Offsets are as in `Tree`.
 */
export type Draft = DraftLeaf | DraftMapping | DraftList;
interface DraftPlace {
    keyStart: number;
    keyEnd: number;
    valueStart: number;
    valueEnd: number;
    /** The merge tag of the node, where it has one. */
    tag?: string;
}
export interface DraftLeaf extends DraftPlace {
    readonly kind: 'leaf';
    value: Value;
}
export interface DraftMapping extends DraftPlace {
    readonly kind: 'mapping';
    readonly children: Map<string, Draft>;
}
interface DraftList extends DraftPlace {
    readonly kind: 'list';
    readonly items: Draft[];
}
export declare function draftLeaf(value: Value, key: readonly [number, number], start: number, end: number): DraftLeaf;
export declare function draftMapping(key: readonly [number, number], start: number, end: number): DraftMapping;
export declare function draftList(key: readonly [number, number], start: number, end: number): DraftList;
/** The key offsets of what has no key: the root and list items. */
export declare const NO_KEY: readonly [number, number];
/** The document that a draft describes. Recursive: a draft is no deeper than `MAX_DEPTH`. */
export declare function plant(source: Source, root: Draft): Tree;
/** What stands for a document that could not be read; its findings have been reported. */
export declare function plantHole(source: Source): Tree;
/** The place of a draft's key. */
export declare function draftKeyPlace(source: Source, draft: Draft): SpanPlace;
/** Gives a mapping an entry. One that it has already is reported, and replaced. */
export declare function setOnce(source: Source, mapping: DraftMapping, key: string, entry: Draft, report: Report): void;
/** Reports that `key` is set again at `place`, after `first`. */
export declare function reportDuplicate(key: string, place: SpanPlace, first: SpanPlace | undefined, report: Report): void;
export {};
