import { type Message } from '../../core/message.js';
import type { Place } from '../../core/place.js';
import { type Extension } from '../../core/schema/extensions.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
/** A part of what a keyword says that makes the whole of it wrong. */
interface WrongPart {
    readonly place: Place;
    readonly message: Message;
}
/** The key or entry that is to be corrected in a keyword that holds a mapping; `undefined` where it is none of them. */
export declare function wrongPart(node: SchemaNode, keyword: Extension): WrongPart | undefined;
export {};
