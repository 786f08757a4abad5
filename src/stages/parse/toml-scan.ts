import { MAX_DEPTH } from '../../core/ports.ts'

/** Strings and digits longer than this are kept from the library, which spreads them over the stack. */
const LONGEST = 50_000

/** The library keeps about two objects for each bracket, comma, sign, string and comment, of 1 kB each. */
export const MOST_MARKS = 100_000

/** A piece of the text; `end` exclusive. */
export interface Word {
  readonly start: number
  readonly end: number
}

/** What a look at the brackets, quotes and comments of a TOML text finds, without reading it. */
interface TomlScan {
  /** Offset of the first bracket that opens more than `MAX_DEPTH` levels; -1 where none does. */
  readonly tooDeep: number
  /** Offset of the first mark of punctuation, string or comment that is one too many; -1 where none is. */
  readonly tooMany: number
  /** Words too long for the library: quoted strings, and runs of digits. */
  readonly long: readonly Word[]
  /** Offset of the quote or the innermost bracket that is open at the end of the scan; -1 where none is. */
  readonly open: number
}

/** Scans `text` up to `until`. Quotes of one line end with the line, as TOML's do. Linear in the text. */
export function scanToml(text: string, until: number = text.length): TomlScan {
  const brackets: number[] = []
  const long: Word[] = []
  let tooDeep = -1
  let tooMany = -1
  let marks = 0
  let at = 0
  while (at < until) {
    const start = at
    const char = text.charAt(at)
    at = wordEnd(text, at, char)
    if (!WORD.test(char) && ++marks > MOST_MARKS && tooMany < 0) tooMany = start
    if (char === '[' || char === '{') {
      if (brackets.push(start) > MAX_DEPTH && tooDeep < 0) tooDeep = start
    } else if (char === ']' || char === '}') {
      brackets.pop()
    } else if (isQuote(char) && (at > until || (at === until && !isClosed(text, start, at)))) {
      return { tooDeep, tooMany, long, open: start }
    }
    if (at - start > LONGEST && char !== '#') long.push({ start, end: at })
  }
  return { tooDeep, tooMany, long, open: brackets.at(-1) ?? -1 }
}

const WORD = /[\w\s-]/
const DIGITS = /[0-9_]+/y

/** The offset after the string, comment, run of digits or other character at `at`. */
function wordEnd(text: string, at: number, char: string): number {
  if (char === '#') return endOfLine(text, at)
  if (isQuote(char)) return stringEnd(text, at)
  if (char < '0' || char > '9') return at + 1
  DIGITS.lastIndex = at
  DIGITS.test(text)
  return DIGITS.lastIndex
}

export function isQuote(char: string): boolean {
  return char === '"' || char === "'"
}

/** The offset after the string that starts at `at`: after its closing quotes, or where it breaks off. */
export function stringEnd(text: string, at: number): number {
  const quote = text[at] as string
  const isLong = text.startsWith(quote.repeat(3), at)
  let end = isLong ? at + 3 : at + 1
  for (; end < text.length; end++) {
    const char = text[end]
    if (char === '\\' && quote === '"') end++
    else if (!isLong && (char === quote || char === '\n')) return char === quote ? end + 1 : end
    else if (isLong && char === quote && text.startsWith(quote.repeat(3), end)) return afterQuotes(text, end + 3, quote)
  }
  return text.length
}

/** Up to two quotes before the closing three belong to the string. */
function afterQuotes(text: string, from: number, quote: string): number {
  let end = from
  while (end < from + 2 && text[end] === quote) end++
  return end
}

function isClosed(text: string, start: number, end: number): boolean {
  const quote = text[start] as string
  const width = text.startsWith(quote.repeat(3), start) ? 3 : 1
  return end - start >= 2 * width && text.startsWith(quote.repeat(width), end - width)
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
