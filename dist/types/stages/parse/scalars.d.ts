import { type Message } from '../../core/message.js';
/** A number as text that JavaScript cannot hold as it is written. It becomes a finding and a hole, never a rounding. */
export declare class BadNumber {
    readonly message: Message;
    constructor(message: Message);
}
export declare const NOT_FINITE: BadNumber;
/** What a plain (unquoted) scalar means in the core schema of YAML 1.2.2 (§10.3.2). */
export declare function plainScalar(text: string): string | number | boolean | null | BadNumber;
/** The value of a text that is known to be an integer in a form that `Number` reads (decimal, `0o`, `0x`). */
export declare function integerOf(text: string): number | BadNumber;
/** The value of a text that is known to be a decimal number with a fraction or an exponent. */
export declare function floatOf(text: string): number | BadNumber;
/** What is wrong with a text that was written with escapes; only escapes can bring these characters in. */
export declare function badText(text: string): Message | undefined;
/** What is wrong with a key that was written with escapes. */
export declare function badKey(key: string): Message | undefined;
