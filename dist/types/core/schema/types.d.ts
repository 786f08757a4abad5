import type { Tree } from '../tree.js';
import { type Value } from '../value.js';
/** A file with a JSON Schema, or a built-in one. */
export interface SchemaDocument {
    /** Repository path such as `schemas/models.yaml`; `cairn:<name>` for a built-in. */
    readonly path: string;
    /** Its value and its source places. */
    readonly tree: Tree;
    /** Whether it could not be read, or not in full: nobody knows what else it says. */
    readonly damaged?: boolean;
}
/** The dialects that are known; `$schema` says which, 2020-12 where it says nothing or something else. */
export type Dialect = '2020-12' | 'draft-07';
/** A regular expression engine that no pattern can hang. */
export interface RegExpPort {
    /** Whether a pattern is found anywhere in a text; `undefined` for a pattern that the engine refuses. */
    readonly test: (pattern: string, text: string) => boolean | undefined;
}
/** What the nodes of one set of schemas share. */
export interface Home {
    readonly documents: readonly SchemaDocument[];
    readonly regexp: RegExpPort;
    /** Nodes made so far. */
    count: number;
}
/** Whether a value can be a schema: a mapping or a boolean. */
export declare function isSchema(value: Value | undefined): boolean;
