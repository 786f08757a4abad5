import type { Secret } from '../opaque.ts'
import type { Clear } from './document.ts'
import type { Envelope } from './envelope.ts'

/** What was wrong with an envelope that did not open. */
export type EnvelopeFault = 'forged' | 'malformed'

/**
 * AES-256-GCM, SHA-512 and the vault, behind one port: plaintext enters the vault in the adapter that decrypts and
 * leaves it in the adapter that encrypts and hashes. A data key is a secret of 32 bytes.
 */
export interface SopsCipher {
  /**
   * Opens an envelope. The secret holds the value in SOPS's one spelling; text that is not UTF-8 becomes `bytes`.
   *
   * @returns `forged` where key, additional data or ciphertext do not fit; `malformed` where the plaintext is none of
   *   its type
   */
  open(envelope: Envelope, additional: string, dataKey: Secret): Secret | EnvelopeFault
  /** Seals a value under a fresh initialisation vector of 32 bytes. */
  seal(value: Secret | Clear, additional: string, dataKey: Secret): string
  /** Seals a comment's text. */
  sealComment(text: Secret | string, additional: string, dataKey: Secret): string
  /** Begins a MAC. */
  mac(): SopsMac
  /** Whether two values have the same type and text. */
  same(a: Secret | Clear, b: Secret | Clear): boolean
  /** Whether two values have the same text, whatever their types; for comments, which are texts. */
  sameText(a: Secret | Clear, b: Secret | Clear): boolean
  /** A value in clear as a secret. */
  keep(value: Clear): Secret
  /** The content of a file as a secret. */
  keepBytes(content: Uint8Array): Secret
}

/** SHA-512 over values, streamed. */
export interface SopsMac {
  add(value: Secret | Clear): void
  /** Adds fixed bytes, in hexadecimal. */
  addBytes(hex: string): void
  /** The digest in upper-case hexadecimal, as SOPS encrypts it. */
  digest(): Secret
}
