import type { Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import { BrokenLines } from './broken-lines.ts'
import { draftLeaf, draftMapping, NO_KEY, plant, plantHole, setOnce, type DraftMapping } from './draft.ts'
import { isBlank, lineEnd, nextLine, skipBlanks, trimBlanks } from './lines.ts'
import type { FormatOptions } from './options.ts'

/**
 * Reads a dotenv file: one document, a flat mapping of strings. The grammar is what Docker Compose and the dotenv
 * packages have in common:
 *
 * - `NAME=value`, `export NAME=value`, `NAME: value`; blanks around the name and the value do not count. A name has
 *   letters, digits, `_`, `.` and `-`, and starts with a letter or `_`.
 * - A value without quotes ends before ` #` or with the line; nothing in it is an escape.
 * - `'…'` is taken as it is, up to the next `'`. In `"…"` the escapes `\n`, `\r`, `\t`, `\"`, `\\` and `\$` are read
 *   and any other backslash is text. Both may span lines; line breaks become `\n`. Only a comment may follow them.
 * - Nothing is ever expanded: `${X}` and `$(command)` stay as they are written.
 * - A name that is set twice is an error at the second place; the last value counts.
 *
 * A line that is none of these is `parse/syntax`, and the document is a hole; the next lines are still looked at,
 * except in a merge conflict.
 */
export function parseDotenv(source: Source, _options: FormatOptions, report: Report): readonly Tree[] {
  const reader = new DotenvReader(source, report)
  return [reader.read()]
}

const NAME = /[A-Za-z_][A-Za-z0-9_.-]*/y
const EXPORT = /export[ \t]+/y
const BLANK_OR_END = ['', ' ', '\t', '\r', '\n']
const LINE_BREAK = /\r\n?/g
const ESCAPE = /\\([nrt"\\$])/g
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

class DotenvReader {
  readonly #source: Source
  readonly #report: Report
  readonly #root: DraftMapping
  readonly #broken: BrokenLines

  constructor(source: Source, report: Report) {
    this.#source = source
    this.#report = report
    this.#broken = new BrokenLines(source, report)
    this.#root = draftMapping(NO_KEY, 0, source.text.length)
  }

  read(): Tree {
    const { text } = this.#source
    for (let start = 0; start < text.length && !this.#broken.tooMany; ) {
      const end = lineEnd(text, start)
      const from = skipBlanks(text, start, end)
      start = nextLine(text, from === end || text[from] === '#' ? end : this.#entry(from, end))
    }
    return this.#broken.some ? plantHole(this.#source) : plant(this.#source, this.#root)
  }

  /** Reads the entry at `from` and returns the end of its last line. `end` is that of its first. */
  #entry(from: number, end: number): number {
    const { text } = this.#source
    const keyStart = after(EXPORT, text, from)
    const keyEnd = after(NAME, text, keyStart)
    const sign = skipBlanks(text, keyEnd, end)
    const equals = text[sign] === '='
    if (keyEnd === keyStart || !(equals || isColon(text, sign) || sign === end)) {
      this.#broken.tell(keyStart, this.#nameEnd(keyStart, end), say`this is not the name of a variable: letters, digits and _ make one`)
      return end
    }
    const key = text.slice(keyStart, keyEnd)
    if (sign === end) {
      this.#broken.tell(keyStart, keyEnd, say`${name(key)} has no value: write ${name(key)}= for an empty one`)
      return end
    }
    const start = skipBlanks(text, sign + 1, end)
    const quote = text[start]
    if (quote === '"' || quote === "'") return this.#quoted(key, { key: [keyStart, keyEnd], start }, quote, end)
    const valueEnd = unquotedEnd(text, sign + 1, end)
    const valueStart = valueEnd === sign + 1 ? valueEnd : start
    this.#set(key, [keyStart, keyEnd], text.slice(valueStart, valueEnd), valueStart, valueEnd)
    return end
  }

  #quoted(key: string, at: KeyAndStart, quote: '"' | "'", end: number): number {
    const { text } = this.#source
    const close = quote === '"' ? closingQuote(text, at.start + 1) : text.indexOf(quote, at.start + 1)
    if (close < 0) {
      this.#broken.tell(at.start, end, say`this value is not closed: write the missing ${name(quote)}`)
      return end
    }
    const lastEnd = lineEnd(text, close)
    const rest = skipBlanks(text, close + 1, lastEnd)
    if (rest < lastEnd && close > end && opensValue(text, close)) {
      this.#broken.tell(at.start, end, say`this value is not closed: write the missing ${name(quote)}`)
      return end
    }
    if (rest < lastEnd && (text[rest] !== '#' || rest === close + 1)) {
      this.#broken.tell(rest, trimBlanks(text, rest, lastEnd), say`only a comment may follow a value in quotes`)
      return lastEnd
    }
    const raw = text.slice(at.start + 1, close).replace(LINE_BREAK, '\n')
    const value = quote === '"' ? raw.replace(ESCAPE, (_, char: string) => ESCAPED[char] ?? char) : raw
    this.#set(key, at.key, value, at.start, close + 1)
    return lastEnd
  }

  #set(key: string, span: readonly [number, number], value: string, start: number, end: number): void {
    setOnce(this.#source, this.#root, key, draftLeaf(value, span, start, end), this.#report)
  }

  /** Where what was meant as a name ends: at the `=`, or with the line. */
  #nameEnd(start: number, end: number): number {
    const { text } = this.#source
    let at = start
    while (at < end && text[at] !== '=') at++
    return Math.max(trimBlanks(text, start, at), Math.min(start + 1, end))
  }
}

interface KeyAndStart {
  readonly key: readonly [number, number]
  /** Offset of the value. */
  readonly start: number
}

/** The offset after what a sticky expression finds at `from`; `from` where it finds nothing. */
function after(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from
  return expression.test(text) ? expression.lastIndex : from
}

/** `NAME:` takes a blank or the end of the line after it, so that no other use of a colon is mistaken for it. */
function isColon(text: string, at: number): boolean {
  return text[at] === ':' && BLANK_OR_END.includes(text.charAt(at + 1))
}

/** The offset of the `"` that closes a value, -1 where there is none. */
function closingQuote(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at < text.length ? at : -1
}

/** Whether a quote stands where the value of a line of its own starts: what seems to end there was never closed. */
function opensValue(text: string, quote: number): boolean {
  const lineBreak = Math.max(text.lastIndexOf('\n', quote), text.lastIndexOf('\r', quote))
  const keyStart = after(EXPORT, text, skipBlanks(text, lineBreak + 1, quote))
  const keyEnd = after(NAME, text, keyStart)
  const sign = skipBlanks(text, keyEnd, quote)
  if (keyEnd === keyStart || !(text[sign] === '=' || isColon(text, sign))) return false
  return skipBlanks(text, sign + 1, quote) === quote
}

/** Where an unquoted value ends that starts after `from`: before a blank and `#`, or with the line; without blanks. */
function unquotedEnd(text: string, from: number, end: number): number {
  let at = from
  while (at < end && !(text[at] === '#' && isBlank(text.charCodeAt(at - 1)))) at++
  return trimBlanks(text, from, at)
}
