/** The keywords that Cairn adds to JSON Schema: what each may say, and what it then means. */
import type { MergeRule } from '../strategy.js';
import { type Value } from '../value.js';
export declare const EXTENSIONS: readonly ["x-merge", "x-ref", "x-split", "x-secret", "x-unit", "x-reload"];
export type Extension = (typeof EXTENSIONS)[number];
/** `x-ref`: the string, or under `propertyNames` the key, names a document. */
export interface DocumentReference {
    /** The kinds of which one has the document; at least one. */
    readonly kinds: readonly string[];
    /** Whether the string is the document's name, or the path of a file that is a layer of it. */
    readonly by: 'name' | 'path';
    /** Whether such references may form no cycle. */
    readonly acyclic: boolean;
}
/** What `x-merge` says; `undefined` for what it may not say. */
export declare function mergeRule(value: Value | undefined): MergeRule | undefined;
/** What `x-ref` says: a kind, or `{kind, by, acyclic}` with one or several; `undefined` for what it may not say. */
export declare function documentReference(value: Value | undefined): DocumentReference | undefined;
/** What `x-split` says: the text between the items of a list; `undefined` for what it may not say. */
export declare function separator(value: Value | undefined): string | undefined;
/** Whether a keyword may say this. */
export declare function mayBe(extension: Extension, value: Value): boolean;
