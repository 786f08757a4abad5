import { finding, type Finding } from '../../core/finding.ts'
import { say, type Message } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import type { Source } from '../../core/source.ts'
import { lineEnd } from './lines.ts'
import { lineStart } from './yaml-text.ts'

/** Where and why js-yaml stopped. Its reason may quote the text, so it is only compared, never passed on. */
export interface Refused {
  readonly reason: string
  readonly at: number
}

/** What is wrong with a YAML text, in our own words. */
export const MISTAKES = {
  unclosedQuote: say`this quote is not closed, or what it holds goes on with too little indentation`,
  unclosedBracket: say`this bracket is not closed, or what it holds goes on with too little indentation`,
  bracketIndent: say`this closing bracket must be indented further than the key that it belongs to`,
  flowIndent: say`this goes on with what a quote or bracket above has opened, and must be indented further than its key`,
  missingComma: say`a comma is missing before this`,
  dollarBrace: say`inside brackets \`{\` starts a mapping: put a text with \`$\{\` in it in quotes`,
  emptyItem: say`nothing stands before this comma: give a value, or take the comma away`,
  strayBracket: say`this bracket closes nothing`,
  tab: say`tabs cannot indent in YAML: use spaces`,
  indent: say`the indentation of this line fits none of the lines above it`,
  secondColon: say`a mapping cannot start here: quote the text that holds \`: \`, or start the mapping on a line of its own`,
  dash: say`a list cannot start here: put its first \`- \` on a line of its own`,
  noColon: say`a mapping is expected here, and this key has no \`: \` after it`,
  noSpace: say`a blank is missing after this colon`,
  trailing: say`nothing but a comment may follow the value that ends before this: if all of it is one text, quote it`,
  afterDocument: say`the document is complete before this: check the indentation, or start a new document with \`---\``,
  reserved: say`plain text cannot start with this character: put it in quotes`,
  escape: say`a text in double quotes has no such escape: write \\\\ for a backslash, or use single quotes`,
  control: say`this control character cannot stand in YAML: write it as an escape in double quotes`,
  tag: say`this tag is not written as YAML wants it`,
  twoProperties: say`a value can have one tag and one anchor at most`,
  anchorName: say`an anchor or alias needs a name directly after its \`&\` or \`*\``,
  aliasProperties: say`an alias cannot have a tag or an anchor of its own`,
  blockHeader: say`after \`|\` or \`>\`, only an indentation digit, \`+\` or \`-\`, and a comment may stand on the line`,
  directive: say`this line starts with \`%\`, and is no directive that YAML 1.2 knows, followed by \`---\``,
  longKey: say`this key is longer than the 1024 characters that YAML allows without \`? \``,
  propertyPlace: say`a tag or anchor must stand right before its value, a blank between them`,
  tooDeep: say`this is nested too deep to be read`,
  other: say`this is not valid YAML`,
} as const satisfies Record<string, Message>

export type Mistake = keyof typeof MISTAKES

/** A mistake with its span. */
export interface PlacedMistake {
  readonly mistake: Mistake
  readonly start: number
  readonly end: number
}

export function mistakeFinding(source: Source, { mistake, start, end }: PlacedMistake): Finding {
  const { length } = source.text
  return finding('parse/syntax', inSpan(source, Math.min(start, length), Math.min(end, length)), MISTAKES[mistake])
}

/** The finding for what js-yaml refused, going by its reason and the text alone. */
export function mistakeOf(source: Source, refused: Refused): Finding {
  return mistakeFinding(source, placeMistake(source.text, refused))
}

/**
 * Whether js-yaml is wrong: it takes a tab after the start of a line for indentation, where YAML takes it for the white
 * space that it is (`a: [1,\t2]`; YAML 1.2.2 §6.2).
 */
export function isUnfounded(text: string, { reason, at }: Refused): boolean {
  return reason.startsWith('deficient indentation') && text.slice(lineStart(text, at), at).trim() !== ''
}

/** js-yaml's reasons as mistakes, by how they begin. Those about indentation and ends are told apart by the text. */
const REASONS: readonly (readonly [string, Mistake])[] = [
  ['unexpected end of the stream within a flow collection', 'unclosedBracket'],
  ['unexpected end of the stream within a verbatim tag', 'tag'],
  ['unexpected end of the', 'unclosedQuote'],
  ['missed comma', 'missingComma'],
  ['expected the node content', 'emptyItem'],
  ['tab characters', 'tab'],
  ['a whitespace character is expected after', 'noSpace'],
  ["expected ':' after a mapping key", 'noColon'],
  ['can not read a block mapping entry', 'noColon'],
  ['unknown escape', 'escape'],
  ['expected hexadecimal', 'escape'],
  ['expected valid JSON character', 'control'],
  ['the stream contains non-printable', 'control'],
  ['null byte', 'control'],
  ['duplication of %YAML', 'directive'],
  ['duplication of a', 'twoProperties'],
  ['name of an', 'anchorName'],
  ['alias node', 'aliasProperties'],
  ['named tag', 'tag'],
  ['tag ', 'tag'],
  ['undeclared tag', 'tag'],
  ['repeat of', 'blockHeader'],
  ['bad explicit indentation', 'blockHeader'],
  ['a line break is expected', 'blockHeader'],
  ['directive', 'directive'],
  ['YAML directive', 'directive'],
  ['TAG directive', 'directive'],
  ['ill-formed', 'directive'],
  ['unacceptable YAML version', 'directive'],
  ['there is a previously declared suffix', 'directive'],
]

/** The mistake behind a refusal and where it is, going by js-yaml's reason and the text alone. */
export function placeMistake(text: string, { reason, at }: Refused): PlacedMistake {
  if (reason.startsWith('deficient indentation')) {
    const tab = leadingTab(text, at)
    if (tab >= 0) return at1('tab', tab)
    return at1(text[at] === ']' || text[at] === '}' ? 'bracketIndent' : 'flowIndent', at)
  }
  const isIndent = reason.startsWith('bad indentation') || reason.startsWith('end of the stream')
  if (isIndent) return placeIndent(text, reason, at)
  const known = REASONS.find(([start]) => reason.startsWith(start))?.[1] ?? 'other'
  if (known === 'escape') return at1(known, text.lastIndexOf('\\', at))
  if (known === 'missingComma' && text.startsWith('${', at - 1)) {
    return { mistake: 'dollarBrace', start: at - 1, end: at + 1 }
  }
  if (known === 'tag') return { mistake: known, start: tokenStart(text, at), end: at }
  return known === 'directive' ? wholeLine(known, text, lineBefore(text, at)) : at1(known, at)
}

/** js-yaml says "bad indentation" of whatever cannot stand where it is. */
function placeIndent(text: string, reason: string, at: number): PlacedMistake {
  const start = lineStart(text, at)
  const before = text.slice(start, at)
  const tab = leadingTab(text, at)
  switch (text[at]) {
    case ':':
      if (tab >= 0) return at1('tab', tab)
      if (/: |^\s*-\s|\]|\}/.test(before)) return at1('secondColon', at)
      return wholeLine(reason.startsWith('end') ? 'noColon' : 'indent', text, start)
    case ']':
    case '}':
      return at1('strayBracket', at)
    case '-':
      if (before.trim() !== '') return at1('dash', at)
      break
    case '@':
    case '`':
    case '%':
      return at1('reserved', at)
  }
  if (before.trim() !== '') return { mistake: 'trailing', start: at, end: lineEnd(text, at) }
  return wholeLine(reason.startsWith('end') ? 'afterDocument' : 'indent', text, start)
}

/** The first tab among the blanks, `-` and `?` that a line starts with, up to `at`; -1 where there is none. */
function leadingTab(text: string, at: number): number {
  for (let i = lineStart(text, at); i < at; i++) {
    if (text[i] === '\t') return i
    if (text[i] !== ' ' && text[i] !== '-' && text[i] !== '?') break
  }
  return -1
}

/** Where the run of characters without white space starts that ends at `at`. */
function tokenStart(text: string, at: number): number {
  let start = at
  while (start > 0 && text.charCodeAt(start - 1) > 0x20) start--
  return start
}

/** A mistake that the one character at `at` stands for. */
export function at1(mistake: Mistake, at: number): PlacedMistake {
  return { mistake, start: at, end: at + 1 }
}

/** A mistake that a whole line stands for: its text without the indentation. */
export function wholeLine(mistake: Mistake, text: string, start: number): PlacedMistake {
  const end = lineEnd(text, start)
  let from = start
  while (from < end && (text[from] === ' ' || text[from] === '\t')) from++
  return { mistake, start: from, end }
}

/** The start of the line before the one that `at` starts, or of its own line where `at` is inside it. */
function lineBefore(text: string, at: number): number {
  const own = lineStart(text, at)
  if (own < at || own === 0) return own
  return lineStart(text, text[own - 1] === '\n' && text[own - 2] === '\r' ? own - 2 : own - 1)
}
