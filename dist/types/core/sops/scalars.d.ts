import type { SealedType } from '../opaque.js';
import type { Clear } from './document.js';
/**
 * The text of a decrypted scalar in SOPS's one spelling, which its MAC hashes; `undefined` where the text is none of
 * its type. What Go reads is read: `+5` and `007` are ints, `1e3` a float, `t` a bool (strconv, time.Parse).
 */
export declare function canonical(type: SealedType, text: string): string | undefined;
/** The decimal digits of an integer; `undefined` beyond 64 bits with a sign. */
export declare function fitsInt(value: bigint): string | undefined;
/** A float as Go's `FormatFloat(f, 'f', -1, 64)`: the shortest digits that round-trip, never an exponent. */
export declare function floatText(value: number): string;
/** Parts of a point in time, as texts of digits. */
export interface TimeParts {
    readonly date: readonly [year: string, month: string, day: string];
    readonly time: readonly [hour: string, minute: string, second: string];
    readonly fraction: string;
    /** `Z` or an offset such as `+02:00`. */
    readonly zone: string;
}
/** RFC 3339 as Go writes it: nanoseconds at most, no trailing zeros, `Z` for UTC; `undefined` for no such time. */
export declare function timeText({ date, time, fraction, zone }: TimeParts): string | undefined;
/**
 * `lastmodified` as SOPS authenticates it with the MAC: the time that it reads, in whole seconds. Other offsets than
 * UTC are kept; `undefined` where it is no time.
 */
export declare function wholeSeconds(text: string): string | undefined;
/** A scalar as the JSON that a document's value holds; `undefined` for a number that JSON cannot hold exactly. */
export declare function plainOf({ type, text }: Clear): string | number | boolean | undefined;
