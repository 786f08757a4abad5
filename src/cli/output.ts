import type { SettledFinding } from '../core/finding.ts'
import { inert, jsonText } from '../report/inert.ts'
import { findingsText } from '../report/terminal.ts'
import { verdict } from '../report/verdict.ts'
import type { Terminal } from './terminal.ts'

export function writeJson(terminal: Terminal, data: unknown): void {
  terminal.out(`${jsonText(data)}\n`)
}

/**
 * For commands whose output is something else than findings: tells what was found on standard error.
 *
 * @returns the exit code: 1 where there is an error, since the output then has holes
 */
export function tellFindings(findings: readonly SettledFinding[], terminal: Terminal): number {
  terminal.clear()
  terminal.err(inert(findingsText(findings.filter(({ severity }) => severity !== 'note'), terminal.errStyle)))
  return verdict(findings).exitCode
}
