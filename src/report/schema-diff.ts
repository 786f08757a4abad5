import { escapeControls } from '../core/message.ts'
import { showLocation, type Location } from '../core/place.ts'
import { pointer } from '../core/pointer.ts'
import type {
  ChangeLevel, DocumentEvidence, KindSchemaDiff, SchemaDiffResult, SettledSchemaChange,
} from '../core/schema-change.ts'
import { findingJson } from './json.ts'
import { code, md, table } from './markdown-text.ts'
import { showSnapshot } from './show.ts'
import type { Style } from './style.ts'
import { names } from './terminal.ts'
import { plural } from './verdict.ts'

const LOOK = { major: 'red', minor: 'yellow', patch: 'cyan' } as const satisfies Record<ChangeLevel, string>

/** Changes that are listed of a kind, documents of each sort, and findings of a document, outside JSON. */
const MOST_CHANGES = 50
const MOST_DOCUMENTS = 10
const MOST_FINDINGS = 3

export function schemaDiffText(result: SchemaDiffResult, style: Style): string {
  return result.kinds.map((one) => kindText(one, style)).join('') + `${style('bold', schemaDiffSummary(result))}\n`
}

/** `major: 3 changes in 2 kinds, 1 document breaks (abc → def)`. */
export function schemaDiffSummary({ level, kinds, base, head, baseErrors }: SchemaDiffResult): string {
  const changes = kinds.reduce((sum, one) => sum + one.changes.length, 0)
  const broken = kinds.reduce((sum, one) => sum + one.broken.length, 0)
  const range = `${showSnapshot(base)} → ${showSnapshot(head)}`
  const errors = baseErrors === 0 ? '' : `; the base has ${plural(baseErrors, 'error')}`
  if (level === undefined) return `no schema means anything else (${range}${errors})`
  const breaks = broken === 0 ? '' : `, ${plural(broken, 'document')} ${broken === 1 ? 'breaks' : 'break'}`
  return `${level}: ${plural(changes, 'change')} in ${plural(kinds.length, 'kind')}${breaks} (${range}${errors})`
}

function kindText(one: KindSchemaDiff, style: Style): string {
  const { kind, level, changes, broken, unreadable, advice } = one
  const said = level === undefined ? 'written differently, nothing else' : style(LOOK[level], level)
  let text = `${style('bold', escapeControls(kind))}  ${said}  ${style('dim', filesText(one))}\n`
  for (const change of changes.slice(0, MOST_CHANGES)) text += changeText(change, style)
  text += rest(changes.length, MOST_CHANGES, '  ')
  if (broken.length > 0) text += `  ${style('red', 'valid before, and refused now:')}\n${evidenceText(broken)}`
  if (unreadable.length > 0) text += `  ${style('yellow', 'valid now, and refused by the schema before:')}\n${evidenceText(unreadable)}`
  for (const { message, location } of advice) text += `  ${showLocation(location)} ${message}\n`
  return text
}

function filesText({ schema: { base, head } }: KindSchemaDiff): string {
  if (base === head || base === undefined || head === undefined) return escapeControls(head ?? base ?? '')
  return `${escapeControls(base)} → ${escapeControls(head)}`
}

function changeText(change: SettledSchemaChange, style: Style): string {
  const { level, message, base, head } = change
  const before = base !== undefined && head !== undefined && !samePlace(base, head) ? style('dim', ` (before: ${showLocation(base)})`) : ''
  const at = head ?? base
  const place = at === undefined ? '' : ` ${showLocation(at)}${head === undefined ? ' (before)' : ''}`
  return `  ${style(LOOK[level], level)}${place} ${pointersText(change)}: ${message}${before}\n`
}

function samePlace(one: Location, other: Location): boolean {
  return one.file === other.file && one.line === other.line && one.column === other.column
}

/** Where in documents, and under what reservation: `the keys of /labels, in some cases`. */
function pointersText({ pointers, elsewhere, part, conditional }: SettledSchemaChange): string {
  const places = pointers.map((tokens) => (tokens.length === 0 ? 'the document' : escapeControls(pointer(tokens))))
  return `${part === 'key' ? 'the keys of ' : ''}${places.join(', ')}${elsewhere === true ? ' and elsewhere' : ''}${conditional === true ? ', in some cases' : ''}`
}

function evidenceText(documents: readonly DocumentEvidence[]): string {
  let text = ''
  for (const { document, findings } of documents.slice(0, MOST_DOCUMENTS)) {
    text += `    ${escapeControls(document)}\n`
    for (const { location, rule, message, environments } of findings.slice(0, MOST_FINDINGS)) {
      const where = environments.length === 0 ? '' : ` (in ${names(environments)})`
      text += `      ${showLocation(location)} ${rule} ${message}${where}\n`
    }
    text += rest(findings.length, MOST_FINDINGS, '      ')
  }
  return text + rest(documents.length, MOST_DOCUMENTS, '    ')
}

function rest(count: number, most: number, indent: string): string {
  return count <= most ? '' : `${indent}${count - most} more; --format json has all\n`
}

export function schemaDiffMarkdown(result: SchemaDiffResult): string {
  return `**${md(schemaDiffSummary(result))}**\n` + result.kinds.map(kindMarkdown).join('')
}

function kindMarkdown(one: KindSchemaDiff): string {
  const { kind, level, changes, broken, unreadable, advice } = one
  const rows = changes.slice(0, MOST_CHANGES).map((change) => {
    const places = [change.head, change.base].filter((at) => at !== undefined)
    return [change.level, md(pointersText(change)), md(change.message), code(places[0] === undefined ? '' : showLocation(places[0]))]
  })
  const told = advice.map(({ message, location }) => `\n${code(showLocation(location))} ${md(message)}\n`).join('')
  return (
    `\n### ${code(kind)}: ${level ?? 'written differently, nothing else'}\n\n` +
    (rows.length === 0 ? '' : table(['', 'Value', 'Change', 'Schema'], rows)) +
    rest(changes.length, MOST_CHANGES, '\n') +
    evidenceMarkdown('Valid before, and refused now', broken) +
    evidenceMarkdown('Valid now, and refused by the schema before', unreadable) +
    told
  )
}

function evidenceMarkdown(title: string, documents: readonly DocumentEvidence[]): string {
  if (documents.length === 0) return ''
  const rows = documents.slice(0, MOST_DOCUMENTS).flatMap(({ document, findings }) => {
    return findings.slice(0, MOST_FINDINGS).map(({ location, message, environments }) => {
      return [code(document), code(showLocation(location)), md(message), md(names(environments))]
    })
  })
  return `\n**${title}**\n\n${table(['Document', 'Where', 'What', 'In'], rows)}` + rest(documents.length, MOST_DOCUMENTS, '\n')
}

export function schemaDiffJson({ kinds, findings, ...result }: SchemaDiffResult): unknown {
  return { ...result, kinds: kinds.map(kindJson), findings: findings.map(findingJson) }
}

function kindJson({ changes, broken, unreadable, advice, ...one }: KindSchemaDiff): unknown {
  const evidence = ({ document, findings }: DocumentEvidence) => ({ document, findings: findings.map(findingJson) })
  return {
    ...one,
    changes: changes.map(({ pointers, ...change }) => ({ ...change, pointers: pointers.map(pointer) })),
    broken: broken.map(evidence),
    unreadable: unreadable.map(evidence),
    advice: advice.map(({ message, location }) => ({ message, ...location })),
  }
}
