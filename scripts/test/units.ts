import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Counts } from './counts.ts'

/** What is used of vitest's JSON report. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly (Outcome & { readonly assertionResults: readonly Outcome[] })[]
}
interface Outcome {
  readonly status: string
}

/** Runs vitest. A file that cannot be loaded, and errors outside of any test, count as failures. */
export function runUnits(root: string, args: readonly string[]): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-report-'))
  const report = join(folder, 'report.json')
  try {
    const { status } = spawnSync(
      join(root, 'node_modules', 'node', 'bin', 'node'),
      [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...args,
      ],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
    )
    return countsOf(JSON.parse(readFileSync(report, 'utf8')) as VitestReport, status === 0)
  } catch (error) {
    console.error('vitest wrote no report:', error)
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countsOf(report: VitestReport, ended: boolean): Counts {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length
  const failed = report.numFailedTests + unloaded
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !ended ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
