import type { Tokens } from '../../core/pointer.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import { type Value } from '../../core/value.js';
/** What this run does not know or must not show. A rule that would need it says nothing. */
export declare const UNKNOWN: unique symbol;
/** What rules know of one value: a scalar, or nothing where there is none (null is none). */
export type Fact = string | number | boolean | typeof UNKNOWN | undefined;
/** The fact at a pointer. What an opaque value covers is unknown, not absent. */
export declare function factAt(value: Value | undefined, tokens: Tokens): Fact;
/** The pointers that rules ask documents of one kind for, each read once a document. */
export declare class SlotTable {
    #private;
    readonly kind: string;
    readonly texts: Texts;
    /** How many facts were asked for that only a key would tell. */
    sealed: number;
    constructor(kind: string, { root, texts }: {
        readonly root: SchemaNode | undefined;
        readonly texts: Texts;
    });
    /** The index at which `read` gives the fact at a pointer. */
    slot(tokens: Tokens): number;
    /** Whether the schema has `x-secret` at a pointer or above it, in any branch. */
    hides(tokens: Tokens): boolean;
    /** The facts of a document, by slot, in a list that the next document's may overwrite. */
    read(value: Value, facts: Fact[]): void;
}
/** An item of a list, or a key of a mapping, for what the schema says of all of them. */
export declare const ANY = "0";
/** Keeps texts without holding on to the files that they were cut out of; equal ones once. */
export declare class Texts {
    #private;
    kept(text: string): string;
    /** The same for a fact, which may be no text. */
    keptFact(fact: Fact): Fact;
}
