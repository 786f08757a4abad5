import type { RegExpPort } from '../schema/types.js';
import type { Visit } from './document.js';
/** The fields of SOPS's metadata of which one says what is encrypted. */
export declare const SELECTOR_KINDS: readonly ["unencrypted_suffix", "encrypted_suffix", "unencrypted_regex", "encrypted_regex", "unencrypted_comment_regex", "encrypted_comment_regex"];
export type SelectorKind = (typeof SELECTOR_KINDS)[number];
/** What selects the values of a file that are encrypted. */
export interface Selector {
    readonly kind: SelectorKind;
    /** A suffix, or an expression of RE2, which is searched in each key (or comment) alone. */
    readonly pattern: string;
}
/** What SOPS assumes and writes where nothing is said. */
export declare const DEFAULT_SELECTOR: Selector;
/** Whether a selector's expression is one; suffixes always are. */
export declare function isValidSelector({ kind, pattern }: Selector, regexp: RegExpPort): boolean;
/**
 * Whether a sealed comment would itself match the selector that keeps things in clear: SOPS refuses to write it, as the
 * file would be read otherwise (a pattern such as `comment` matches every envelope of a comment).
 */
export declare function unsealsItself({ kind, pattern }: Selector, envelope: string, regexp: RegExpPort): boolean;
/**
 * Says of each leaf and comment of a walk whether it is encrypted. A walk has to be told `enter`, `leave` and `after`,
 * on which the selectors by comment depend: a comment that matches covers the next item and its whole subtree.
 * Source: SOPS 3.13.3, `sops.go`, `shouldBeEncrypted` and `walkBranch`.
 */
export declare class Selection {
    #private;
    constructor(selector: Selector, regexp: RegExpPort);
    enter(): void;
    leave(): void;
    after(): void;
    /** Whether an item is encrypted. A comment counts from its own visit on. */
    selects({ item, keys }: Visit): boolean;
}
