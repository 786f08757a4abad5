import type { Explanation, Hop } from '../core/explanation.ts'
import type { SettledFinding } from '../core/finding.ts'
import { escapeControls } from '../core/message.ts'
import type { CheckResult, EnvironmentsResult, EnvironmentSummary } from '../core/results.ts'
import { showLocation } from '../core/place.ts'
import { showExplained, showKeywords, showSnapshot, showValue } from './show.ts'
import { SEVERITY_LOOK, type Style } from './style.ts'
import { countsText, notCheckedBy, plural, scopeText, type Verdict } from './verdict.ts'

/** Findings, one a block: place, severity, rule and message on the first line, related places below. */
export function findingsText(findings: readonly SettledFinding[], style: Style): string {
  return findings.map((found) => findingText(found, style)).join('')
}

function findingText(found: SettledFinding, style: Style): string {
  const { severity, rule, message, environments } = found
  let text = `${style('bold', showLocation(found.location))} ${style(SEVERITY_LOOK[severity], severity)} ${rule} ${message}\n`
  for (const { location, message: said } of found.related) text += `  ${showLocation(location)} ${said}\n`
  if (environments.length > 0) text += style('dim', `  in ${names(environments)}`) + '\n'
  return text
}

/** At most six names, the rest counted. */
export function names(all: readonly string[]): string {
  const first = all.slice(0, 6).map(escapeControls).join(', ')
  return all.length <= 6 ? first : `${first} and ${all.length - 6} more`
}

export function checkText(result: CheckResult, judged: Verdict, style: Style): string {
  const { snapshot } = result
  const blank = result.findings.length > 0 ? '\n' : ''
  const mark = judged.passed ? style('green', 'passed') : style('red', 'failed')
  const left = notCheckedBy(result).map((what) => style('dim', `not checked: ${what}`) + '\n').join('')
  return (
    findingsText(result.findings, style) +
    `${blank}${mark}: ${countsText(judged)} (${scopeText(result)}; ${showSnapshot(snapshot)}, no base)\n${left}`
  )
}

/** Whether documents are listed or counted. */
export type Documents = 'counted' | 'listed'

export function environmentsText(result: EnvironmentsResult, documents: Documents, style: Style): string {
  return result.environments.map((one) => environmentText(one, documents, style)).join('')
}

function environmentText(one: EnvironmentSummary, documents: Documents, style: Style): string {
  const marks = [one.abstract ? 'abstract' : '', one.protected ? 'protected' : ''].filter((mark) => mark !== '')
  const kind = marks.length > 0 ? ` (${marks.join(', ')})` : ''
  const order = one.lineage.length > 1 ? `  ${style('dim', one.lineage.slice(1).map((name) => `< ${escapeControls(name)}`).join(' '))}` : ''
  let text = `${style('bold', escapeControls(one.name))}${kind}  ${plural(one.documents.length, 'document')}${order}\n`
  const labels = Object.entries(one.labels).map(([key, value]) => `${escapeControls(key)}=${showValue(value)}`)
  if (labels.length > 0) text += `  labels: ${labels.join(' ')}\n`
  if (documents === 'listed') for (const document of one.documents) text += `  ${escapeControls(document)}\n`
  return text
}

export function explanationText(found: Explanation, style: Style): string {
  const where = `${escapeControls(found.environment)} ${escapeControls(found.document)}${found.pointer === '' ? '' : ' ' + escapeControls(found.pointer)}`
  let text = `${style('bold', where)}${found.leaves.length > 0 ? '' : ` = ${showExplained(found)}`}\n`
  for (const leaf of found.leaves) {
    const { pointer, via, location, byDefault } = leaf
    const from = via.length > 0 ? via.map(hopText) : location === undefined ? [] : [showLocation(location) + (byDefault === true ? ' (default)' : '')]
    text += `  ${escapeControls(pointer)} = ${showExplained(leaf)}  ${style('dim', from.join(', '))}\n`
  }
  for (const hop of found.via) text += `  through ${hopText(hop)}\n`
  if (found.said.length > 0) text += style('dim', found.leaves.length > 0 ? 'layers, strongest first:' : 'said by:') + '\n'
  for (const one of found.said) {
    const { effect, location, environment } = one
    const of = environment === null ? '' : style('dim', ` (${escapeControls(environment)})`)
    const said = found.leaves.length > 0 && effect !== 'shadowed' ? '' : ` ${showExplained({ ...one, secret: found.secret })}`
    text += `  ${effect.padEnd(11)} ${showLocation(location)}${said}${of}\n`
  }
  if (found.constraints.length > 0) text += style('dim', 'the schema asks:') + '\n'
  for (const { location, keywords } of found.constraints) text += `  ${showLocation(location)} ${showKeywords(keywords)}\n`
  return text
}

function hopText(hop: Hop): string {
  const target = hop.targetLocation === undefined ? '' : ` set at ${showLocation(hop.targetLocation)}`
  return `\${cairn:${escapeControls(hop.target)}} at ${showLocation(hop.location)}${target}`
}
