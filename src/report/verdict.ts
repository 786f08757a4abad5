import type { SettledFinding } from '../core/finding.ts'
import { say, type Message } from '../core/message.ts'
import type { CheckResult } from '../core/results.ts'
import type { Review } from '../core/review.ts'
import { SEVERITIES, type Severity } from '../core/rules.ts'

/** The least severe finding that fails a run; `never` lets every finding pass. */
export type FailOn = Severity | 'never'
export const FAIL_ON: readonly FailOn[] = [...SEVERITIES, 'never']

export interface Verdict {
  readonly passed: boolean
  readonly counts: Readonly<Record<Severity, number>>
  /** Of those that the base does not have; absent without a base. */
  readonly fresh?: Readonly<Record<Severity, number>>
  /** The severities that fail the run. */
  readonly fatal: readonly Severity[]
  /** 0: nothing at or above the threshold; 1: findings. (2 and 3 are for usage and a broken run.) */
  readonly exitCode: 0 | 1
}

/** The one place that decides whether a run passed. */
export function verdict(findings: readonly SettledFinding[], failOn: FailOn = 'error'): Verdict {
  const counts = countBySeverity(findings)
  const fatal = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)
  const passed = fatal.every((severity) => counts[severity] === 0)
  return { passed, counts, fatal, exitCode: passed ? 0 : 1 }
}

/** The verdict on a change: by the findings of the head, those that the base has too among them, and its dangers. */
export function reviewVerdict({ findings, dangers, comparison }: Review, failOn: FailOn): Verdict {
  const judged = verdict([...findings, ...dangers.findings], failOn)
  if (comparison.base === undefined) return judged
  return { ...judged, fresh: countBySeverity([...findings.filter(({ since }) => since === 'new'), ...dangers.findings]) }
}

function countBySeverity(findings: readonly SettledFinding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}

/** The findings as they are read where not all can be shown: the most severe first, else in their order. */
export function mostSevereFirst(findings: readonly SettledFinding[]): SettledFinding[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

/** `29 documents, 106 effective documents in 4 environments`. */
export function scopeText({ documents, effectiveDocuments, environments }: CheckResult): Message {
  return say`${plural(documents, 'document')}, ${plural(effectiveDocuments, 'effective document')} in ${plural(environments.length, 'environment')}`
}

/** What a check says nothing of, and why: what it did not look at, and what it could not know without a key. */
export function notCheckedBy({ notChecked, undecided }: CheckResult): Message[] {
  if (undecided.length === 0) return [...notChecked]
  return [...notChecked, say`what only a key would decide: ${plural(undecided.length, 'value')}`]
}

/** `25,000 of 40,010 findings`. */
export function shownText(shown: number, found: number, noun: Noun): Message {
  return `${grouped(shown)} of ${plural(found, noun)}` as Message
}

/** `2 errors (none of them new), 1 warning`; `no findings` where there is none. */
export function countsText({ counts, fresh = counts }: Verdict): Message {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0)
  const parts = found.map((severity) => `${plural(counts[severity], severity)}${newText(fresh[severity], counts[severity])}`)
  return parts.length === 0 ? say`no findings` : (parts.join(', ') as Message)
}

function newText(fresh: number, all: number): string {
  if (fresh === all) return ''
  if (all === 1) return ' (not new)'
  return fresh === 0 ? ' (none of them new)' : ` (${grouped(fresh)} of them new)`
}

export type Noun =
  | Severity | 'finding' | 'danger' | 'value' | 'place' | 'document' | 'effective document' | 'environment' | 'change' | 'edit'
  | 'item' | 'target' | 'level' | 'kind' | 'file' | 'approval' | 'group' | 'day' | 'publication' | 'encrypted file'

/** `1 document`, `2 documents`. */
export function plural(count: number, noun: Noun): Message {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}` as Message
}

/** `1,234,567`. Not by the locale machinery, which takes 10 ms to load. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
