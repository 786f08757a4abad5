import { escapeControls } from '../core/message.ts'
import { showLocation } from '../core/place.ts'
import type { DependentDocument, DependentReference, DependentsResult, OrderResult } from '../core/results.ts'
import { code, md, table } from './markdown-text.ts'
import type { Style } from './style.ts'
import { plural } from './verdict.ts'

const NOTHING_WAITS = 'nothing waits for anything: no schema has an x-ref with acyclic: true, or no document is of its kind'

/** What documents say of one another: the order in which they start, and who depends on one. */
export function orderJson({ findings: _, ...result }: OrderResult): unknown {
  return result
}

/** One document a line, the number of its level before the first of each. */
export function orderText({ environment, levels, circles, waiting }: OrderResult, style: Style): string {
  const count = levels.reduce((sum, level) => sum + level.length, 0)
  let text = `${style('bold', escapeControls(environment))}  ${plural(count, 'document')} in ${plural(levels.length, 'level')}\n`
  if (count === 0 && circles.length === 0) text += `  ${NOTHING_WAITS}\n`
  const width = String(levels.length).length
  for (const [i, level] of levels.entries()) {
    for (const [j, document] of level.entries()) {
      text += `  ${(j === 0 ? String(i + 1) : '').padStart(width)}  ${escapeControls(document)}\n`
    }
  }
  if (circles.length > 0) text += style('red', 'in a circle, so that none can be the first:') + '\n'
  for (const circle of circles) text += `  ${circle.map(escapeControls).join(', ')}\n`
  if (waiting.length > 0) text += style('red', 'waiting for these:') + '\n'
  for (const document of waiting) text += `  ${escapeControls(document)}\n`
  return text
}

export function orderMarkdown({ environment, levels, circles, waiting }: OrderResult): string {
  const documents = (all: readonly string[]) => all.map(code).join('<br>')
  const rows = levels.map((level, i) => [String(i + 1), documents(level)])
  return (
    `**${code(environment)}**\n\n` +
    (rows.length > 0 ? table(['Level', 'Documents'], rows) : circles.length === 0 ? `${md(NOTHING_WAITS)}\n` : '') +
    circles.map((circle) => `\nIn a circle, so that none can be the first: ${circle.map(code).join(', ')}\n`).join('') +
    (waiting.length === 0 ? '' : `\nWaiting for these: ${waiting.map(code).join(', ')}\n`)
  )
}

export function dependentsJson({ findings: _, ...result }: DependentsResult): unknown {
  return result
}

/** One document a line, the places at which it speaks of the next below it. */
export function dependentsText({ environment, document, dependents }: DependentsResult, style: Style): string {
  const where = style('bold', `${escapeControls(environment)} ${escapeControls(document)}`)
  if (dependents.length === 0) return `${where}  nothing depends on it\n`
  const direct = dependents.filter(({ way }) => way.length === 1)
  const others = dependents.filter(({ way }) => way.length > 1)
  return (
    `${where}  ${plural(dependents.length, 'document')} ${dependents.length === 1 ? 'depends' : 'depend'} on it\n` +
    `${style('dim', 'directly:')}\n${direct.map((one) => dependentText(one)).join('')}` +
    (others.length === 0 ? '' : `${style('dim', 'through others:')}\n${others.map((one) => dependentText(one)).join('')}`)
  )
}

function dependentText({ document, way, references }: DependentDocument): string {
  const through = way.slice(0, -1).map((one) => ` → ${escapeControls(one)}`).join('')
  const lines = references.map(({ location, ...reference }) => `    ${showLocation(location)} ${pointerText(reference)}\n`)
  return `  ${escapeControls(document)}${through}\n${lines.join('')}`
}

function pointerText({ pointer, as }: Pick<DependentReference, 'pointer' | 'as'>): string {
  return `${escapeControls(pointer)}${as === 'reference' ? ' by ${cairn:…}' : ''}`
}

export function dependentsMarkdown({ environment, document, dependents }: DependentsResult): string {
  const where = `**${code(environment)} ${code(document)}**`
  if (dependents.length === 0) return `${where}: nothing depends on it.\n`
  const rows = dependents.map(({ document: dependent, way, references }) => [
    code(dependent),
    way.slice(0, -1).map(code).join(' → '),
    references.map(({ location, pointer }) => `${code(showLocation(location))} ${code(pointer)}`).join('<br>'),
  ])
  return `${where}\n\n${table(['Dependent', 'Through', 'Where'], rows)}`
}
