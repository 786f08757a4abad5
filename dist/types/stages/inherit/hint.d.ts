import { type Message } from '../../core/message.js';
/** The end of a sentence about a name that is not known: the nearest that is, or nothing. */
export declare function didYouMean(wanted: string, candidates: Iterable<string>): Message;
