import { type Value } from '../value.js';
import { type Applicators } from './applicators.js';
import { type Reach } from './closure.js';
import type { SchemaNode } from './node.js';
import { type Outranks, type Ranks } from './ranks.js';
import type { Home } from './types.js';
import { type Union } from './union.js';
/**
 * The schemas that apply at one pointer, and the way from there to those that apply below it. Scopes are kept: the same
 * schemas are the same scope, and a step that was taken once costs a look-up. So walking 10,000 documents along one
 * schema makes no more scopes than walking one.
 */
export declare class Scope {
    #private;
    /** Nearest first: a schema stands before those that it refers to. */
    readonly nodes: readonly SchemaNode[];
    /** The discriminated unions among them. */
    readonly unions: readonly Union[];
    /** Whether more schemas apply than are looked at. */
    readonly cut: boolean;
    /** The schemas that the others are led to from. */
    readonly seeds: Seeds;
    /** Made by `enter` and by steps from other scopes alone. */
    constructor(space: Space, seeds: Seeds);
    /** The property names that some schema here lists. */
    get names(): ReadonlySet<string>;
    /** The scope once the value here is known: with the branches that its tags choose. */
    given(value: Value | undefined): Scope;
    /** The scope of a key's value; as long as that is not given, nothing is chosen by it. */
    atKey(key: string, value?: Value): Scope;
    /** The scope of the keys of a mapping, as strings. */
    ofKeys(): Scope;
    /** The scope of an item of a list; as long as that is not given, nothing is chosen by it. */
    atItem(index: number, value?: Value): Scope;
    /** The scope of any item of a list: of what is certain, that of the items after those with schemas of their own. */
    atAnyItem(): Scope;
    /**
     * The scope of what a token leads to from the value here. Where that is neither mapping nor list (it is absent or
     * opaque), a token is a key, and an index too where it can be one.
     */
    at(token: string, value: Value | undefined): Scope;
    /** The scope where these schemas apply too. */
    with(schemas: readonly SchemaNode[]): Scope;
    /**
     * Whether one schema here overrides another: it refers to that one, or it stands in one that overrides, above, the
     * one in which the other stands. What is said beside a `$ref` or an `allOf` is said on purpose, of what is below too.
     */
    overrides(one: SchemaNode, other: SchemaNode): boolean;
    /**
     * The scopes that a step can lead to: of each name, of other keys, by each pattern, of items, of each branch. Not
     * that of a tag that has chosen a branch already.
     */
    steps(): Generator<Scope>;
    /** How many items have schemas of their own; the ones after them share one. */
    get prefix(): number;
}
/** What a scope is made of. */
interface Seeds {
    readonly nodes: ReadonlySet<SchemaNode>;
    /** Whether there are more than are looked at. */
    readonly isCut: boolean;
    /** For those that override others, which. */
    readonly outranks: Ranks;
}
/** The scopes of one set of schemas. */
declare class Space {
    #private;
    readonly home: Home;
    readonly reach: Reach;
    readonly applicatorsOf: (node: SchemaNode) => Applicators;
    constructor(home: Home, reach: Reach);
    /** @param outranks whether one of the schemas overrides another; where they are not given, none does. */
    of(schemas: Iterable<SchemaNode>, outranks?: Outranks): Scope;
}
/** The scope of a value as a whole under a schema: which schemas apply to it. `reach`: also those that only may. */
export declare function enter(root: SchemaNode, value?: Value, reach?: Reach): Scope;
export {};
