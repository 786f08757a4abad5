import type { SchemaNode } from '../../core/schema/schemas.js';
import type { Spot, View } from './view.js';
/** What applies to the keys or items that no other schema looks at, where it is certain which those are. */
export interface Unevaluated {
    readonly schema: SchemaNode;
    readonly names: ReadonlySet<string>;
    readonly patterns: readonly string[];
    /** Of items: the first that it applies to. */
    readonly from: number;
}
export interface UnevaluatedOf {
    readonly keys: readonly Unevaluated[];
    readonly items: readonly Unevaluated[];
    /** Where conditions decide which keys or items are left. */
    readonly unclear: readonly (Spot & {
        readonly keyword: string;
    })[];
}
/** What `unevaluatedProperties` and `unevaluatedItems` of 2020-12 come to. */
export declare function unevaluatedOf(view: View): UnevaluatedOf;
