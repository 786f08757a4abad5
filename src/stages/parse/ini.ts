import type { Report } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import { BrokenLines } from './broken-lines.ts'
import {
  draftLeaf,
  draftMapping,
  NO_KEY,
  plant,
  plantHole,
  setOnce,
  type DraftLeaf,
  type DraftMapping,
} from './draft.ts'
import { lineEnd, nextLine, skipBlanks, trimBlanks } from './lines.ts'
import type { FormatOptions } from './options.ts'

/**
 * Reads an INI file: one document, a mapping of sections and of the keys before the first section. INI has no standard;
 * these are the rules, chosen so that what readers disagree about never loses a character:
 *
 * - `[name]` opens a section. The name, without blanks around it, is one key: `[a.b]` nests only through `splitKeys`.
 *   A section that comes back goes on. `[DEFAULT]` is a section like any other.
 * - `key = value` and `key: value`; the first `=` or `:` of the line counts, as for Python's configparser and the
 *   reader that SOPS uses. Keys keep their case.
 * - Every value is a string. A pair of quotes, double or single, around a value that holds no other such quote is
 *   removed; backslashes and `%(name)s` are text. A value in `"""` may go over lines, as SOPS 3.13.0 writes them.
 * - A line that starts with `;` or `#`, blanks aside, is a comment. There are no others: `a = 1 ; b` is `1 ; b`, as for
 *   configparser and systemd.
 * - A line indented deeper than the key above it continues that key's value after a line break, as for configparser;
 *   blank lines between count, comments do not. A backslash at the end of a line continues nothing.
 * - A key that a section already has is an error at the second place; the last value counts.
 *
 * A line that is none of these is `parse/syntax`, and the document is a hole; the next lines are still looked at,
 * except in a merge conflict.
 */
export function parseIni(source: Source, _options: FormatOptions, report: Report): readonly Tree[] {
  const reader = new IniReader(source, report)
  return [reader.read()]
}

const HEADER_OPEN = say`this section header is not closed: write the missing ]`
const LONG_QUOTES = '"""'
const LINE_BREAK = /\r\n?/g
const QUOTES = '"\''

/** The key whose value the next lines may continue. */
interface Open {
  readonly leaf: DraftLeaf
  readonly indent: number
  raw: string
  /** Blank lines since its last line. */
  blankLines: number
}

class IniReader {
  readonly #source: Source
  readonly #report: Report
  readonly #root: DraftMapping
  #section: DraftMapping
  #open: Open | undefined
  readonly #broken: BrokenLines

  constructor(source: Source, report: Report) {
    this.#source = source
    this.#report = report
    this.#broken = new BrokenLines(source, report)
    this.#root = this.#section = draftMapping(NO_KEY, 0, source.text.length)
  }

  read(): Tree {
    const { text } = this.#source
    for (let start = 0; start < text.length && !this.#broken.tooMany; ) {
      start = nextLine(text, this.#line(start, lineEnd(text, start)))
    }
    return this.#broken.some ? plantHole(this.#source) : plant(this.#source, this.#root)
  }

  /** Reads the line at `start` and returns where it, or the last line of its value, ends. */
  #line(start: number, lineBreak: number): number {
    const { text } = this.#source
    const from = skipBlanks(text, start, lineBreak)
    const to = trimBlanks(text, from, lineBreak)
    if (from === to) {
      if (this.#open !== undefined) this.#open.blankLines++
      return lineBreak
    }
    const first = text[from]
    if (first === ';' || first === '#') return lineBreak
    if (this.#open !== undefined && from - start > this.#open.indent) this.#continue(this.#open, from, to)
    else if (first === '[') this.#header(from, to)
    else return this.#entry(from, to, from - start)
    return lineBreak
  }

  #continue(open: Open, from: number, to: number): void {
    open.raw += '\n'.repeat(open.blankLines + 1) + this.#source.text.slice(from, to)
    open.blankLines = 0
    open.leaf.value = open.raw
    open.leaf.valueEnd = to
    this.#reach(to)
  }

  #header(from: number, to: number): void {
    const { text } = this.#source
    this.#open = undefined
    const close = text.indexOf(']', from)
    if (close < 0 || close >= to) return this.#broken.tell(from, to, HEADER_OPEN)
    const after = skipBlanks(text, close + 1, to)
    if (after < to && text[after] !== ';' && text[after] !== '#') {
      return this.#broken.tell(after, to, say`only a comment may follow a section header`)
    }
    const start = skipBlanks(text, from + 1, close)
    const end = trimBlanks(text, start, close)
    if (start === end) return this.#broken.tell(from, close + 1, say`this section has no name`)
    this.#enter(text.slice(start, end), [start, end], from, close + 1)
  }

  #enter(title: string, key: readonly [number, number], from: number, to: number): void {
    const known = this.#root.children.get(title)
    if (known?.kind === 'mapping') {
      this.#section = known
      return
    }
    this.#section = draftMapping(key, from, to)
    setOnce(this.#source, this.#root, title, this.#section, this.#report)
  }

  #entry(from: number, to: number, indent: number): number {
    const { text } = this.#source
    this.#open = undefined
    const delimiter = firstDelimiter(text, from, to)
    const keyEnd = trimBlanks(text, from, delimiter)
    if (delimiter === to) {
      this.#broken.tell(from, to, say`this line is neither a section nor a key: write key = value`)
    } else if (keyEnd === from) {
      this.#broken.tell(from, delimiter + 1, say`the key is missing before this sign`)
    } else if (text.startsWith(LONG_QUOTES, skipBlanks(text, delimiter + 1, to))) {
      return this.#quoted([from, keyEnd], skipBlanks(text, delimiter + 1, to), to)
    } else {
      this.#value([from, keyEnd], delimiter, to, indent)
    }
    return lineEnd(text, to)
  }

  #value(key: readonly [number, number], delimiter: number, to: number, indent: number): void {
    const { text } = this.#source
    const filled = skipBlanks(text, delimiter + 1, to)
    const valueStart = filled === to ? delimiter + 1 : filled
    const raw = text.slice(filled, to)
    const leaf = draftLeaf(unquoted(raw), key, valueStart, filled === to ? valueStart : to)
    this.#set(leaf)
    this.#open = { leaf, indent, raw, blankLines: 0 }
  }

  /** A value in `"""`, which may go over lines; returns where its last line ends. */
  #quoted(key: readonly [number, number], start: number, to: number): number {
    const { text } = this.#source
    const width = LONG_QUOTES.length
    const close = text.indexOf(LONG_QUOTES, start + width)
    if (close < 0) {
      this.#broken.tell(start, to, say`this value is not closed: write the missing quotes`)
      return lineEnd(text, to)
    }
    const end = lineEnd(text, close)
    const rest = skipBlanks(text, close + width, end)
    if (rest < end) this.#broken.tell(rest, trimBlanks(text, rest, end), say`nothing may follow a value in three quotes`)
    const value = text.slice(start + width, close).replace(LINE_BREAK, '\n')
    this.#set(draftLeaf(value, key, start, close + width))
    return end
  }

  #set(leaf: DraftLeaf): void {
    const key = this.#source.text.slice(leaf.keyStart, leaf.keyEnd)
    setOnce(this.#source, this.#section, key, leaf, this.#report)
    this.#reach(leaf.valueEnd)
  }

  /** The section that is open ends no earlier than `to`. The root is the whole text. */
  #reach(to: number): void {
    if (this.#section !== this.#root) this.#section.valueEnd = to
  }
}

function firstDelimiter(text: string, from: number, to: number): number {
  let at = from
  while (at < to && text[at] !== '=' && text[at] !== ':') at++
  return at
}

function unquoted(raw: string): string {
  const quote = raw.charAt(0)
  const paired = raw.length > 1 && QUOTES.includes(quote) && raw.indexOf(quote, 1) === raw.length - 1
  return paired ? raw.slice(1, -1) : raw
}
