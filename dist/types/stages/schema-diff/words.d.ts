import { type Message } from '../../core/message.js';
import { type Value } from '../../core/value.js';
/** Values that a schema names; `hidden`: they are under `x-secret`. */
export declare function valueList(values: readonly Value[], hidden: boolean, last?: 'and' | 'or'): Message;
/** One value that a schema names. */
export declare function valueWords(value: Value, hidden: boolean): Message;
