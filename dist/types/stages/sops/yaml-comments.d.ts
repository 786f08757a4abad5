import type { Tokens } from '../../core/pointer.js';
import type { SopsComment, SopsEntry, SopsList, SopsMapping } from '../../core/sops/document.js';
/** A container of a document while it is read: comments are still put among its items. */
export interface OpenContainer {
    readonly node: SopsMapping | SopsList;
    readonly items: (SopsEntry | SopsComment)[];
    readonly keys: Tokens;
}
interface Span {
    readonly start: number;
    readonly end: number;
}
/**
 * Puts comments where SOPS has them: one at the end of a line before what stands on that line; one on a line of its own
 * before the entry that follows in the same column, else behind an entry above in whose column it stands. go-yaml
 * guesses too, so that SOPS may have sealed a comment under a neighbour's path: those are kept as alternatives.
 *
 * @param containers of one document, in text order, the root first
 */
export declare function placeComments(text: string, containers: readonly OpenContainer[], comments: readonly Span[]): void;
export {};
