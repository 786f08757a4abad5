import type { SchemaNode } from '../../core/schema/schemas.js';
import { type Acceptance } from './acceptance.js';
import { type Difference } from './difference.js';
import { type Destination } from './entries.js';
import { type View } from './view.js';
/** What the two sides ask at one place, and what differs. */
export interface Pair {
    readonly base: View;
    readonly head: View;
    /** What may be said of it, and what counts of it. */
    readonly state: State;
    /** Where the step led that was taken here. */
    readonly at: Destination | undefined;
    /** The shortest way here: the pair before, and the step in documents where there is one. */
    readonly from: {
        readonly pair: Pair;
        readonly token: string | undefined;
    } | undefined;
    /** How many steps in documents that is. */
    readonly depth: number;
    differences: readonly Difference[];
    readonly steps: {
        readonly token: string | undefined;
        readonly to: Pair;
    }[];
}
interface State {
    /** Whether the schemas certainly apply. */
    readonly counts: boolean;
    /** Whether it is under `x-secret`. */
    readonly hidden: boolean;
}
/** Looks at each pair of places once, wherever it is met, nearest first. */
export declare class Walk {
    #private;
    readonly pairs: Pair[];
    constructor(acceptance: Acceptance);
    /** Walks from what the two schemas ask of a document as a whole. */
    from(base: SchemaNode, head: SchemaNode): void;
}
export {};
