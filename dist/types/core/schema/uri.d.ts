/** The URI under which a document stands that has no `$id`: built-ins have theirs already. */
export declare function uriOfPath(path: string): string;
/** A reference without its fragment, resolved against a URI (RFC 3986 §5); `undefined` where it is no reference. */
export declare function joined(location: string, base: string): string | undefined;
/** What percent signs stand for; the text as it is where they stand for nothing. */
export declare function decoded(text: string): string;
/** How a document is written in a reference from another one. */
export declare function referenceTo(path: string, from: string): string;
