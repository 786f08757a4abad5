import type { ReviewReport } from './report.ts'

/** Whether there is nothing that somebody who proposes a change has to be told: it passes, and changes nothing. */
export function isQuiet(report: ReviewReport): boolean {
  const { verdict, base, changes, shadowed, dangers, silenced, findings, perEnvironment, baseErrors } = report
  return (
    verdict === 'pass' &&
    base !== undefined &&
    changes.length + shadowed.length + dangers.length + silenced.length + (baseErrors ?? 0) === 0 &&
    findings.every(({ since }) => since === 'known') &&
    perEnvironment.every(({ state, parents }) => state === 'same' && parents === undefined)
  )
}
