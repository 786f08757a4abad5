import { Sealed, type SealedType } from '../../core/opaque.ts'

/** How every envelope of SOPS starts. */
export const ENVELOPE_START = 'ENC[AES256_GCM,'

const BASE64 = '([A-Za-z0-9+/]+={0,2})'
const ENVELOPE = new RegExp(
  `^ENC\\[AES256_GCM,data:${BASE64},iv:${BASE64},tag:${BASE64},type:(str|int|float|bool|time|bytes|comment)\\]$`,
)
/** 16 bytes in base64: a shorter tag could be forged. */
const TAG_LENGTH = 24

/**
 * Reads one leaf as SOPS writes an encrypted scalar; `undefined` where the text is none, to the last character:
 * standard base64 with padding, data not empty, a tag of 16 bytes, a known type. (SOPS ignores what follows `]`.)
 */
export function readEnvelope(text: string): Sealed | undefined {
  if (!text.startsWith(ENVELOPE_START)) return undefined
  const match = ENVELOPE.exec(text)
  if (match === null) return undefined
  const [, data = '', iv = '', tag = '', type] = match
  if (data.length % 4 !== 0 || iv.length % 4 !== 0 || tag.length !== TAG_LENGTH) return undefined
  return new Sealed(type as SealedType, text)
}
