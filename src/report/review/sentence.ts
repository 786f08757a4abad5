import { escapeControls } from '../../core/message.ts'
import { SEVERITIES } from '../../core/rules.ts'
import { sameEdits } from '../same-edits.ts'
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
  const named = (name: string): string => show(brief(name))
  const wrong = attention(report, named)
  const said = wrong === '' ? calm(report) : wrong
  const passed = verdict === 'fail' ? 'failed:' : wrong === '' ? 'passed:' : 'passed, but look at'
  return `Cairn ${passed} ${said}; ${effect(report, named)}${access(report, named)}${approval(report)}`
}

/** Whether others can open encrypted files of no document. */
function access({ encryptedFiles: [first, ...others] }: ReviewReport, show: ShowName): string {
  if (first === undefined) return ''
  const files = others.length === 0 ? show(first.file) : plural(1 + others.length, 'encrypted file')
  return `; who can open ${files} changes`
}

/** What somebody has to look at: how many of which sort; empty where it is nothing. */
function attention({ findings, dangers, access, base }: ReviewReport, show: ShowName): string {
  const fresh = base === undefined ? '' : 'new '
  const those = (severity: string, since: 'new' | 'known') => {
    return findings.filter((one) => one.severity === severity && (one.since ?? 'new') === since)
  }
  const count = (severity: string, since: 'new' | 'known') => those(severity, since).length
  const missing = access?.demands.flatMap(({ roles }) => roles).reduce((sum, role) => sum + role.missing, 0) ?? 0
  const parts = [
    some(count('error', 'new'), (n) => `${grouped(n)} ${fresh}error${n === 1 ? '' : 's'}${rulesText(those('error', 'new'), show)}`),
    some(dangers.length, (n) => `${plural(n, 'danger')}${rulesText(dangers, show)}`),
    some(count('error', 'known'), (n) => `${plural(n, 'error')}${oldText(n, count('error', 'new'))}`),
    some(count('warning', 'new'), (n) => `${grouped(n)} ${fresh}warning${n === 1 ? '' : 's'}`),
    some(access?.state === 'missing' ? missing : 0, (n) => `${plural(n, 'approval')} missing`),
  ].filter((part) => part !== '')
  return parts.join(', ')
}

/** What is said of errors that the base has too, beside new ones. */
function oldText(old: number, fresh: number): string {
  if (fresh > 0) return ' that the base has too'
  return old === 1 ? ' that is not new' : ', none of them new'
}

const MOST_RULES = 3

/** Which rules found some findings, where these are few: `danger/resources` without what it begins with. */
function rulesText(found: ReviewReport['findings'], show: ShowName): string {
  const rules = [...new Set(found.map(({ rule }) => rule.replace(/^danger\//, '')))]
  return rules.length > MOST_RULES ? '' : ` (${rules.map(show).join(', ')})`
}

/** Whether who must look has approved, where that is not said as something to look at. */
function approval({ access }: ReviewReport): string {
  const roles = access?.demands.flatMap((demand) => demand.roles) ?? []
  if (access === undefined || roles.length === 0 || access.state === 'missing') return ''
  return access.state === 'approved' ? '; everybody who must look has approved' : '; whether everybody who must look has approved is not known'
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
    const without = some(sameEdits(shadowed).length, (n) => `: ${plural(n, 'edit')} ${n === 1 ? 'is' : 'are'} without effect`)
    const where = asked.length === 0 ? 'in any environment' : `in what was asked for (${placesText(perEnvironment, show)})`
    return moved === '' ? `nothing changes ${where}${without}` : `no value changes; ${moved}`
  }
  const where = placesText(perEnvironment.filter(({ changed }) => changed > 0), show)
  if (routine !== undefined) return `routine, only versions change: ${plural(routine.values, 'value')} in ${where}`
  const whole = (kind: string) => subjectOf(changes.filter((one) => one.whole === true && one.kind === kind && one.renamed === undefined), 'document', show)
  const single = changes.filter((one) => one.whole !== true)
  const parts = [
    changedText(single.filter(({ undetermined }) => undetermined !== true), show),
    verbed(subjectOf(single.filter(({ undetermined }) => undetermined === true), 'value', show), 'cannot be determined'),
    renamedText(changes, show),
    verbed(whole('added'), 'is added', 'are added'),
    verbed(whole('removed'), 'is removed', 'are removed'),
  ].filter((part) => part !== '')
  return `${parts.join(', ')} in ${where}${moved === '' ? '' : `; ${moved}`}`
}

const MOST_NAMED = 3

interface Subject {
  readonly text: string
  readonly count: number
}

/** What changes: the one value or document by its name, several of one document as such, of more how many there are. */
function subjectOf(changes: ReviewReport['changes'], noun: 'value' | 'document', show: ShowName): Subject {
  const documents = new Set(changes.map(({ document }) => document))
  const names = noun === 'document' ? documents : new Set(changes.map(({ document, pointer }) => `${document}${pointer === '' ? '' : `#${pointer}`}`))
  const [first = ''] = names
  const [document = ''] = documents
  const of = noun === 'value' && documents.size === 1 ? ` of ${show(document)}` : ''
  return { text: names.size === 1 ? show(first) : `${plural(names.size, noun)}${of}`, count: names.size }
}

/** What becomes of values: of a single one from what to what, where that can be shown. */
function changedText(changes: ReviewReport['changes'], show: ShowName): string {
  const [first, ...others] = changes
  const subject = subjectOf(changes, 'value', show)
  const kinds = new Set(changes.map(({ kind }) => kind))
  if (first !== undefined && kinds.size === 1 && first.kind !== 'changed') return verbed(subject, `is ${first.kind}`, `are ${first.kind}`)
  const [was, is] = [first?.before?.shown ?? '', first?.after?.shown ?? '']
  const isTold = others.length === 0 && first?.secret !== true && SCALAR.test(was) && SCALAR.test(is)
  return verbed(subject, isTold ? `changes from ${show(was)} to ${show(is)}` : 'changes', 'change')
}

/** The one document that is called otherwise now, or how many are; and whether that is all. */
function renamedText(changes: ReviewReport['changes'], show: ShowName): string {
  const renames = changes.filter(({ renamed, kind }) => renamed !== undefined && kind === 'removed')
  const names = new Set(renames.map(({ document, renamed = '' }) => `${show(document)} is renamed to ${show(renamed)}`))
  const [first = ''] = names
  const edited = new Set(renames.filter((one) => one.edited === true).map(({ document }) => document)).size
  if (names.size < 2) return `${first}${edited === 0 ? '' : ' and changed'}`
  return `${plural(names.size, 'document')} are renamed${some(edited, (n) => ` (${grouped(n)} of them changed, too)`)}`
}

/** A scalar as it is shown; what is opaque is shown in words between brackets. */
const SCALAR = /^["\dtfn-]/

function verbed({ text, count }: Subject, one: string, many = one): string {
  return count === 0 ? '' : `${text} ${count === 1 ? one : many}`
}

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
