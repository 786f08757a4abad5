import type { Layer } from '../../core/layer.js';
import type { Path } from './path.js';
/** The layer that says something, and where. */
export interface Site {
    readonly layer: Layer;
    /** Position of the layer: higher wins. */
    readonly index: number;
    readonly path: Path;
}
/**
 * What the layers said at one pointer of the effective document. Sparse: what only one layer speaks of has no trace of
 * its own, it lies below the `set` of the nearest trace above.
 */
export declare class Trace {
    #private;
    /** Who set what counts now; absent where nothing does. */
    set: Site | undefined;
    /** Who merged something into it since, lowest precedence first. */
    joined: Site[];
    /** Who took away what is in `under`. */
    removed: Site | undefined;
    kids: Map<string, Trace> | undefined;
    /** The items of a merged list, in the order of the value; in `kids` are then the removed ones, by their old index. */
    items: Trace[] | undefined;
    /** What stood here before it was replaced or removed. */
    under: Trace | undefined;
    constructor(set?: Site);
    replacedBy(site: Site): void;
    removedBy(site: Site): void;
    /** The trace of a key below. `has`: whether the value so far has the key; whoever set this then set that too. */
    kid(key: string, has: boolean): Trace;
    /** The traces of all items of a list that has `count` of them. */
    itemTraces(count: number): Trace[];
    /** Keeps the trace of an item that is no longer in the list. */
    keepGone(index: string, trace: Trace): void;
}
