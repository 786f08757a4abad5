import { type Value } from '../../core/value.js';
import type { Predicate } from './writing.js';
/** `enum` and `const`: scalars by a look-up, however many there are. */
export declare function isOneOf(allowed: readonly Value[]): Predicate;
/** `enum` and `const` of a value that may hold stand-ins. */
export declare function equalsOneOf(allowed: readonly Value[], how: 'maybe' | 'certainly'): Predicate;
/** `type` of a value that may be a stand-in. */
export declare function isOfType(bits: number, how: 'maybe' | 'certainly'): Predicate;
/** Whether a value is known as far as some types go: not a stand-in for what may be one of them. */
export declare function isKnown(bits: number): Predicate;
export declare function isUnique(data: unknown): boolean;
/** `uniqueItems` of a list that may hold stand-ins, no two of which are taken for the same value. */
export declare function isMaybeUnique(data: unknown): boolean;
export declare function isCertainlyUnique(data: unknown): boolean;
/** `multipleOf` as people mean it: by the decimal numbers that are written, so that 0.3 is a multiple of 0.1. */
export declare function isMultipleOf(divisor: number): Predicate;
