import type { SchemaNode } from './node.js';
/** Most schemas that may apply at one pointer; what is beyond is a finding on the schema (`schema/too-complex`). */
export declare const MAX_APPLICABLE = 1000;
/** Which schemas are followed to those that apply to the same value: those that always do, or all that may. */
export type Reach = 'always' | 'maybe';
export interface Closure {
    /** Nearest first; each once. */
    readonly nodes: readonly SchemaNode[];
    /** Whether there are more than `MAX_APPLICABLE`, and the rest is left out. */
    readonly cut: boolean;
}
/** The given schemas and those that always apply with them: through `$ref` and `allOf`, however they are nested. */
export declare function alwaysWith(seeds: Iterable<SchemaNode>): Closure;
/**
 * The given schemas and those that apply to the same value. A `$ref` of draft-07 stands for its target alone, unless
 * all that may apply is asked for.
 */
export declare function closureOf(seeds: Iterable<SchemaNode>, reach: Reach): Closure;
