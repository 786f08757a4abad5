import type { Location } from './place.js';
import type { Pointer } from './pointer.js';
import type { Mapping, Value } from './value.js';
/** Why a value is what it is: the answer to `cairn explain`. */
export interface Explanation {
    readonly environment: string;
    /** `kind/name`. */
    readonly document: string;
    readonly pointer: Pointer;
    /** The effective value; `undefined` where there is none. */
    readonly value: Value | undefined;
    /** The schema puts it under `x-secret`: neither the value nor what layers say of it must be shown. */
    readonly secret?: true;
    /** What every layer says there, highest precedence first. */
    readonly said: readonly Saying[];
    /** What the schema asks of the value there, nearest first. */
    readonly constraints: readonly Constraint[];
    /** The references in the text that the value comes from, in its order. */
    readonly via: readonly Hop[];
    /** For a mapping or list: its leaves, each with the place that set it. Empty for a leaf. */
    readonly leaves: readonly ExplainedLeaf[];
}
/** One schema that applies to a value, with the keywords in it that say something of the value itself. */
export interface Constraint {
    readonly location: Location;
    readonly keywords: Mapping;
}
/** One layer's word on a pointer, or that of the schema whose default was filled in. */
export interface Saying {
    readonly effect: 'sets' | 'contributes' | 'shadowed' | 'removes' | 'default';
    /** The environment that the layer belongs to; null for a layer below all of them. */
    readonly environment: string | null;
    readonly location: Location;
    /** What the layer says there. */
    readonly value: Value | undefined;
}
/** A reference and what it led to. */
export interface Hop {
    /** Where in the document the reference stands. */
    readonly pointer: Pointer;
    /** The target as written in the reference: `services/embedding#/network/port`. */
    readonly target: string;
    /** Where the reference is written. */
    readonly location: Location;
    /** Where the target's value was set. */
    readonly targetLocation?: Location;
}
export interface ExplainedLeaf {
    readonly pointer: Pointer;
    readonly value: Value;
    readonly secret?: true;
    readonly location?: Location;
    /** Nobody says it: it is the schema's default, and `location` is in the schema. */
    readonly byDefault?: true;
    readonly environment: string | null;
    /** The references in the text that it comes from, in its order. */
    readonly via: readonly Hop[];
}
