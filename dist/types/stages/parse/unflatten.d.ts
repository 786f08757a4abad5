import { type Report } from '../../core/finding.js';
import { type Tree } from '../../core/tree.js';
/**
 * Opens flat keys: with the separator `.`, `a.b.c: 1` is read as `a: {b: {c: 1}}`, in every mapping of the document.
 * A flat key and a mapping of the same path are put together, as Spring does. Each part of a flat key has its own span,
 * where the key stands in the file letter by letter; the value of a mapping that exists only through a flat key is all
 * of that key and its value.
 *
 * A key with an empty part (`a..b`, `.a`) and a key with a bracket stay as they are written: Spring's list indexes
 * (`a[0].b`) and quoted keys (`a.[b.c]`) are text here. Aliases and merge keys are expanded, at most to `MAX_NODES`.
 *
 * A path that one key sets to a scalar or list and another opens as a mapping is `parse/flat-key` at the second key; a
 * path that is set twice is `parse/duplicate-key`. The later one counts. A document without flat keys is returned as it
 * is, at the cost of a look at its keys.
 */
export declare function splitKeys(tree: Tree, separator: string, report: Report): Tree;
