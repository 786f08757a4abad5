import type { Side } from '../../core/change.js';
import { type Linked } from '../../core/effective.js';
import { type Location } from '../../core/place.js';
import type { Tokens } from '../../core/pointer.js';
import type { Value } from '../../core/value.js';
/** Says of the values of one document where they come from; only asked where something changed. */
export interface Sides {
    side(tokens: Tokens, value: Value): Side;
    /** The null that takes away what layers below say at a pointer. */
    removedBy(tokens: Tokens): Location | undefined;
}
export declare function sidesOf(linked: Linked): Sides;
