import type { Plugin } from 'rolldown'
import { replaceOnce } from './replace-once.ts'

/**
 * `age-encryption` loads curves and ML-KEM of its own whatever it is used for: most of its size, and 10 to 15 ms of
 * computing tables at each start. Keys of X25519 need neither, as Node.js has that curve. What needs them is awaited
 * anyway, so it can as well import them when it runs. Nothing of what it computes is changed.
 */
export function lateCurves(): Plugin {
  return {
    name: 'late-curves',
    transform: {
      filter: { id: /[\\/]node_modules[\\/]age-encryption[\\/]dist[\\/](?:recipients|x25519)\.js$/ },
      handler: (code, id) => (id.endsWith('x25519.js') ? FALLBACK : RECIPIENTS).reduce(
        (text, [from, to]) => replaceOnce('age-encryption', text, from, to),
        code,
      ),
    },
  }
}

/** What opening and sealing with keys of X25519 takes of it, and is best loaded at once. */
export const AGE_CODE =
  /^(?!.*[\\/]post-quantum[\\/]).*[\\/](?:adapters[\\/]age[\\/]library\.ts$|node_modules[\\/](?:age-encryption|@scure[\\/]base|@noble[\\/](?:ciphers|hashes))[\\/])/

type Replacement = readonly [from: string, to: string]

const HYBRID = '(await import("@noble/post-quantum/hybrid.js"))'

/** Post-quantum recipients and identities, and recipients with tags. */
const RECIPIENTS: readonly Replacement[] = [
  ['import { MLKEM768P256, MLKEM768X25519 } from "@noble/post-quantum/hybrid.js";\n', ''],
  ['import { p256 } from "@noble/curves/nist.js";\n', ''],
  ['= MLKEM768X25519.getPublicKey(', `= ${HYBRID}.MLKEM768X25519.getPublicKey(`],
  [
    'wrapFileKey(fileKey) {\n        const { cipherText: encapsulatedKey, sharedSecret } = MLKEM768X25519.',
    `async wrapFileKey(fileKey) {\n        const { cipherText: encapsulatedKey, sharedSecret } = ${HYBRID}.MLKEM768X25519.`,
  ],
  [
    'wrapFileKey(fileKey) {\n        const { cipherText: encapsulatedKey, sharedSecret } = MLKEM768P256.',
    `async wrapFileKey(fileKey) {\n        const { cipherText: encapsulatedKey, sharedSecret } = ${HYBRID}.MLKEM768P256.`,
  ],
  [
    'unwrapFileKey(stanzas) {\n        for (const s of stanzas) {\n            if (s.args.length < 1 || s.args[0] !== "mlkem768x25519")',
    'async unwrapFileKey(stanzas) {\n        for (const s of stanzas) {\n            if (s.args.length < 1 || s.args[0] !== "mlkem768x25519")',
  ],
  ['= MLKEM768X25519.decapsulate(', `= ${HYBRID}.MLKEM768X25519.decapsulate(`],
  [
    'function hpkeDHKEMP256Encapsulate(recipient) {\n',
    'async function hpkeDHKEMP256Encapsulate(recipient) {\n    const { p256 } = await import("@noble/curves/nist.js");\n',
  ],
  [
    'wrapFileKey(fileKey) {\n        const { encapsulatedKey, sharedSecret } = hpkeDHKEMP256Encapsulate(',
    'async wrapFileKey(fileKey) {\n        const { encapsulatedKey, sharedSecret } = await hpkeDHKEMP256Encapsulate(',
  ],
]

const X25519 = '(await import("@noble/curves/ed25519.js")).x25519'

/** X25519 where Node.js has none; `GuBytes` is the base point, 9. */
const FALLBACK: readonly Replacement[] = [
  [
    'import { x25519 } from "@noble/curves/ed25519.js";\n',
    'const basePoint = /* @__PURE__ */ Uint8Array.of(9, ...new Uint8Array(31));\n',
  ],
  ['scalarMult(scalar, x25519.GuBytes)', 'scalarMult(scalar, basePoint)'],
  [
    '}, () => {\n        if (isCryptoKey(scalar)) {\n            throw new Error("CryptoKey provided but X25519 WebCrypto is not supported");\n        }\n        return x25519.scalarMult(',
    `}, async () => {\n        if (isCryptoKey(scalar)) {\n            throw new Error("CryptoKey provided but X25519 WebCrypto is not supported");\n        }\n        return ${X25519}.scalarMult(`,
  ],
  [
    '}, () => {\n        if (isCryptoKey(scalar)) {\n            throw new Error("CryptoKey provided but X25519 WebCrypto is not supported");\n        }\n        return x25519.scalarMultBase(',
    `}, async () => {\n        if (isCryptoKey(scalar)) {\n            throw new Error("CryptoKey provided but X25519 WebCrypto is not supported");\n        }\n        return ${X25519}.scalarMultBase(`,
  ],
]
