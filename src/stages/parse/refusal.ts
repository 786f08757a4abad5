import { finding, type Finding } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import type { Source } from '../../core/source.ts'
import { lineEnd, nextLine } from './lines.ts'

/** What a person is told of a file that another program has to fill in first. */
export const TEMPLATE =
  say`this looks like a template; Cairn reads values, not templates: add the file to \`ignore\` in cairn.yaml`

const CONFLICT = say`a merge conflict starts here: resolve it`

/**
 * Why a parser had to refuse a text, where a look at the text is enough to tell: it is a template, or Git left a merge
 * conflict in it. Everything else that a parser would say of such a text is noise.
 *
 * @param failure the offset at which the parser stopped.
 */
export function refusal(source: Source, failure: number): Finding | undefined {
  const { text } = source
  const conflict = text.startsWith('<<<<<<< ') ? 0 : text.indexOf('\n<<<<<<< ') + 1
  if (text.startsWith('<<<<<<< ', conflict)) {
    return finding('parse/syntax', inSpan(source, conflict, lineEnd(text, conflict)), CONFLICT)
  }
  const template = templateAt(text, failure)
  return template < 0 ? undefined : finding('parse/template', inSpan(source, template, template + 2), TEMPLATE)
}

/**
 * The first `{{` or `{%` that a YAML or JSON parser would take for the start of a mapping, or that stands where it
 * failed; -1 where there is none. Those in quotes, comments and block scalars are text: dashboards and alert rules are
 * full of them.
 */
function templateAt(text: string, failure: number): number {
  if (!text.includes('{{') && !text.includes('{%')) return -1
  let blockIndent = -1
  let end = 0
  for (let start = 0; start < text.length; start = nextLine(text, end)) {
    end = lineEnd(text, start)
    const indent = indentOf(text, start, end)
    if (start + indent === end) continue
    if (blockIndent >= 0 && indent > blockIndent) continue
    blockIndent = startsBlock(text, start, end) ? indent : -1
    const found = templateInLine(text, start, end, start <= failure && failure <= end)
    if (found >= 0) return found
  }
  return -1
}

function templateInLine(text: string, start: number, end: number, failsHere: boolean): number {
  let quote = ''
  let atToken = true
  for (let at = start; at < end; at++) {
    const char = text[at] as string
    if (quote !== '') {
      if (char === '\\' && quote === '"') at++
      else if (char === quote) quote = ''
    } else if (atToken && (char === '"' || char === "'")) {
      quote = char
    } else if (char === '#' && isBlank(text[at - 1])) {
      return -1
    } else if (char === '{' && (atToken || failsHere) && (text[at + 1] === '{' || text[at + 1] === '%')) {
      return at
    }
    if (!isBlank(char)) atToken = TOKEN_ENDS.has(char)
  }
  return -1
}

/** After these a new value may start. */
const TOKEN_ENDS: ReadonlySet<string> = new Set([':', '-', '?', ',', '[', '{'])

/** Whether a line ends in a block scalar's header: `|`, `>-`, `|2`. */
function startsBlock(text: string, start: number, end: number): boolean {
  let at = end - 1
  while (at > start && isBlank(text[at])) at--
  const lowest = Math.max(start, at - 2)
  while (at > lowest && '+-0123456789'.includes(text[at] as string)) at--
  return (text[at] === '|' || text[at] === '>') && (at === start || isBlank(text[at - 1]))
}

function indentOf(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isBlank(text[at])) at++
  return at - start
}

function isBlank(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t' || char === '\n' || char === '\r'
}
