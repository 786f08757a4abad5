import type { Selector } from '../../core/sops/select.js';
/**
 * Whether two selectors select the same in every file, however they are written: `^(a|b)$` is `^b$|^a$`, and a suffix
 * an expression that ends with `$`. Decided for expressions of plain characters, groups, alternatives, optional parts
 * and anchors; of others only the same text is the same: what cannot be decided could differ.
 */
export declare function selectSame(a: Selector, b: Selector): boolean;
