import { type Message } from './message.js';
import { type Location } from './place.js';
import { type Tokens } from './pointer.js';
import type { Reload } from './schema/reload.js';
import { type Value } from './value.js';
export type ChangeKind = 'added' | 'removed' | 'changed';
/** One difference of effective values: what an environment ran with before, and what it runs with after. */
export interface Change {
    /** `kind/name`. */
    readonly document: string;
    /**
     * Where the value stands in the document after. For what was removed: where it would stand, that is its key, or the
     * index that it had in its list, below the parent's place after.
     */
    readonly tokens: Tokens;
    /** The same in the document before, where it differs: below list items that moved up or down. */
    readonly beforeTokens?: Tokens;
    readonly kind: ChangeKind;
    /** The document as such is there on one side only; `tokens` is empty and the value is all of it. */
    readonly whole?: true;
    /** Of such a document the name that it has on the other side, `kind/name`: it was renamed. */
    readonly renamed?: string;
    /** And it says something else there. */
    readonly edited?: true;
    /** Encrypted on both sides, and not the same ciphertext: only a key tells whether it is another value. */
    readonly resealed?: true;
    /** Something in it is under `x-secret`: its values must not be shown, opaque or not. */
    readonly secret?: true;
    /** What it takes to apply it, as the schema's `x-reload` says; absent where it says nothing. */
    readonly reload?: Reload;
    readonly before?: Side;
    readonly after?: Side;
    /** The null that takes the value away on the side that lacks it, where a layer below still says it. */
    readonly removedBy?: Location;
    /** Where the very same change takes place, sorted; of a comparison the two that are compared. */
    readonly environments: readonly string[];
}
/** One side of a change. */
export interface Side {
    readonly value: Value;
    /** Where the layer that wins, or the schema of a default, says it: a collection at its key, a leaf at the value. */
    readonly location?: Location;
    /** Nobody says it: it is the schema's default. */
    readonly byDefault?: true;
    /** The reference through which the value came, if it did; `location` is then the place of the referring text. */
    readonly via?: Location;
    /** What all references of that text lead to, as written: `services/db#/port`. */
    readonly targets?: readonly string[];
    /** What lies below and does not count, highest precedence first. */
    readonly shadowed: readonly Location[];
    /** Which environment this is, where two environments are compared. */
    readonly environment?: string;
}
/** An edit of a layer that changes nothing in an environment that has the layer. */
export interface ShadowedEdit {
    /** `kind/name`. */
    readonly document: string;
    /** What was edited, in the layer and in the document alike; lists count as one leaf. Empty for a whole layer. */
    readonly tokens: Tokens;
    /** `layer-removed`: all that a file (or its part for this document) said is gone, and none of it is missed. */
    readonly kind: ChangeKind | 'layer-removed';
    /** The edited place: in the head, or in the base for what was removed. */
    readonly edit: Location;
    /** `overridden`: a layer above decides. `same-value`: the edit says what holds without it too. */
    readonly reason: 'overridden' | 'same-value';
    /** Who decides, or who says the same; in the head. None where nothing stands there, before or after. */
    readonly by?: Location;
    /** Where it has no effect, sorted. */
    readonly environments: readonly string[];
}
/** `services/db#/port changes from 5432 to 6432 in production and staging`; opaque and secret values are not shown. */
export declare function changeMessage(change: Change): Message;
/** `no effect in production-eu: overridden at environments/production-eu/services/db.yaml:14`. */
export declare function shadowedEditMessage(edit: ShadowedEdit): Message;
/** Why an edit changes nothing: what stands before the place that decides, or alone where there is none. */
export declare function whyWithoutEffect({ reason, by, kind }: Pick<ShadowedEdit, 'reason' | 'by' | 'kind'>): Message;
