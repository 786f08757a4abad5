/**
 * Whether bytes are the content of the blob with an object id, which is the hash of a header and the content
 * (gitformat-object, `blob <size> NUL`): SHA-1, or SHA-256 in repositories that chose it.
 */
export declare function isBlob(oid: string, bytes: Buffer): boolean;
/** The object id of a content, in hexadecimal digits. */
export declare function blobId(bytes: Uint8Array, algorithm?: 'sha1' | 'sha256'): string;
