import { type Message } from '../../core/message.js';
/** A string with its escapes resolved. */
export interface EscapedString {
    /** `undefined` where an escape in it means nothing. */
    readonly text: string | undefined;
    /** The offset after the closing quote; -1 where the string is not closed on its line. */
    readonly end: number;
}
/**
 * Reads the rest of a JSON string that has characters which do not stand for themselves (RFC 8259 §7).
 *
 * @param start the offset after the opening quote.
 * @param from the first such character.
 * @param tell is told of each bad escape and each control character.
 */
export declare function readEscaped(source: string, start: number, from: number, tell: (start: number, end: number, message: Message) => void): EscapedString;
