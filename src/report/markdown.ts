import { shadowedEditMessage, type Change, type Side } from '../core/change.ts'
import type { ExplainedLeaf, Explanation } from '../core/explanation.ts'
import type { SettledFinding } from '../core/finding.ts'
import type { CheckResult, CompareResult, DiffResult, EnvironmentsResult } from '../core/results.ts'
import { pointer } from '../core/pointer.ts'
import { diffSummary, pointerText } from './changes.ts'
import { encryptedFilesMarkdown } from './encrypted-files.ts'
import { code, md, table } from './markdown-text.ts'
import { showLocation } from '../core/place.ts'
import { sameEdits } from './same-edits.ts'
import { showExplained, showKeywords, showSnapshot, showValue } from './show.ts'
import { names, type Documents } from './terminal.ts'
import { countsText, grouped, notCheckedBy, scopeText, type Verdict } from './verdict.ts'

export function checkMarkdown(result: CheckResult, judged: Verdict): string {
  const { findings, snapshot } = result
  const head = `**${judged.passed ? 'Passed' : 'Failed'}**: ${countsText(judged)}\n`
  const rows = findings.length === 0 ? '' : findingsTable(findings.map(findingRow)) + '\n'
  const left = notCheckedBy(result).map((what) => `\nNot checked: ${md(what)}\n`).join('')
  return `${head}\n${rows}${scopeText(result)} (${showSnapshot(snapshot)}, no base)\n${left}`
}

/** A row for each finding, as `findingRow` makes them. */
export function findingsTable(rows: readonly (readonly string[])[]): string {
  return table(['', 'Where', 'What', 'Rule'], rows)
}

/** Most places that a row names besides its own. */
const MOST_RELATED = 10

export function findingRow({ severity, rule, message, location, related, environments }: SettledFinding): string[] {
  const left = related.length - MOST_RELATED
  const what = [
    md(message),
    ...related.slice(0, MOST_RELATED).map((one) => `${code(showLocation(one.location))} ${md(one.message)}`),
    ...(left > 0 ? [`and ${grouped(left)} more`] : []),
    ...(environments.length === 0 ? [] : [`in ${md(names(environments))}`]),
  ]
  return [severity, code(showLocation(location)), what.join('<br>'), code(rule)]
}

export function environmentsMarkdown({ environments }: EnvironmentsResult, documents: Documents): string {
  const rows = environments.map((one) => [
    code(one.name),
    [one.abstract ? 'abstract' : '', one.protected ? 'protected' : ''].filter((mark) => mark !== '').join(', '),
    one.lineage.slice(1).map(code).join(' &lt; '),
    documents === 'counted' ? String(one.documents.length) : one.documents.map(code).join('<br>'),
  ])
  return table(['Environment', '', 'Inherits', 'Documents'], rows)
}

export function explanationMarkdown(found: Explanation): string {
  const where = `${code(found.environment)} ${code(found.document)}${found.pointer === '' ? '' : ' ' + code(found.pointer)}`
  const value = found.leaves.length > 0 ? '' : ` = ${code(showExplained(found))}`
  const leaves = found.leaves.map((leaf) => [code(leaf.pointer), code(showExplained(leaf)), leafOrigin(leaf)])
  const said = found.said.map((one) => [
    one.effect,
    code(showLocation(one.location)),
    code(showExplained({ ...one, secret: found.secret })),
    one.environment === null ? '' : code(one.environment),
  ])
  const constraints = found.constraints.map(({ location, keywords }) => {
    return [code(showLocation(location)), md(showKeywords(keywords))]
  })
  const via = found.via.map((hop) => {
    const target = hop.targetLocation === undefined ? '' : `, set at ${code(showLocation(hop.targetLocation))}`
    return `\nThrough ${code(hop.target)} at ${code(showLocation(hop.location))}${target}\n`
  })
  return (
    `**${where}**${value}\n${via.join('')}\n` +
    (leaves.length === 0 ? '' : table(['Pointer', 'Value', 'Set at'], leaves) + '\n') +
    (said.length === 0 ? '' : table(['', 'Layer', 'Says', 'Environment'], said)) +
    (constraints.length === 0 ? '' : '\n' + table(['Schema', 'Asks'], constraints))
  )
}

function leafOrigin({ via, location, byDefault }: ExplainedLeaf): string {
  if (via.length > 0) return via.map((hop) => `${code(hop.target)} at ${code(showLocation(hop.location))}`).join('<br>')
  if (location === undefined) return ''
  return code(showLocation(location)) + (byDefault === true ? ' (default)' : '')
}

export function diffMarkdown(result: DiffResult): string {
  const { changes, shadowed, encryptedFiles, environmentsAdded, environmentsRemoved } = result
  const shadowedRows = sameEdits(shadowed).flatMap((same) => same.slice(0, 1).map((edit) => [
    code(`${edit.document} ${pointer(edit.tokens)}`),
    code(showLocation(edit.edit)),
    same.map((one) => md(shadowedEditMessage(one))).join('<br>'),
  ]))
  return (
    `**${md(diffSummary(result))}**\n\n` +
    environmentsAdded.map((name) => `- environment ${code(name)} added\n`).join('') +
    environmentsRemoved.map((name) => `- environment ${code(name)} removed\n`).join('') +
    changesTable(changes, ['Before', 'After']) +
    (shadowed.length === 0 ? '' : `\n**Edits without effect**\n\n${table(['Value', 'Edit', 'Why'], shadowedRows)}`) +
    encryptedFilesMarkdown(encryptedFiles)
  )
}

export function compareMarkdown({ changes, left, right }: CompareResult): string {
  if (changes.length === 0) return `${code(left)} and ${code(right)} do not differ.\n`
  return changesTable(changes.map((change) => ({ ...change, environments: [] })), [code(left), code(right)])
}

function changesTable(changes: readonly Change[], sides: readonly [string, string]): string {
  if (changes.length === 0) return ''
  const rows = changes.map((change) => [
    `${code(change.document)} ${change.whole === true ? '(whole document)' : code(pointerText(change))}`,
    sideText(change, change.before),
    sideText(change, change.after),
    change.environments.length > 6 ? md(names(change.environments)) : change.environments.map(code).join(' '),
    originMarkdown(change.after ?? change.before),
  ])
  return table(['Value', ...sides, 'In', 'Set at'], rows)
}

function sideText({ secret }: Change, side: Side | undefined): string {
  if (side === undefined) return ''
  return secret === true ? '(secret)' : code(showValue(side.value))
}

function originMarkdown(side: Side | undefined): string {
  if (side?.location === undefined) return ''
  if (side.via === undefined) return code(showLocation(side.location)) + (side.byDefault === true ? ' (default)' : '')
  return `through ${(side.targets ?? []).map(code).join(', ')} at ${code(showLocation(side.via))}`
}
