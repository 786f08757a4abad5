import { type Message, type Shown } from '../../core/message.js';
import { type Tokens } from '../../core/pointer.js';
import { type Kinds } from '../../core/schema/allowed.js';
import type { NoValue } from './texts.js';
/** Says what is wrong with a text where the schema takes no string. `text` is absent where it must not be shown. */
export declare function misfitMessage(tokens: Tokens, allowed: Kinds, no: NoValue, text: Shown | undefined): Message;
