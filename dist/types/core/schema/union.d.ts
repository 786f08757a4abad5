import { type Value } from '../value.js';
import type { SchemaNode } from './node.js';
/** A `oneOf` or `anyOf` of which the value of one property says which branch is meant. */
export interface Union {
    readonly node: SchemaNode;
    readonly keyword: 'oneOf' | 'anyOf';
    /** The property that tells. */
    readonly property: string;
    /** All branches, told apart or not. */
    readonly branches: readonly SchemaNode[];
    /** The branch of a tag; `undefined` for a tag that more than one branch has. */
    readonly byTag: ReadonlyMap<Value, SchemaNode | undefined>;
    /** Whether there is a branch that names no tags: any other tag may mean it. */
    readonly open: boolean;
}
/**
 * The discriminated unions of a schema: those with `discriminator: {propertyName}`, and a `oneOf` whose branches all
 * require one property and allow it values (`const`, `enum`) that no other branch allows.
 */
export declare function unionsOf(node: SchemaNode): readonly Union[];
/** The branch that a value has chosen; `undefined` where its tag is absent, unknown or not decisive. */
export declare function branchOf(union: Union, value: Value | undefined): SchemaNode | undefined;
