import { Buffer } from 'node:buffer'
import { Secret } from '../../core/opaque.ts'
import { reveal, revealBytes } from '../../core/reveal.ts'
import type { Clear, ClearType } from '../../core/sops/document.ts'
import { refuse } from '../../core/sops/problem.ts'

/**
 * A secret as it stands in clear: in the text that `decrypt` prints, and at a leaf that the file's selector leaves in
 * clear. One of the few importers of `reveal`; whoever calls this writes plaintext.
 *
 * @throws SopsRefusal `not-representable` for bytes, which no text format can hold
 */
export function inClear(value: Secret | Clear): Clear {
  if (!(value instanceof Secret)) return value
  if (value.type === 'bytes') return refuse('not-representable')
  return { type: value.type === 'comment' ? 'str' : (value.type satisfies ClearType), text: reveal(value) }
}

/** The same as bytes, which a file of SOPS's binary format may hold. */
export function bytesInClear(value: Secret | Clear): Uint8Array {
  return value instanceof Secret ? revealBytes(value) : Buffer.from(value.text, 'utf8')
}
