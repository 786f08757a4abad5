import type { SchemaNode } from '../../core/schema/node.js';
import type { Value } from '../../core/value.js';
import type { Evaluation } from './evaluation.js';
import type { Mode } from './mode.js';
/** A schema in the form that ajv is given. */
export type Copied = boolean | CopiedSchema;
export type CopiedSchema = Record<string, unknown>;
/** What a keyword asks of a value, where ajv's own keyword would not do: `cairn:<keyword>` holds such a function. */
export type Predicate = (data: unknown) => boolean;
export declare const OWN = "cairn:";
/** Beside a `cairn:unevaluated…`: what the other keywords evaluate. */
export declare const EVALUATED = "cairn:evaluated";
/** Writes what a keyword asks into the copy of its schema; leaves out what does not hold what it should. */
export type Write = (writing: Writing, value: Value, keyword: string) => void;
/** One schema while its copy is written. */
export interface Writing {
    readonly node: SchemaNode;
    readonly mode: Mode;
    readonly out: CopiedSchema;
    /** Asks for one thing more; what it finds wrong is reported as the keyword given, if one is. */
    readonly besides: (schema: Copied, says?: string) => void;
    /** The copies of the schemas that a keyword holds, by token. */
    readonly held: (keyword: string) => readonly (readonly [token: string, copy: Copied])[];
    /** The copy of the schema that a keyword is; `undefined` where it is none. A `false` stays one: it is about keys. */
    readonly one: (keyword: string) => Copied | undefined;
    /** A reference to a schema, in the mode of this copy or in another. */
    readonly refer: (node: SchemaNode, mode?: Mode) => CopiedSchema;
    /** What its other keywords evaluate. */
    readonly evaluation: () => Evaluation;
    /** What a `$ref` or `$dynamicRef` leads to. */
    readonly resolve: (reference: string, how: '$ref' | '$dynamicRef') => SchemaNode | undefined;
}
