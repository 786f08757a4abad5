import type { CST, ErrorCode } from 'yaml'
import { at1, placeMistake, wholeLine, type Mistake, type PlacedMistake, type Refused } from './yaml-mistakes.ts'
import { lineStart } from './yaml-text.ts'

/** What is used of an error of `yaml`. Its message may quote the text. */
export interface YamlError {
  readonly code: ErrorCode
  readonly pos: readonly [number, number]
}

const CODES: Readonly<Partial<Record<ErrorCode, Mistake>>> = {
  ALIAS_PROPS: 'aliasProperties',
  BAD_ALIAS: 'anchorName',
  BAD_DIRECTIVE: 'directive',
  BAD_DQ_ESCAPE: 'escape',
  BAD_INDENT: 'indent',
  BAD_PROP_ORDER: 'propertyPlace',
  BAD_SCALAR_START: 'reserved',
  BLOCK_AS_IMPLICIT_KEY: 'secondColon',
  BLOCK_IN_FLOW: 'missingComma',
  KEY_OVER_1024_CHARS: 'longKey',
  MULTILINE_IMPLICIT_KEY: 'noColon',
  MULTIPLE_ANCHORS: 'twoProperties',
  MULTIPLE_TAGS: 'twoProperties',
  RESOURCE_EXHAUSTION: 'tooDeep',
  TAB_AS_INDENT: 'tab',
  TAG_RESOLVE_FAILED: 'tag',
  UNEXPECTED_TOKEN: 'trailing',
}

/**
 * The mistake behind a document that both parsers refuse. js-yaml stops where the text no longer makes sense, which may
 * be far below; `yaml` knows which quote or bracket is open there, and where a key began that has no colon.
 *
 * @param refused what js-yaml says of this document; `undefined` where it has not come that far.
 */
export function judgeMistake(
  text: string,
  document: CST.Document,
  first: YamlError,
  refused: Refused | undefined,
): PlacedMistake {
  if (refused === undefined) return unclosed(document, first.pos[0]) ?? placeOfError(first)
  const placed = placeMistake(text, refused)
  if (placed.mistake === 'bracketIndent' || placed.mistake === 'tab') return placed
  const open = unclosed(document, refused.at)
  if (open !== undefined) return open
  const isOpenKey = first.code === 'MISSING_CHAR' && placed.mistake === 'noColon'
  if ((isOpenKey || first.code === 'MULTILINE_IMPLICIT_KEY') && first.pos[0] < refused.at) return wholeLine('noColon', text, lineStart(text, first.pos[0]))
  return first.code === 'BAD_ALIAS' || first.code === 'BAD_DQ_ESCAPE' ? placeOfError(first) : placed
}

/** The mistake that `yaml` alone has found. */
export function placeOfError({ code, pos }: YamlError): PlacedMistake {
  return { mistake: CODES[code] ?? 'other', start: pos[0], end: Math.max(pos[1], pos[0]) }
}

/** The innermost quote or bracket before `at` that is never closed. */
function unclosed(document: CST.Document, at: number): PlacedMistake | undefined {
  let last: PlacedMistake | undefined
  visit(document, (token) => {
    if (token.offset > at || (last !== undefined && token.offset < last.start)) return
    if (isOpenQuote(token)) last = at1('unclosedQuote', token.offset)
    else if (token.type === 'flow-collection' && !isClosed(token)) last = at1('unclosedBracket', token.offset)
  })
  return last
}

function isOpenQuote(token: CST.Token): boolean {
  if (token.type === 'single-quoted-scalar') return token.source.length < 2 || !token.source.endsWith("'")
  if (token.type !== 'double-quoted-scalar') return false
  const { source } = token
  let backslashes = 0
  while (source[source.length - 2 - backslashes] === '\\') backslashes++
  return source.length < 2 || !source.endsWith('"') || backslashes % 2 === 1
}

function isClosed({ start, end }: CST.FlowCollection): boolean {
  return end[0]?.source === (start.source === '{' ? '}' : ']')
}

/** Closing brackets that stand no further right than the key their list or mapping belongs to; `yaml` takes them. */
export function misplacedBrackets(text: string, document: CST.Document): PlacedMistake[] {
  const found: PlacedMistake[] = []
  visit(document, (token) => {
    if (token.type !== 'block-map' && token.type !== 'block-seq') return
    for (const { value } of token.items) {
      if (value?.type !== 'flow-collection' || !isClosed(value)) continue
      const closer = value.end[0]?.offset ?? value.offset
      const line = lineStart(text, closer)
      const startsLine = line > value.offset && text.slice(line, closer).trim() === ''
      if (startsLine && closer - line <= token.indent) found.push(at1('bracketIndent', closer))
    }
  })
  return found
}

/** Shows `look` every token below a document. No recursion: the text may be nested as deep as it likes. */
function visit(document: CST.Document, look: (token: CST.Token) => void): void {
  const stack: (CST.Token | null | undefined)[] = [document.value]
  while (stack.length > 0) {
    const token = stack.pop()
    if (token === null || token === undefined) continue
    look(token)
    if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection') continue
    for (const item of token.items) stack.push(item.key, item.value)
  }
}
