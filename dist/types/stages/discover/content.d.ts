import type { LayoutEntry } from '../../core/config.js';
import { type Report } from '../../core/finding.js';
import type { Place } from '../../core/place.js';
import { type Tokens } from '../../core/pointer.js';
import { type Tree } from '../../core/tree.js';
/** A name as the content says it. Its place is looked up when a finding needs it: lookups walk all siblings. */
export interface ContentName {
    readonly text: string;
    readonly place: () => Place;
}
/** A layer as the content of its file describes it. */
export interface ContentLayer {
    /** Index in the stream, for streams. */
    readonly document?: number;
    readonly at: Tokens;
    /** The name, where `at` or `name: {at: …}` gives it. */
    readonly name?: ContentName;
    /** Where `environment: {at: …}` says so; null for a layer below every environment. */
    readonly environment?: ContentName | null;
}
export interface ContentLayers {
    readonly layers: readonly ContentLayer[];
    /** Whether something that was looked for lies in a hole: there may be more layers than those. */
    readonly hadHole: boolean;
}
/** Whether an entry's layers can only be told from the content of its files. */
export declare function needsContent({ at, name: naming, environment }: LayoutEntry): boolean;
/**
 * The layers of a file for an entry that reads names, environments or subtrees from the content. A subtree that is not
 * there is no layer; what lies in a hole is passed over in silence, except that a document whose name is known keeps
 * the hole as its layer.
 */
export declare function contentLayers(entry: LayoutEntry, trees: readonly Tree[], report: Report): ContentLayers;
