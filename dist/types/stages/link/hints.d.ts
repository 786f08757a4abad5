import { type Message } from '../../core/message.js';
import { type Tokens } from '../../core/pointer.js';
import { type Value } from '../../core/value.js';
/** `; did you mean …?` with the known document whose name is nearest: of the same kind, if one is. */
export declare function documentHint(wanted: string, documents: ReadonlySet<string>): Message;
/** Why a value has no such child, with the nearest one. */
export declare function childHint(parent: Value, tokens: Tokens, token: string): Message;
/** `a number`, `null`, `a sealed value`. */
export declare function a(value: Value): Message;
