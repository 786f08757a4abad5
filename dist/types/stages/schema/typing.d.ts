import { type Report } from '../../core/finding.js';
import type { Place } from '../../core/place.js';
import type { Tokens } from '../../core/pointer.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import { type Value } from '../../core/value.js';
/** What typing needs to know of the layer. */
export interface TypingContext {
    /** Where the layer says what it says at a pointer. */
    readonly placeAt: (tokens: Tokens) => Place;
    /** What the layers below say: a tag that stands there chooses a branch here as well. */
    readonly below?: Value;
    /** The environment, where `below` depends on one. */
    readonly environment?: string;
    readonly report: Report;
}
/**
 * Gives the texts of a string-only layer (INI, dotenv, run variables) the types that the schema allows where they
 * stand. Where it allows a string, or says nothing, a text stays one; else it is what `readText` makes of it; where it
 * allows a list and `x-split` says what separates them, the items are. A text that is none of what is allowed is a
 * `type/misfit`, and a hole. A text with a reference stays as it is: its type is the target's. Pure; shares what stays
 * the same.
 */
export declare function typeStrings(value: Value, root: SchemaNode, context: TypingContext): Value;
