import { type View } from './view.js';
/** Where a schema leads to below or beside the values at one place, on both sides. */
export interface Edge {
    readonly base: View;
    readonly head: View;
    /** The step in documents: a key, or `*` for any other key or item; absent where it is the same value. */
    readonly token?: string;
    /** What it leads to, where that is not the same value. */
    readonly to?: Destination;
    /** The schemas may not apply: what is said there of merging and of defaults does not count. */
    readonly may?: true;
}
/** A key, or the others; an item, or the further ones; the keys of a mapping as texts. */
export type Destination = {
    readonly is: 'key' | 'item' | 'items' | 'names';
} | {
    readonly is: 'keys';
    readonly patterns: readonly string[];
};
/** Any key or item that has no place of its own. */
export declare const ANY_TOKEN = "*";
/** What is asked of what a key holds. */
export declare function viewAtKey(view: View, key: string): View;
/** All that mappings and lists hold which both sides accept: each key that is named, all others, and items. */
export declare function entriesOf(base: View, head: View): Generator<Edge>;
/**
 * The sets of patterns that a key may match, as far as they have to be looked at; `undefined` where there are too many
 * patterns to tell.
 */
export declare function combinationsOf(base: View, head: View): readonly ReadonlySet<string>[] | undefined;
