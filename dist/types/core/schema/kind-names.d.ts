import { type Message } from '../message.js';
import { type Kinds } from './allowed.js';
/** `an integer or null`. */
export declare function kindNames(kinds: Kinds): Message;
