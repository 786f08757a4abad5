import { type Kinds } from '../../core/schema/allowed.js';
import { type SchemaNode, type Scope } from '../../core/schema/schemas.js';
import { type Value } from '../../core/value.js';
import { type Distinct } from './distinct.js';
/** A keyword of a schema: who says something. */
export interface Spot {
    readonly node: SchemaNode;
    readonly keyword?: string;
}
/** A `oneOf` or `anyOf` among the schemas that apply. */
export interface Branches {
    readonly node: SchemaNode;
    readonly keyword: 'oneOf' | 'anyOf';
    readonly nodes: readonly SchemaNode[];
    readonly views: readonly View[];
}
/** What is asked where there is a key. */
export interface Dependent {
    readonly key: string;
    /** The first schema that asks it. */
    readonly node: SchemaNode;
    readonly view: View;
}
/**
 * All that a schema asks of the values at one place: the schemas that apply together there, through `$ref` and `allOf`,
 * read as one. So it makes no difference how a schema is written down. What each keyword comes to is worked out when it
 * is asked for, once.
 */
export declare class View {
    #private;
    /** Absent where no schema applies. */
    readonly scope: Scope | undefined;
    /** Kinds of values that there can be here, whatever the schema says: keys are strings. */
    readonly mask: Kinds;
    constructor(scope: Scope | undefined, mask: Kinds);
    /** The schemas that apply, nearest first. */
    get nodes(): readonly SchemaNode[];
    /** How much there is to look at, about. */
    get size(): number;
    /** The kinds of values that are accepted; never too few. */
    get kinds(): Kinds;
    /** The kinds that `type` asks for, by itself. */
    get typed(): Kinds;
    /** The values that `enum` and `const` leave; `undefined` where nobody lists them. */
    get listed(): Distinct | undefined;
    /** All values that may be accepted, where they can be counted: those listed, or all of `boolean` and `null`. */
    get choice(): Distinct | undefined;
    /** Each required key, with who says so. */
    get required(): ReadonlyMap<string, Spot>;
    get unions(): readonly Branches[];
    get negated(): readonly {
        readonly node: SchemaNode;
        readonly view: View;
    }[];
    get contained(): readonly {
        readonly node: SchemaNode;
        readonly view: View;
    }[];
    get dependents(): readonly Dependent[];
    /** Whether some schema that may apply here is under `x-secret`, or nobody can tell. */
    get isSecret(): boolean;
}
/** What applies in a scope; where there is none, nothing does. */
export declare function viewIn(scope: Scope | undefined, mask?: Kinds): View;
/** What a schema asks by itself. */
export declare function viewOf(node: SchemaNode, mask?: Kinds): View;
/** What several schemas ask together. */
export declare function viewOfAll(nodes: readonly SchemaNode[]): View;
export declare function namesIn(value: Value | undefined): readonly string[];
/** A key that another one brings along. */
export interface Needed extends Spot {
    readonly key: string;
    readonly needs: string;
}
/** The keys that a key brings along, each with who says so: `dependentRequired`, and lists in `dependencies`. */
export declare function dependentKeys(view: View): ReadonlyMap<string, Needed>;
