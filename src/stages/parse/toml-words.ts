import { finding, type Finding, type Related } from '../../core/finding.ts'
import { say, type Message } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import type { Source } from '../../core/source.ts'
import { scanToml } from './toml-scan.ts'

/** The library's text for a key that is defined twice: the one mistake after which reading goes on. */
export const DUPLICATE = 'Defining a key multiple times is invalid'

/**
 * Where the mistake is, seen from the offset that the library gives. `here`: that character and the word it starts;
 * `sign`: that character; `escape`: the escape that ends there; `word`: the whole word around it; `gap`: after the last
 * thing before it, where something is missing; `open`: the quote or bracket that is not closed.
 */
type Where = 'here' | 'sign' | 'escape' | 'word' | 'gap' | 'open'

const LINE_BREAKS_OFF = 'The key, equals sign, and value must be on the same line'
const HEADER_OPEN = say`this table header is not closed: write the missing ]`
const NO_VALUE_HERE = say`this is no value: quote it if it is text, or close what is open above`
const VALUE_MISSING = say`a value is missing here; an empty text is ""`

/** The library's errors have no code, so they are told apart by their text, which goes no further than this table. */
const MISTAKES: Readonly<Record<string, readonly [Where, Message]>> = {
  'Unterminated string constant': ['open', say`this string is not closed: write the missing quote`],
  'Unterminated table-key': ['gap', HEADER_OPEN],
  'Unterminated array': ['open', say`this list is not closed: write the missing ]`],
  'Unterminated inline table': ['open', say`this inline table is not closed: write the missing }`],
  'Empty bare keys are not allowed': ['sign', say`this table header has no name`],
  'Must be a newline': ['here', say`a new line must start here: TOML has one key a line`],
  'Expected equal (=) token': ['gap', say`a = is missing here: TOML writes key = value`],
  'Unspecified values are invalid': ['gap', VALUE_MISSING],
  'Expected comma (,) token': ['gap', say`a comma or a closing bracket is missing here`],
  'Control characters (codes < 0x1f and 0x7f) are not allowed': ['sign', say`a control character must be written as an escape`],
  [LINE_BREAKS_OFF]: ['gap', say`this line breaks off: a key, its = and the start of its value stand on one line`],
  'No newlines are allowed between the curly braces unless they are valid within a value': [
    'gap',
    say`an inline table stands on one line: close it here, or write a table under a [header]`,
  ],
  'Underscores are allowed between digits': ['word', say`an underscore in a number stands between two digits`],
  'Unexpected spaces': ['sign', say`the two brackets of a list of tables must touch: [[name]]`],
  'Three or more quotes are not permitted': ['sign', say`three quotes end this string: escape one of them`],
  'Unexpected invalid date': ['word', say`this date does not exist`],
  'Unexpected invalid time': ['word', say`this time does not exist`],
  'Leading zeros are not allowed': ['word', say`a number has no leading zeros: quote it if it is text`],
  'Trailing comma is not permitted in an inline table': ['sign', say`no comma may stand before this }`],
  'Invalid character in escape sequence': ['escape', say`this is no escape of TOML: double the backslash, or put the string in single quotes`],
  'Consecutive dots are not permitted in keys': ['sign', say`a part of this dotted key is missing after this dot`],
  'Keys cannot end with a dot': ['sign', say`a part of this dotted key is missing after this dot`],
  'Keys cannot start with a dot': ['sign', say`a part of this dotted key is missing before this dot`],
}
const CODE_POINT = 'Invalid code point'

/** The finding for the library's error `text` at `index`: in our words, and at the place where it is to be mended. */
export function mistakeAt(source: Source, index: number, text: string): Finding {
  if (text === LINE_BREAKS_OFF && isHeader(source.text, index)) {
    return { ...placed(source, index, 'gap', HEADER_OPEN), related: [] }
  }
  const known = MISTAKES[text]
  if (known !== undefined) return placed(source, index, known[0], known[1])
  if (text.startsWith(CODE_POINT)) return placed(source, index, 'escape', say`there is no character of this number`)
  return unexpected(source, index)
}

function isHeader(text: string, index: number): boolean {
  const before = text.slice(0, index).trimEnd()
  return before.slice(before.lastIndexOf('\n') + 1).trimStart().startsWith('[')
}

function placed(source: Source, index: number, where: Where, message: Message): Finding {
  const { text } = source
  const at = Math.min(index, text.length)
  const { open } = scanToml(text, at)
  switch (where) {
    case 'open':
      return syntax(source, open < 0 ? at : open, open < 0 ? at : open + 1, message)
    case 'gap': {
      const gap = text.slice(0, at).trimEnd().length
      return syntax(source, gap, gap, message, inside(source, open, at))
    }
    case 'escape':
      return syntax(source, Math.max(0, text.lastIndexOf('\\', at)), at + 1, message)
    case 'sign':
      return syntax(source, at, Math.min(at + 1, text.length), message, inside(source, open, at))
    case 'word':
      return syntax(source, wordStart(text, at), wordEnd(text, at), message)
    case 'here': {
      const end = Math.max(wordEnd(text, at), Math.min(at + 1, text.length))
      return syntax(source, at, end, message, inside(source, open, at))
    }
  }
}

function syntax(
  source: Source,
  start: number,
  end: number,
  message: Message,
  related: readonly Related[] = [],
): Finding {
  return finding('parse/syntax', inSpan(source, start, end), message, { related })
}

/** What opened on a line above may be what was not closed. */
function inside(source: Source, open: number, at: number): readonly Related[] {
  const { text } = source
  if (open < 0 || !text.slice(open, at).includes('\n')) return []
  const what = text[open] === '[' ? say`list` : text[open] === '{' ? say`inline table` : say`string`
  return [{ message: say`inside the ${what} that opens here`, place: inSpan(source, open, open + 1) }]
}

function unexpected(source: Source, at: number): Finding {
  const { text } = source
  const start = lineStart(text, at)
  const before = text.slice(start, at).trim()
  const gap = before === '' ? missingValue(text, start) : -1
  if (gap >= 0) return syntax(source, gap, gap, VALUE_MISSING)
  const mistake = placed(source, at, 'here', unexpectedHere(before, text.charAt(at)))
  return mistake.related.length > 0 ? { ...mistake, message: NO_VALUE_HERE } : mistake
}

/** The offset after a `=` with nothing but blank lines and comments between it and `before`; -1 where there is none. */
function missingValue(text: string, before: number): number {
  for (let end = before - 1; end > 0; ) {
    const start = lineStart(text, end)
    const line = text.slice(start, end)
    if (!NOTHING.test(line)) {
      const found = NO_VALUE.exec(line)
      return found === null ? -1 : start + found.index + 1
    }
    end = start - 1
  }
  return -1
}

function unexpectedHere(before: string, char: string): Message {
  if (before.endsWith('=') && WORD.test(char)) return say`a text must be quoted; only numbers, dates, true and false are not`
  if (char === ':' && BARE_KEY.test(before)) return say`TOML writes key = value, with a =`
  if (before === '' || before === '[' || before === '[[') {
    return say`no key can start like this: one with other characters than A-Z, a-z, 0-9, _ and - must be quoted`
  }
  return say`this cannot stand here in TOML`
}

const WORD = /[\p{L}\p{N}_/.~$@%*+-]/u
const BARE_KEY = /^[\w.-]+$/
const NOTHING = /^\s*(?:#.*)?$/
const NO_VALUE = /=\s*(?:#.*)?$/
const WORD_END = /[\s=,#[\]{}"']/

/** The start of the line of `at`, by TOML's line breaks. */
function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}

function wordStart(text: string, from: number): number {
  let at = from
  while (at > 0 && !WORD_END.test(text.charAt(at - 1))) at--
  return at
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !WORD_END.test(text.charAt(at))) at++
  return at
}
