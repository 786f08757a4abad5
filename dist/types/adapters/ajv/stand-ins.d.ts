import { type Value } from '../../core/value.js';
/** The types of JSON as bits, numbers with and without a fraction apart: what a value may be. */
export declare const TYPES: {
    readonly null: 1;
    readonly boolean: 2;
    readonly integer: 4;
    readonly fraction: 8;
    readonly string: 16;
    readonly array: 32;
    readonly object: 64;
};
export declare const NUMBER: number;
/** The bits of a name in `type`; 0 for one that does not exist. */
export declare function typeBits(name: unknown): number;
/** What a value may be; of a known value one bit. */
export declare function bitsOf(data: unknown): number;
/** The value with a stand-in for each opaque leaf; subtrees without any are shared. */
export declare function withStandIns(value: Value): unknown;
/** Whether a value with stand-ins can be, or certainly is, equal to a value of JSON. */
export declare function equals(data: unknown, wanted: Value, how: 'maybe' | 'certainly'): boolean;
