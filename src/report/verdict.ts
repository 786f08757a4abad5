import type { SettledFinding } from '../core/finding.ts'
import { say, type Message } from '../core/message.ts'
import { SEVERITIES, type Severity } from '../core/rules.ts'

/** The least severe finding that fails a run; `never` lets every finding pass. */
export type FailOn = Severity | 'never'
export const FAIL_ON: readonly FailOn[] = [...SEVERITIES, 'never']

export interface Verdict {
  readonly passed: boolean
  readonly counts: Readonly<Record<Severity, number>>
  /** 0: nothing at or above the threshold; 1: findings. (2 and 3 are for usage and a broken run.) */
  readonly exitCode: 0 | 1
}

/** The one place that decides whether a run passed. */
export function verdict(findings: readonly SettledFinding[], failOn: FailOn = 'error'): Verdict {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of findings) counts[severity]++
  const fatal = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)
  const passed = fatal.every((severity) => counts[severity] === 0)
  return { passed, counts, exitCode: passed ? 0 : 1 }
}

/** `2 errors, 1 warning`; `no findings` where there is none. */
export function countsText({ counts }: Verdict): Message {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0)
  const parts = found.map((severity) => plural(counts[severity], severity))
  return parts.length === 0 ? say`no findings` : (parts.join(', ') as Message)
}

type Noun = Severity | 'finding' | 'document' | 'environment' | 'change' | 'edit' | 'item' | 'effective document'

/** `1 document`, `2 documents`. */
export function plural(count: number, noun: Noun): Message {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}` as Message
}

/** `1,234,567`. Not by the locale machinery, which takes 10 ms to load. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
