import type { ReviewReport } from './report.ts'

/** Whether there is nothing that somebody who proposes a change has to be told: it passes, and changes nothing. */
export function isQuiet(report: ReviewReport): boolean {
  const { verdict, base, changes, shadowed, encryptedFiles, dangers, silenced, findings, perEnvironment } = report
  const told = [changes, shadowed, encryptedFiles, dangers, silenced]
  return (
    verdict === 'pass' &&
    base !== undefined &&
    told.every(({ length }) => length === 0) &&
    (report.baseErrors ?? 0) === 0 &&
    findings.every(({ since }) => since === 'known') &&
    perEnvironment.every(({ state, parents }) => state === 'same' && parents === undefined)
  )
}
