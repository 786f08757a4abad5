import type { Demand } from '../../core/access.ts'
import { escapeControls } from '../../core/message.ts'
import { showLocation } from '../../core/place.ts'
import type { DiffResult } from '../../core/results.ts'
import type { EnvironmentReview, Review } from '../../core/review.ts'
import { diffText } from '../changes.ts'
import { showSnapshot } from '../show.ts'
import type { Style } from '../style.ts'
import { findingsText, names } from '../terminal.ts'
import { grouped, notCheckedBy, plural, scopeText } from '../verdict.ts'
import { discreet } from './discreet.ts'
import type { ReviewReport } from './report.ts'

/**
 * A review for a terminal, which is read from its end: changes first, then what needs attention, then who must look and
 * the answer.
 *
 * @param report the same review as data, which has the answer
 */
export function reviewText(review: Review, report: ReviewReport, style: Style): string {
  const { comparison, findings, dangers } = review
  if (comparison.base === undefined) return `${findingsText(findings, style)}${answerText(review, report, style)}`
  const known = findings.filter(({ since }) => since === 'known')
  const fresh = findings.filter(({ since }) => since !== 'known')
  return (
    diffText(diffOf(review), style) +
    headed('needs attention', findingsText([...dangers.findings, ...fresh], style), style) +
    headed('already in the base', findingsText(known, style), style) +
    headed('accepted by the base', silencedText(review), style) +
    headed('environments', review.environments.filter(isMarked).map(environmentText).join(''), style) +
    headed('to apply it', applyingText(review), style) +
    headed('depends on it', reachText(review), style) +
    headed('who must look', (review.access?.demands ?? []).map(demandText).join(''), style) +
    `\n${answerText(review, report, style)}`
  )
}

/** A review as a difference alone, without what is named like a secret: logs are copied and kept as reports are. */
export function diffOf({ changes, environments, comparison, check, ...review }: Review): DiffResult {
  const { base = '', compared = 0, baseErrors = 0 } = comparison.base === undefined ? {} : comparison
  const named = (state: EnvironmentReview['state']) => environments.filter((one) => one.state === state).map(({ name }) => name)
  const { shadowed, encryptedFiles } = review
  return {
    base, head: check.snapshot, changes: changes.map(discreet), shadowed, encryptedFiles, compared, baseErrors,
    findings: [], environmentsAdded: named('added'), environmentsRemoved: named('removed'),
  }
}

function headed(title: string, text: string, style: Style): string {
  return text === '' ? '' : `\n${style('bold', title)}\n${text}`
}

function answerText(review: Review, { verdict, summary }: ReviewReport, style: Style): string {
  const { check, notChecked, comparison, timing } = review
  const against = comparison.base === undefined ? comparison.reason : `compared with ${showSnapshot(comparison.base)}, ${comparison.because}`
  const left = notCheckedBy({ ...check, notChecked }).map((what) => style('dim', `not checked: ${what}`) + '\n').join('')
  const took = timing.length === 0 ? '' : style('dim', timing.map(({ stage, took: time }) => `${stage} ${grouped(Math.round(time))} ms`).join(', ')) + '\n'
  return `${style(verdict === 'pass' ? 'green' : 'red', summary)}\n${style('dim', `${scopeText(check)}; ${against}`)}\n${left}${took}`
}

function isMarked({ state, parents, risky, failed, protected: isProtected, changed }: EnvironmentReview): boolean {
  return (state !== 'same' && state !== 'changed') || parents !== undefined || risky + failed > 0 || (isProtected && changed > 0)
}

function environmentText(environment: EnvironmentReview): string {
  const { name, state, parents, changed, risky, shadowed, failed } = environment
  const parts = [
    environment.protected ? 'protected' : '',
    state === 'added' ? 'new' : state === 'removed' ? 'gone' : '',
    parents === undefined ? '' : `inherits from ${names(parents.after)} instead of ${names(parents.before)}`,
    changed === 0 ? '' : plural(changed, 'change'),
    risky === 0 ? '' : plural(risky, 'danger'),
    shadowed === 0 ? '' : `${plural(shadowed, 'edit')} without effect`,
    failed === 0 ? '' : plural(failed, 'error'),
  ]
  return `  ${escapeControls(name)}: ${parts.filter((part) => part !== '').join(', ')}\n`
}

function silencedText({ dangers: { silenced } }: Review): string {
  return silenced.map(({ finding, reason, location, until }) => {
    const end = until === undefined ? '' : ` until ${escapeControls(until)}`
    return `  ${showLocation(finding.location)} ${finding.rule} ${finding.message}\n    accepted${end} at ${showLocation(location)}: ${escapeControls(reason)}\n`
  }).join('')
}

function applyingText({ applying }: Review): string {
  if (!applying.some(({ takes }) => takes === 'restart' || takes === 'hot')) return ''
  return applying.map(({ document, takes, environments }) => `  ${takes} ${escapeControls(document)} in ${names(environments)}\n`).join('')
}

function reachText({ reach }: Review): string {
  return (reach?.reaches ?? []).filter(({ dependents }) => dependents.length > 0).map((one) => {
    return `  ${names(one.dependents.map(({ document }) => document))} in ${names(one.environments)}\n`
  }).join('')
}

function demandText({ name, location, roles }: Demand): string {
  return roles.map(({ role, state, approvedBy, approvals, users, teams }) => {
    const title = name === undefined ? '' : `${escapeControls(name)}: `
    return `  ${title}${escapeControls(role)} (${names([...teams, ...users])}): ${state}, ${approvedBy.length} of ${approvals} (${showLocation(location)})\n`
  }).join('')
}
