import type { SchemaNode } from '../../core/schema/node.js';
import type { Evaluations } from './evaluation.js';
import { type Target } from './target.js';
import { type CopiedSchema } from './writing.js';
/** What a copied schema comes from, so that an error can be traced back by the object that ajv names. */
export interface CopyOrigin {
    readonly node: SchemaNode;
    /** The keyword of the node that the copy stands for as a whole, where its own keywords are not the node's. */
    readonly says?: string;
}
/** What is noted about all copies. */
export interface Noted {
    readonly origins: WeakMap<object, CopyOrigin>;
    readonly evaluations: Evaluations;
}
export interface CopyResult {
    readonly schema: CopiedSchema;
    /** The targets of its references. */
    readonly targets: readonly Target[];
    /** Schemas in it. */
    readonly size: number;
}
/**
 * Copies a schema for ajv: only the keywords that it needs and that hold what they should, in terms of 2020-12 whatever
 * the dialect, with every reference resolved beforehand to an address of ours. So ajv resolves nothing, fetches nothing
 * and meets no keyword that a schema could surprise it with.
 */
export declare function copyOf(target: Target, noted: Noted): CopyResult;
