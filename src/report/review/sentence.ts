import { escapeControls } from '../../core/message.ts'
import { SEVERITIES } from '../../core/rules.ts'
import { grouped, plural } from '../verdict.ts'
import { brief } from './brief.ts'
import type { ReviewReport } from './report.ts'

/** How a name from the repository is shown. */
export type ShowName = (name: string) => string

/**
 * The answer in a sentence: whether it passed and what is wrong, then what changes where. Of bounded length.
 *
 * @param show makes a name part of the text that the sentence stands in
 */
export function sentenceOf(report: ReviewReport, show: ShowName = escapeControls): string {
  const { verdict } = report
  const wrong = attention(report)
  const said = wrong === '' ? calm(report) : wrong
  const passed = verdict === 'fail' ? 'failed:' : wrong === '' ? 'passed:' : 'passed, but look at'
  return `Cairn ${passed} ${said}; ${effect(report, (name) => show(brief(name)))}`
}

/** What somebody has to look at: how many of which sort; empty where it is nothing. */
function attention({ findings, dangers, access, base }: ReviewReport): string {
  const fresh = base === undefined ? '' : 'new '
  const count = (severity: string, since: 'new' | 'known') => {
    return findings.filter((one) => one.severity === severity && (one.since ?? 'new') === since).length
  }
  const missing = access?.demands.flatMap(({ roles }) => roles).reduce((sum, role) => sum + role.missing, 0) ?? 0
  const parts = [
    some(count('error', 'new'), (n) => `${grouped(n)} ${fresh}error${n === 1 ? '' : 's'}`),
    some(dangers.length, (n) => plural(n, 'danger')),
    some(count('error', 'known'), (n) => `${plural(n, 'error')} that the base has too`),
    some(count('warning', 'new'), (n) => `${grouped(n)} ${fresh}warning${n === 1 ? '' : 's'}`),
    some(access?.state === 'missing' ? missing : 0, (n) => `${plural(n, 'approval')} missing`),
  ].filter((part) => part !== '')
  return parts.join(', ')
}

function calm({ findings, base, verdict, failOn, counts }: ReviewReport): string {
  if (SEVERITIES.every((severity) => counts[severity] === 0)) return 'no findings'
  if (base === undefined) return plural(counts.note, 'note')
  const there = SEVERITIES.filter((severity) => counts[severity] > 0)
  const rest = there.map((severity) => plural(counts[severity], severity))
  if (verdict === 'fail') return `${rest.join(', ')}, and already ${failOn === 'error' ? 'an' : 'a'} ${failOn} is to fail`
  const notes = findings.filter(({ since }) => since === 'new').length
  return notes === 0 ? 'no new findings' : `${grouped(notes)} new note${notes === 1 ? '' : 's'}`
}

const some = (count: number, text: (count: number) => string): string => (count === 0 ? '' : text(count))

/** What changes, and where. */
function effect(report: ReviewReport, show: ShowName): string {
  const { changes, shadowed, routine, base, perEnvironment, asked } = report
  if (base === undefined) return 'compared with nothing, so no changes are told'
  const moved = environmentsText(report, show)
  if (changes.length === 0) {
    const without = some(shadowed.length, (n) => `: ${plural(n, 'edit')} ${n === 1 ? 'is' : 'are'} without effect`)
    const where = asked.length === 0 ? 'in any environment' : `in what was asked for (${placesText(perEnvironment, show)})`
    return moved === '' ? `nothing changes ${where}${without}` : `no value changes; ${moved}`
  }
  const where = placesText(perEnvironment.filter(({ changed }) => changed > 0), show)
  if (routine !== undefined) return `routine, only versions change: ${plural(routine.values, 'value')} in ${where}`
  const whole = (kind: string): number => {
    const all = changes.filter((one) => one.whole === true && one.kind === kind)
    return new Set(all.map(({ document }) => document)).size
  }
  const valuesOf = (all: ReviewReport['changes']) => new Set(all.map(({ document, pointer }) => `${document}#${pointer}`)).size
  const single = changes.filter((one) => one.whole !== true)
  const values = valuesOf(single.filter(({ undetermined }) => undetermined !== true))
  const parts = [
    some(values, (n) => `${plural(n, 'value')} ${n === 1 ? 'changes' : 'change'}`),
    some(valuesOf(single.filter(({ undetermined }) => undetermined === true)), (n) => `${plural(n, 'value')} cannot be determined`),
    some(whole('added'), (n) => `${plural(n, 'document')} ${n === 1 ? 'is' : 'are'} added`),
    some(whole('removed'), (n) => `${plural(n, 'document')} ${n === 1 ? 'is' : 'are'} removed`),
  ].filter((part) => part !== '')
  return `${parts.join(', ')} in ${where}${moved === '' ? '' : `; ${moved}`}`
}

const MOST_NAMED = 3

/** Up to three by name; of more how many there are, and how many of them are protected. */
function placesText(environments: ReviewReport['perEnvironment'], show: ShowName): string {
  const isGuarded = environments.filter((one) => one.protected).length
  if (environments.length > MOST_NAMED) {
    return `${plural(environments.length, 'environment')}${some(isGuarded, (n) => ` (${grouped(n)} protected)`)}`
  }
  const names = environments.map((one) => `${show(one.name)}${one.protected ? ' (protected)' : ''}`)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

/** Environments that came, went or inherit from others than before. */
function environmentsText({ perEnvironment }: ReviewReport, show: ShowName): string {
  const said = (all: ReviewReport['perEnvironment'], one: string, many: string): string => {
    const [first] = all
    if (first === undefined) return ''
    return all.length === 1 ? `${show(first.name)} ${one}` : `${plural(all.length, 'environment')} ${many}`
  }
  return [
    said(perEnvironment.filter(({ state }) => state === 'added'), 'is a new environment', 'are new'),
    said(perEnvironment.filter(({ state }) => state === 'removed'), 'is no environment any more', 'are gone'),
    said(perEnvironment.filter(({ parents }) => parents !== undefined), 'inherits from others', 'inherit from others'),
  ].filter((part) => part !== '').join(', ')
}
