import { say, type Message } from '../../core/message.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const SPACE = 0x20
const LINE_FEED = 0x0a
const RETURN = 0x0d

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

const BAD_ESCAPE = say`JSON has no such escape: write \\\\ for a backslash`
const BAD_CONTROL = say`a control character in a JSON string must be written as an escape`

/** A string with its escapes resolved. */
export interface EscapedString {
  /** `undefined` where an escape in it means nothing. */
  readonly text: string | undefined
  /** The offset after the closing quote; -1 where the string is not closed on its line. */
  readonly end: number
}

/**
 * Reads the rest of a JSON string that has characters which do not stand for themselves (RFC 8259 §7).
 *
 * @param start the offset after the opening quote.
 * @param from the first such character.
 * @param tell is told of each bad escape and each control character.
 */
export function readEscaped(
  source: string,
  start: number,
  from: number,
  tell: (start: number, end: number, message: Message) => void,
): EscapedString {
  let text: string | undefined = source.slice(start, from)
  for (let at = from; at < source.length; ) {
    const char = source.charCodeAt(at)
    if (char === QUOTE) return { text, end: at + 1 }
    if (char === LINE_FEED || char === RETURN) break
    if (char === BACKSLASH) {
      const length = escapeLength(source, at)
      if (length === 0) tell(at, Math.min(at + 2, source.length), BAD_ESCAPE)
      text = length === 0 || text === undefined ? undefined : text + unescaped(source, at)
      at += Math.max(2, length)
      continue
    }
    if (char < SPACE) tell(at, at + 1, BAD_CONTROL)
    const end = plainEnd(source, at + 1)
    if (text !== undefined) text += source.slice(at, end)
    at = end
  }
  return { text: undefined, end: -1 }
}

/** The length of the escape at `at`, 0 where it is none. */
function escapeLength(source: string, at: number): number {
  ESCAPE.lastIndex = at
  return ESCAPE.test(source) ? ESCAPE.lastIndex - at : 0
}

function unescaped(source: string, at: number): string {
  const char = source.charAt(at + 1)
  if (char === 'u') return String.fromCharCode(parseInt(source.slice(at + 2, at + 6), 16))
  return ESCAPES[char] ?? char
}

/** The end of the run of characters from `from` on that stand for themselves. */
function plainEnd(source: string, from: number): number {
  let at = from
  while (at < source.length) {
    const char = source.charCodeAt(at)
    if (char === QUOTE || char === BACKSLASH || char < SPACE) break
    at++
  }
  return at
}
