import { parseTOML } from 'toml-eslint-parser'
import { isQuote, scanToml, stringEnd, type Word } from './toml-scan.ts'

/** What stands in the library's text for a word of the file that it would choke on. */
export interface StandIn extends Word {
  /** The key or string that it stands for, or a number's digits. */
  readonly means: string
  readonly is: 'second key' | 'long string' | 'long number'
}

/**
 * Whether a long word means what it says: digits, or a closed string without escapes and control characters.
 */
export function isVerbatim(text: string, { start, end }: Word): boolean {
  const word = text.slice(start, end)
  if (!isQuote(word.charAt(0))) return true
  return scanToml(text.slice(start), end - start).open < 0 && !(word.startsWith('"') && word.includes('\\')) && !CONTROL.test(word)
}

/** What stands for a long word, which is verbatim. */
export function longWord(text: string, { start, end }: Word): StandIn {
  const word = text.slice(start, end)
  if (!isQuote(word.charAt(0))) return { start, end, means: word, is: 'long number' }
  const width = LONG_QUOTES.test(word) ? 3 : 1
  const means = word.slice(width, -width).replace(/\r\n/g, '\n')
  return { start, end, means: width === 3 && means.startsWith('\n') ? means.slice(1) : means, is: 'long string' }
}

const LONG_QUOTES = /^(?:"""|''')/
const BARE_KEY = /[A-Za-z0-9_-]*/y
// eslint-disable-next-line no-control-regex -- these are the characters that TOML refuses in strings
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** What stands for the part of a key at `start`, so that it is another key to the library. */
export function secondKey(text: string, start: number): StandIn {
  const end = keyEnd(text, start)
  return { start, end, means: keyName(text.slice(start, end)), is: 'second key' }
}

function keyEnd(text: string, start: number): number {
  if (isQuote(text.charAt(start))) return stringEnd(text, start)
  BARE_KEY.lastIndex = start
  BARE_KEY.test(text)
  return BARE_KEY.lastIndex
}

function keyName(text: string): string {
  if (!isQuote(text.charAt(0))) return text
  const [entry] = parseTOML(`${text}=0`, { tomlVersion: '1.0' }).body[0].body
  const [key] = entry?.key.keys ?? []
  return key?.type === 'TOMLQuoted' ? key.value : text
}

/** The start of the name of every stand-in: characters that the text has nowhere in this number. */
export function unusedMark(text: string): string {
  let mark = '\ue000'
  while (text.includes(mark)) mark += '\ue000'
  return mark
}

/** A text with stand-ins, and the way from its offsets to those of the text without. */
interface Patched {
  readonly text: string
  readonly offset: (at: number) => number
}

/** The text with each stand-in as a quoted name: the mark and its index. */
export function withStandIns(text: string, standIns: readonly StandIn[], mark: string): Patched {
  if (standIns.length === 0) return { text, offset: (at) => at }
  const inOrder = standIns.map((standIn, i) => ({ ...standIn, name: `"${mark}${i}"` })).sort((a, b) => a.start - b.start)
  let patched = ''
  let from = 0
  for (const { start, end, name } of inOrder) {
    patched += text.slice(from, start) + name
    from = end
  }
  const offset = (at: number): number => {
    let shift = 0
    for (const { start, end, name } of inOrder) {
      if (at <= start + shift) break
      shift += name.length - (end - start)
    }
    return at - shift
  }
  return { text: patched + text.slice(from), offset }
}
