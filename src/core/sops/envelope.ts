import type { SealedType } from '../opaque.ts'

/** How every envelope of SOPS starts. */
export const ENVELOPE_START = 'ENC[AES256_GCM,'

/** An encrypted scalar, taken apart; all three in base64. The type is not authenticated. */
export interface Envelope {
  readonly data: string
  readonly iv: string
  readonly tag: string
  readonly type: SealedType
}

const BASE64 = '([A-Za-z0-9+/]+={0,2})'
const ENVELOPE = new RegExp(
  `^ENC\\[AES256_GCM,data:${BASE64},iv:${BASE64},tag:${BASE64},type:(str|int|float|bool|time|bytes|comment)\\]$`,
)
/** 16 bytes in base64: a shorter tag could be forged. */
const TAG_LENGTH = 24

/**
 * Takes an encrypted scalar of SOPS apart; `undefined` where the text is none, to the last character: standard base64
 * with padding, data not empty, a tag of 16 bytes, a known type. (SOPS ignores what follows `]`.)
 */
export function parseEnvelope(text: string): Envelope | undefined {
  if (!text.startsWith(ENVELOPE_START)) return undefined
  const match = ENVELOPE.exec(text)
  if (match === null) return undefined
  const [, data = '', iv = '', tag = '', type] = match
  if (data.length % 4 !== 0 || iv.length % 4 !== 0 || tag.length !== TAG_LENGTH) return undefined
  return { data, iv, tag, type: type as SealedType }
}

/** The text of an envelope, as SOPS writes it. */
export function envelopeText({ data, iv, tag, type }: Envelope): string {
  return `${ENVELOPE_START}data:${data},iv:${iv},tag:${tag},type:${type}]`
}
