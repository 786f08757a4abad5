import { type Message } from '../../core/message.js';
/** What a value of a format is, with an example where that says more than the name. */
export declare const FORMAT_WORDS: ReadonlyMap<string, Message>;
