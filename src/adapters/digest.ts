import type { Digest } from '../core/publication.ts'

/** SHA-256, as 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array): Digest {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex')
}
