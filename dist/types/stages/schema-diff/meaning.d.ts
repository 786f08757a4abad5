import { type Difference, type Sides } from './difference.js';
import type { View } from './view.js';
/**
 * What decides about the meaning of values rather than whether they are accepted: defaults, and the keywords that Cairn
 * adds to JSON Schema.
 */
export declare function tellMeaning(sides: Sides & {
    readonly counts: boolean;
}): readonly Difference[];
/** What counts for a key that was not allowed before: a default adds it to documents that there are. */
export declare function tellNewDefault(head: View, hidden: boolean): readonly Difference[];
