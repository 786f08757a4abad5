import type { Tokens } from '../pointer.js';
import { type Value } from '../value.js';
import { type Dialect, type Home, type SchemaDocument } from './types.js';
/**
 * A schema, or what stands at a pointer of its document. There is one node for each place: nodes can be compared with
 * `===` and be keys of maps.
 */
export declare class SchemaNode {
    #private;
    /** A mapping or a boolean, for every node that is a schema. */
    readonly schema: Value;
    readonly document: SchemaDocument;
    readonly dialect: Dialect;
    readonly home: Home;
    /** Unique in its set. */
    readonly id: number;
    /** What it stands in: a schema, or a list or map of schemas. None for a document as a whole. */
    readonly above: SchemaNode | undefined;
    /** The nearest schema above, or this one, that has an `$id` of its own: what `#` means in a reference. */
    readonly resource: SchemaNode;
    constructor(schema: Value, from: RootOf | ChildOf);
    /** The schema that its document is as a whole. */
    get root(): SchemaNode;
    /** Where it stands in its document. */
    get tokens(): Tokens;
    /** The `$id` that makes it a resource of its own (in draft-07 one that starts with `#` is an anchor). */
    get ownId(): string | undefined;
    /** Whether it is a `$ref` of draft-07, beside which nothing counts. */
    get isPlainReference(): boolean;
    /** The value of a keyword, `undefined` where the schema lacks it (a boolean has none). */
    keyword(keyword: string): Value | undefined;
    /** What stands below a token, schema or not; `undefined` where nothing does. */
    child(token: string): SchemaNode | undefined;
    /** The mappings and lists that stand directly below, whatever they are. */
    collections(): Generator<SchemaNode>;
    /** The entries of a list or map of schemas that are schemas, by token. */
    entries(): readonly (readonly [token: string, node: SchemaNode])[];
}
interface RootOf {
    readonly document: SchemaDocument;
    readonly dialect: Dialect;
    readonly home: Home;
}
interface ChildOf {
    readonly above: SchemaNode;
    readonly token: string;
}
export {};
