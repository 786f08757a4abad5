import { Buffer, isUtf8 } from 'node:buffer'
import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import { Secret } from '../../core/opaque.ts'
import { reveal, revealBytes } from '../../core/reveal.ts'
import type { Clear } from '../../core/sops/document.ts'
import { envelopeText, type Envelope } from '../../core/sops/envelope.ts'
import type { EnvelopeFault, SopsCipher, SopsMac } from '../../core/sops/ports.ts'
import { canonical } from '../../core/sops/scalars.ts'
import { keep } from '../../core/vault.ts'

const ALGORITHM = 'aes-256-gcm'
/** Bytes. SOPS panics when it rewrites a value whose initialisation vector has another length. */
const IV_LENGTH = 32
const TAG_LENGTH = 16

/** SOPS's cryptography by Node.js's own: AES-256-GCM, one value at a time, and SHA-512. */
export function createSopsCipher(): SopsCipher {
  const keys = new WeakMap<Secret, KeyObject>()
  const keyOf = (dataKey: Secret): KeyObject => {
    let key = keys.get(dataKey)
    if (key === undefined) keys.set(dataKey, (key = createSecretKey(revealBytes(dataKey))))
    return key
  }
  return {
    open: (envelope, additional, dataKey) => {
      const plaintext = decrypt(envelope, additional, keyOf(dataKey))
      return plaintext === undefined ? 'forged' : secretOf(plaintext, envelope.type)
    },
    seal: (value, additional, dataKey) => {
      // SOPS reads `bytes` and never writes it: what is no text is a `str` all the same.
      const type = value.type === 'bytes' ? 'str' : value.type
      return encrypt(bytesOf(value), type, additional, keyOf(dataKey))
    },
    sealComment: (text, additional, dataKey) => {
      const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : revealBytes(text)
      return encrypt(bytes, 'comment', additional, keyOf(dataKey))
    },
    mac: createMac,
    same: (a, b) => a.type === b.type && sameBytes(bytesOf(a), bytesOf(b)),
    sameText: (a, b) => sameBytes(bytesOf(a), bytesOf(b)),
    keep: ({ type, text }) => keep(text, type),
    keepBytes: (content) => (content.length === 0 ? keep('', 'str') : keep(Uint8Array.from(content), 'bytes')),
  }
}

function bytesOf(value: Secret | Clear): Uint8Array {
  return value instanceof Secret ? revealBytes(value) : Buffer.from(value.text, 'utf8')
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

const OPTIONS = { authTagLength: TAG_LENGTH }

function decrypt({ data, iv, tag }: Envelope, additional: string, key: KeyObject): Buffer | undefined {
  const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(iv, 'base64'), OPTIONS)
  decipher.setAAD(Buffer.from(additional, 'utf8'))
  decipher.setAuthTag(Buffer.from(tag, 'base64'))
  const plaintext = decipher.update(data, 'base64')
  try {
    // What `update` gives, which is all there is, is not verified before `final` has returned.
    decipher.final()
    return plaintext
  } catch {
    return undefined
  }
}

function encrypt(plaintext: Uint8Array, type: Envelope['type'], additional: string, key: KeyObject): string {
  const iv = randomBytes(IV_LENGTH)
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_LENGTH })
  cipher.setAAD(Buffer.from(additional, 'utf8'))
  const data = cipher.update(plaintext, undefined, 'base64') + cipher.final('base64')
  return envelopeText({ data, iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), type })
}

function secretOf(plaintext: Buffer, type: Envelope['type']): Secret | EnvelopeFault {
  const text = type === 'bytes' ? undefined : textOf(plaintext)
  if (text === undefined) return type === 'bytes' || type === 'str' || type === 'comment' ? keep(Uint8Array.from(plaintext), 'bytes') : 'malformed'
  const value = canonical(type, text)
  return value === undefined ? 'malformed' : keep(value, type)
}

function textOf(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined
}

function createMac(): SopsMac {
  const hash = createHash('sha512')
  return {
    add: (value) => {
      if (!(value instanceof Secret)) hash.update(value.text, 'utf8')
      else if (value.type === 'bytes') hash.update(revealBytes(value))
      else hash.update(reveal(value), 'utf8')
    },
    addBytes: (hex) => {
      hash.update(hex, 'hex')
    },
    digest: () => keep(hash.digest('hex').toUpperCase(), 'str'),
  }
}
