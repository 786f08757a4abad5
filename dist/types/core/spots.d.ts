import { type Linked, type ReferenceTarget } from './effective.js';
import type { Related } from './finding.js';
import { type Place } from './place.js';
import type { Tokens } from './pointer.js';
/** What is asked of the rest of the repository about the values that a document has from elsewhere. */
export interface Provenance {
    /** Where what a reference leads to is set; `below` leads on from its target. */
    readonly targetPlace?: (target: ReferenceTarget, below: Tokens) => Place | undefined;
    /** Whether that is under `x-secret` where it is set; as long as nobody says, it is taken for a secret. */
    readonly targetIsSecret?: (target: ReferenceTarget, below: Tokens) => boolean;
}
/** Where something stands, and where else to look. */
export interface Spot {
    readonly place: Place;
    readonly related: readonly Related[];
}
/**
 * Answers where the values of an effective document are to be edited: in the layer that supplied them, at the reference
 * that brought them, or in the schema whose default they are.
 */
export declare class Spots {
    #private;
    constructor(linked: Linked, provenance: Provenance);
    /** A value, or the key that it stands at, in the layer that supplied it. */
    spotOf(tokens: Tokens, part: 'key' | 'value'): Spot;
    /** Where keys belong that a mapping lacks: at the null that took one away, else at the key of the mapping. */
    spotOfMissing(parent: Tokens, keys: readonly string[]): Spot;
    /** Whether nobody wrote a value: a default was filled in. */
    isFilled(tokens: Tokens): boolean;
    /** Whether a null took away what a mapping lacks. */
    isRemoved(tokens: Tokens): boolean;
}
