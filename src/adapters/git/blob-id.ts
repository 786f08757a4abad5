/**
 * Whether bytes are the content of the blob with an object id, which is the hash of a header and the content
 * (gitformat-object, `blob <size> NUL`): SHA-1, or SHA-256 in repositories that chose it.
 */
export function isBlob(oid: string, bytes: Buffer): boolean {
  return blobId(bytes, oid.length === 64 ? 'sha256' : 'sha1') === oid
}

/** The object id of a content, in hexadecimal digits. */
export function blobId(bytes: Uint8Array, algorithm: 'sha1' | 'sha256' = 'sha1'): string {
  // Loaded when the first comparison asks: it would cost every command some milliseconds.
  const { createHash } = process.getBuiltinModule('node:crypto')
  return createHash(algorithm).update(`blob ${bytes.length}\u0000`).update(bytes).digest('hex')
}
