import type { ReferenceTarget } from '../../core/effective.js';
import { type Message } from '../../core/message.js';
/** What every reference starts with. After one more `$` it stands for itself; no other `${` is read. */
export declare const OPEN = "${cairn:";
/** A text with references, in pieces: literal text, references, and what was meant to be one. */
export type Part = string | ReferencePart | MalformedPart;
export interface ReferencePart {
    readonly is: 'reference';
    /** Offsets in the text, from `$` to after `}`. */
    readonly start: number;
    readonly end: number;
    readonly target: ReferenceTarget;
}
export interface MalformedPart {
    readonly is: 'malformed';
    readonly start: number;
    readonly end: number;
    readonly why: Message;
}
/** Reads a text. Every text is readable: what is wrong in it becomes a malformed part. Linear in its length. */
export declare function readText(text: string): readonly Part[];
export declare function isReference(part: Part | undefined): part is ReferencePart;
/** The reference that a text is nothing but, if it is: its value takes the target's type. */
export declare function soleReference(parts: readonly Part[]): ReferencePart | undefined;
