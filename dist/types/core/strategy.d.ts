import type { Tokens } from './pointer.js';
import { type Value } from './value.js';
/**
 * How lists and mappings of a document are merged, as the schema's `x-merge` says; a YAML tag beats it for its layer.
 * Absent: mappings merge, everything else replaces (RFC 7396). Strategies may be cyclic, as recursive schemas are.
 */
export interface Strategy {
    readonly merge?: MergeRule;
    readonly properties?: Readonly<Record<string, Strategy>>;
    /** For keys that `properties` does not name: one for all, or one for each. */
    readonly rest?: Strategy | ((key: string) => Strategy | undefined);
    /** For the items of a list that are merged with one another (`{key: …}`). */
    readonly items?: Strategy | undefined;
    /** Whether the leaf here is under `x-secret`. */
    readonly secret?: boolean;
    /** Whether a list here or below is merged by a key; where it does not say, it is searched for. */
    readonly keyed?: boolean;
}
export type MergeRule = 'replace' | 'append' | 'prepend' | 'unique' | {
    readonly key: string;
};
/** The strategy for what a key of a mapping holds. */
export declare function strategyAtKey(strategy: Strategy | undefined, key: string): Strategy | undefined;
/** Whether the schema puts a value, or anything in it, under `x-secret`. */
export declare function holdsSecret(value: Value | undefined, strategy: Strategy | undefined): boolean;
/** The strategy for what a pointer of a value leads to. */
export declare function strategyAt(strategy: Strategy | undefined, tokens: Tokens, value: Value): Strategy | undefined;
/** A strategy that also hides what stands at some places, with all that is below it; in a list, every item alike. */
export declare function hidingAt(strategy: Strategy | undefined, places: readonly Tokens[]): Strategy | undefined;
/**
 * A strategy that hides what either of two hides, and else is the first: what was a secret before a change of its
 * schema, or is one after it, is one.
 */
export declare function hidingBoth(strategy: Strategy | undefined, other: Strategy | undefined): Strategy | undefined;
