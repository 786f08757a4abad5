import { ParseError, parseTOML, type AST } from 'toml-eslint-parser'
import { finding, type Finding, type Report } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import { MAX_DEPTH } from '../../core/ports.ts'
import type { Source } from '../../core/source.ts'
import { reportDuplicate } from './draft.ts'
import { refusal } from './refusal.ts'
import { MOST_MARKS, scanToml } from './toml-scan.ts'
import { isVerbatim, longWord, secondKey, unusedMark, withStandIns, type StandIn } from './toml-stand-ins.ts'
import { DUPLICATE, mistakeAt } from './toml-words.ts'

/** The syntax tree of a TOML text. Its offsets and names go through `offset` and `standIn`. */
export interface TomlText {
  readonly body: AST.TOMLTopLevelTable['body']
  /** The offset in the file of an offset of the syntax tree. */
  readonly offset: (at: number) => number
  /** What a key or string that the syntax tree has at `at` stands for; `undefined` where it is what it says. */
  readonly standIn: (text: string, at: number) => StandIn | undefined
}

/** After so many duplicate keys the file is given up. Each costs another reading. */
const MAX_DUPLICATES = 20
/** Characters that may be read again on account of duplicate keys. */
const MAX_READ_AGAIN = 1_000_000

/**
 * Reads TOML 1.0 with `toml-eslint-parser`; `undefined`, with a finding, where it cannot be read. The library stops at
 * the first duplicate key and overflows the stack on long strings and numbers; both are hidden from it by stand-ins.
 * What would cost it gigabytes is not given to it. No text of the library leaves this file and `toml-words.ts`.
 */
export function readToml(source: Source, report: Report): TomlText | undefined {
  const crowded = source.text.length > MOST_MARKS ? scanToml(source.text).tooMany : -1
  if (crowded >= 0) {
    const message = say`this TOML file has more than ${MOST_MARKS} brackets, commas and other signs: split it, or write it in YAML`
    report(finding('parse/too-many-nodes', inSpan(source, crowded, crowded + 1), message))
    return undefined
  }
  const standIns: StandIn[] = []
  const mark = unusedMark(source.text)
  for (;;) {
    const { text, offset } = withStandIns(source.text, standIns, mark)
    try {
      const [table] = parseTOML(text, { tomlVersion: '1.0' }).body
      const standIn = (name: string, at: number): StandIn | undefined => {
        const found = name.startsWith(mark) ? standIns[Number(name.slice(mark.length))] : undefined
        return found?.start === offset(at) ? found : undefined
      }
      return { body: table.body, offset, standIn }
    } catch (error) {
      const next =
        error instanceof ParseError
          ? afterMistake(source, offset(error.index), error.message, standIns)
          : afterOverflow(source, standIns)
      if ('refused' in next) {
        giveUp(source, next.refused, standIns, report)
        return undefined
      }
      for (const standIn of next.standIns) standIns.push(standIn)
    }
  }
}

type Next = { readonly refused: Finding } | { readonly standIns: readonly StandIn[] }

/** A key that is given again is hidden, everything else ends the reading. */
function afterMistake(source: Source, at: number, text: string, standIns: readonly StandIn[]): Next {
  if (text !== DUPLICATE) return { refused: plainRefusal(source, at) ?? mistakeAt(source, at, text) }
  const again = secondKey(source.text, at)
  const isEnough = standIns.length >= MAX_DUPLICATES || source.text.length * standIns.length > MAX_READ_AGAIN
  if (!isEnough && !standIns.some(({ start }) => start === at)) return { standIns: [again] }
  const message = say`this key is given twice too, and the file is not read on: mend the keys above first`
  return { refused: finding('parse/duplicate-key', inSpan(source, again.start, again.end), message) }
}

/** A merge conflict, or a template where the library stopped: `{{` elsewhere on that line may be text in quotes. */
function plainRefusal(source: Source, at: number): Finding | undefined {
  const plain = refusal(source, at)
  if (plain?.rule !== 'parse/template' || plain.place.in !== 'span') return plain
  return Math.abs(plain.place.start - at) <= 1 ? plain : undefined
}

/** The library ran out of stack: something is too long for it, or nested too deep. */
function afterOverflow(source: Source, standIns: readonly StandIn[]): Next {
  const { tooDeep, long } = scanToml(source.text)
  if (tooDeep >= 0) {
    const message = say`this is nested more than ${MAX_DEPTH} levels deep`
    return { refused: finding('parse/too-deep', inSpan(source, tooDeep, tooDeep + 1), message) }
  }
  const known = new Set(standIns.map(({ start }) => start))
  const words = long.filter(({ start }) => !known.has(start))
  const unreadable = words.find((word) => !isVerbatim(source.text, word))
  if (unreadable !== undefined) {
    const message = say`this string is too long to be read with escapes in it: write it without, in single quotes`
    return { refused: finding('parse/syntax', inSpan(source, unreadable.start, unreadable.end), message) }
  }
  if (words.length > 0) return { standIns: words.map((word) => longWord(source.text, word)) }
  const message = say`this text cannot be read as TOML: something in it is too long`
  return { refused: finding('parse/syntax', inSpan(source, 0, source.text.length), message) }
}

function giveUp(source: Source, refused: Finding, standIns: readonly StandIn[], report: Report): void {
  for (const { is, means, start, end } of standIns) {
    if (is === 'second key') reportDuplicate(means, inSpan(source, start, end), undefined, report)
  }
  report(refused)
}
