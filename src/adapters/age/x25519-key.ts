import type { webcrypto } from 'node:crypto'
import type { Identity } from './identity.ts'

/** PKCS #8 of X25519 up to the key's own 32 bytes (RFC 8410). */
const PKCS_8 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const PREFIX = 'AGE-SECRET-KEY-'
const KEY_LENGTH = 32

/**
 * An X25519 identity as a key of Web Crypto that cannot be exported, which the age library takes in place of its text:
 * from a text it makes such a key for each file anew, which costs more than opening the file. `undefined` for other
 * identities, and where Node.js was built without the curve.
 */
export async function x25519Key(
  identity: Identity,
  { bech32 }: Pick<typeof import('./library.ts'), 'bech32'>,
): Promise<webcrypto.CryptoKey | undefined> {
  const text = identity.reveal()
  if (!text.startsWith(`${PREFIX}1`)) return undefined
  try {
    const { prefix, bytes } = bech32.decodeToBytes(text)
    if (prefix.toUpperCase() !== PREFIX || bytes.length !== KEY_LENGTH) return undefined
    const encoded = Buffer.concat([PKCS_8, bytes])
    const key = await crypto.subtle.importKey('pkcs8', encoded, { name: 'X25519' }, false, ['deriveBits'])
    encoded.fill(0)
    bytes.fill(0)
    return key
  } catch {
    // The error may quote the text; the library says what is wrong with it.
    return undefined
  }
}
