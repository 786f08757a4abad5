import type { Tokens } from '../../core/pointer.js';
import type { DocumentReference } from '../../core/schema/extensions.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import { type Value } from '../../core/value.js';
/** A string that names a document, as a schema says with `x-ref`. */
export interface DocumentName {
    /** Where it stands; for a key, where what it holds stands. */
    readonly tokens: Tokens;
    readonly part: 'key' | 'value';
    readonly text: string;
    /** Which documents it may name, and how. */
    readonly reference: DocumentReference;
}
/**
 * The names of documents in a value: strings, and keys under `propertyNames`, for which the schema has an `x-ref`. Only
 * what certainly applies counts: the branch of a union that a tag chooses, or the only one that allows the kind of the
 * value; nothing in an `if` or another `anyOf`. The order is that of the schema's keys.
 *
 * @param sealed is told of opaque leaves that would name a document: which one, only a key tells
 */
export declare function namesIn(value: Value, root: SchemaNode, sealed?: (tokens: Tokens) => void): readonly DocumentName[];
