import { isUtf8 } from 'node:buffer'

/**
 * Path names as Git prints them, as text. Names need not be valid UTF-8: a byte that fits nowhere becomes the lone
 * surrogate U+DC80 … U+DCFF (as Python's `surrogateescape` does, PEP 383), so that every name stays distinct, can be
 * turned back into its bytes, and is escaped in messages.
 */
export function decodePath(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : decodeBroken(bytes)
}

/** The bytes of a path of `decodePath`, for the file system; a plain string where that says the same. */
export function encodePath(path: string): string | Buffer {
  if (!ESCAPED.test(path)) return path
  const parts: Buffer[] = []
  for (const point of path) {
    const code = point.charCodeAt(0)
    const escaped = point.length === 1 && code >= ESCAPE_FIRST && code <= ESCAPE_LAST
    parts.push(escaped ? Buffer.from([code - ESCAPE_BASE]) : Buffer.from(point))
  }
  return Buffer.concat(parts)
}

const ESCAPE_BASE = 0xdc00
const ESCAPE_FIRST = 0xdc80
const ESCAPE_LAST = 0xdcff
/** With the `u` flag surrogates match only where they stand alone. */
const ESCAPED = /[\udc80-\udcff]/u

function decodeBroken(bytes: Buffer): string {
  let text = ''
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] as number)
    const sequence = bytes.subarray(at, at + length)
    if (sequence.length === length && isUtf8(sequence)) {
      text += sequence.toString('utf8')
      at += length
    } else {
      text += String.fromCharCode(ESCAPE_BASE + (bytes[at] as number))
      at++
    }
  }
  return text
}

/** Length of the UTF-8 sequence that a byte starts (RFC 3629 §3); what it cannot start fails the check that follows. */
function sequenceLength(lead: number): number {
  if (lead < 0xc0) return 1
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}
