import { type Kinds } from '../../core/schema/allowed.js';
import type { Value } from '../../core/value.js';
/** Why a text is nothing but a text. */
export type NoValue = 'unsafe-integer' | 'out-of-range' | 'not-finite' | 'not-decimal' | 'blanks' | 'boolean-word' | 'text';
export type ReadText = {
    readonly value: Value;
    readonly no?: undefined;
} | {
    readonly value?: undefined;
    readonly no: NoValue;
};
/**
 * What a text of a string-only source means where no string is allowed: what YAML's core schema (1.2.2 §10.3) makes of
 * it, of its forms only decimal numbers, `true`, `false`, and for null `null`, `~` and nothing. Nothing is trimmed and
 * nothing rounded.
 *
 * @param allowed what may come out; a text that means something else is told why it does not.
 */
export declare function readText(text: string, allowed: Kinds): ReadText;
