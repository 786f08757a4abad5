import type { Effective } from '../../core/effective.js';
import { type Place } from '../../core/place.js';
import type { Tokens } from '../../core/pointer.js';
import type { HoldingText } from './walk.js';
/** Where the nearest thing that exists at or above a pointer is set. */
export declare function placeNear(effective: Effective, tokens: Tokens, part?: 'key' | 'value'): Place;
/** Offsets of a part in its text; it starts with `${cairn:`. */
export interface PartSpan {
    readonly start: number;
    readonly end: number;
}
/**
 * Answers where the parts of a text stand in its file. Where the file has the text in another form (escapes, folded
 * lines), a part cannot be told exactly, and its place is that of the whole scalar. Works on the first question only.
 */
export declare class PartPlaces {
    #private;
    constructor(effective: Effective, holding: HoldingText);
    /** The place of a part; of the whole scalar where none is given. */
    of(span?: PartSpan): Place;
}
