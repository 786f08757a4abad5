/** One thing configured: `services/mixtral`. A kind has no slash; a name may have some. */
export interface DocumentId {
    readonly kind: string;
    readonly name: string;
}
/** `kind/name`, the way people write a document and the key under which maps hold it. */
export declare function documentKey(id: DocumentId): string;
/** The document that a text names, `undefined` where it is not `kind/name`. A name may contain slashes. */
export declare function parseDocumentKey(text: string): DocumentId | undefined;
