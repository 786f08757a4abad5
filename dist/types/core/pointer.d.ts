declare const pointerBrand: unique symbol;
/** A JSON Pointer (RFC 6901) as text, such as `/models/0/name`; the empty string is the whole document. */
export type Pointer = string & {
    readonly [pointerBrand]: true;
};
/** Tokens of a pointer, unescaped: `['models', '0', 'name']`. */
export type Tokens = readonly string[];
export declare function pointer(tokens: Tokens): Pointer;
/** The tokens of a pointer, or `undefined` where the text is none: it must be empty or start with `/` (RFC 6901 §3). */
export declare function tokensOf(text: string): Tokens | undefined;
export {};
