import { type Message, type Name, type Shown } from '../../core/message.js';
import { type NearestBudget } from '../../core/nearest.js';
import type { Tokens } from '../../core/pointer.js';
import { type Value } from '../../core/value.js';
import type { Subject } from './subject.js';
/** What stands at a pointer: the value where it may be shown, else what kind of value it is. */
export declare function whatIs(subject: Subject, tokens: Tokens): Message;
/** The value at a pointer as the subject of a sentence. */
export declare function itself(subject: Subject, tokens: Tokens): Message;
/** A value that a schema names. What a schema says is no secret. */
export declare function saidBySchema(value: Value): Shown | Name;
/** `a string or an integer`. */
export declare function typeNouns(types: readonly Value[]): Message;
/** `expected "a", "b" or "c", found the string "d"; did you mean "a"?` */
export declare function choices(allowed: readonly Value[], subject: Subject, tokens: Tokens): Message;
/** The one that a mistyped text most likely meant: case hardly counts, and abbreviations do (`prod`, `production`). */
export declare function nearestOf(given: string, texts: readonly string[], budget: NearestBudget): string | undefined;
/** `; did you mean "b"?`, or what is known where that is short. */
export declare function keyHint(key: string, known: readonly string[], budget: NearestBudget): Message;
export declare function plural(count: number, one: Message, many: Message): Message;
