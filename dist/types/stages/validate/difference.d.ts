import { type Message } from '../../core/message.js';
import { type Tokens } from '../../core/pointer.js';
import { type Value } from '../../core/value.js';
import type { Subject } from './subject.js';
/**
 * What a mapping or list has otherwise than the one that is asked for, or lacks, or has too much: the first such thing.
 * `undefined` for other values, and where some of it may be a secret: where the rest agrees would tell of that.
 */
export declare function differenceWords(wanted: Value, subject: Subject, tokens: Tokens): Message | undefined;
