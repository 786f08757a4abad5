import { writeReport } from '../adapters/report-file.ts'
import type { Runner } from './runner.ts'

/**
 * Writes a report where one is asked for.
 *
 * @param path as the input gives it; empty for none
 * @returns where it is, seen from the workspace; empty for none
 */
export async function writeWanted(runner: Runner, path: string, render: () => Promise<string>): Promise<string> {
  return path === '' ? '' : writeReport(path, await render(), runner)
}
