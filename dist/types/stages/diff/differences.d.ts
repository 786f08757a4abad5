import type { ChangeKind } from '../../core/change.js';
import type { Tokens } from '../../core/pointer.js';
import { type Strategy } from '../../core/strategy.js';
import { type Value } from '../../core/value.js';
/** One difference of two values. */
export interface Difference {
    readonly kind: ChangeKind;
    /** Where it stands, or would stand (see `Change.tokens`), on either side. */
    readonly beforeTokens: Tokens;
    readonly tokens: Tokens;
    readonly before: Value | undefined;
    readonly after: Value | undefined;
    /** In a list, the side that lacks the value may have another item at its index. */
    readonly inside: 'mapping' | 'list';
    readonly secret: boolean;
}
/**
 * The differences of two values, few rather than many: mappings by key, lists as `align` lines them up, a subtree that
 * came or went as one. A hole equals holes only: nobody knows what it stands for, so that it may hide a change to or
 * from anything else. In the order of `after`; what is gone stands before its next sibling that stayed.
 */
export declare function differences(before: Value, after: Value, strategy?: Strategy): Difference[];
