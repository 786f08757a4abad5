import type { SchemaNode } from './node.js';
/** The schemas that a schema applies: to the value itself, and to what the value holds. References are resolved. */
export interface Applicators {
    /** Those that always apply to the same value: the target of `$ref`, the members of `allOf`. */
    readonly always: readonly SchemaNode[];
    /** Those that apply to the same value under a condition: branches, `if`, `then`, `else`, dependent schemas. */
    readonly maybe: readonly SchemaNode[];
    readonly properties: ReadonlyMap<string, SchemaNode>;
    readonly patterns: readonly (readonly [pattern: string, node: SchemaNode])[];
    readonly additional: SchemaNode | undefined;
    /** For the keys of a mapping, which are strings. */
    readonly names: SchemaNode | undefined;
    /** By index, from the first item on. */
    readonly prefix: readonly SchemaNode[];
    /** For the items after those. */
    readonly items: SchemaNode | undefined;
    /** For items and entries, under a condition: `contains`, `unevaluatedItems`, `unevaluatedProperties`. */
    readonly maybeItems: readonly SchemaNode[];
    readonly maybeEntries: readonly SchemaNode[];
}
/** Works out, once for each schema, which others it applies. */
export declare function applicatorsOf(node: SchemaNode): Applicators;
/**
 * Those that a schema may apply by whatever reading of it: `maybe` has what a `$dynamicRef` may lead to as well, and
 * what stands beside a `$ref` of draft-07 counts, as its author meant it to.
 */
export declare function possibleApplicatorsOf(node: SchemaNode): Applicators;
