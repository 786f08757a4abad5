import { Secret } from '../../core/opaque.ts'
import type { Clear } from '../../core/sops/document.ts'
import { envelopeText } from '../../core/sops/envelope.ts'
import type { SopsCipher } from '../../core/sops/ports.ts'

/**
 * A cipher without a key, for merging encrypted texts: an envelope opens to a secret that stands for its ciphertext,
 * and seals to the same ciphertext again. Two values are the same if their ciphertexts are. Its MAC is nobody's: what
 * is made with it has to be finished with a key.
 */
export function createKeylessCipher(): SopsCipher {
  const texts = new WeakMap<Secret, string>()
  const keep = (text: string, type: Secret['type']): Secret => {
    const secret = new Secret(0, type)
    texts.set(secret, text)
    return secret
  }
  const textOf = (value: Secret | Clear): string => (value instanceof Secret ? (texts.get(value) ?? '') : value.text)
  const sealed = (value: Secret | Clear): string => {
    if (!(value instanceof Secret)) throw new TypeError('nothing can be sealed without a key')
    return textOf(value)
  }
  return {
    open: (envelope) => keep(envelopeText(envelope), envelope.type),
    seal: sealed,
    sealComment: (text) => (typeof text === 'string' ? text : sealed(text)),
    mac: () => ({ add: () => undefined, addBytes: () => undefined, digest: () => keep(NO_MAC, 'str') }),
    same: (a, b) => a instanceof Secret === b instanceof Secret && a.type === b.type && textOf(a) === textOf(b),
    sameText: (a, b) => textOf(a) === textOf(b),
    keep: ({ type, text }) => keep(text, type),
    keepBytes: () => keep('', 'bytes'),
  }
}

/** Stands where a MAC has to be made with a key; SOPS takes it for none. */
const NO_MAC = 'to be made: cairn secrets merge --finish'
