/**
 * Path names as Git prints them, as text. Names need not be valid UTF-8: a byte that fits nowhere becomes the lone
 * surrogate U+DC80 … U+DCFF (as Python's `surrogateescape` does, PEP 383), so that every name stays distinct, can be
 * turned back into its bytes, and is escaped in messages.
 */
export declare function decodePath(bytes: Buffer): string;
/** The bytes of a path of `decodePath`, for the file system; a plain string where that says the same. */
export declare function encodePath(path: string): string | Buffer;
