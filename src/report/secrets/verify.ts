import { showLocation } from '../../core/place.ts'
import type { SopsProblem } from '../../core/sops/problem.ts'
import { code, md, table } from '../markdown-text.ts'
import { plural } from '../verdict.ts'
import { toldProblem, type ToldProblem } from './problem.ts'

/** What opening files showed, as the query tells it. */
export interface PrintedVerified {
  readonly path: string
  readonly text: string
  readonly state: 'verified' | 'wrong' | 'not opened'
  readonly problems: readonly SopsProblem[]
}

interface ReportedFile {
  readonly path: string
  readonly state: PrintedVerified['state']
  readonly problems: readonly ToldProblem[]
}

function reported({ path, text, state, problems }: PrintedVerified): ReportedFile {
  return { path, state, problems: problems.map((found) => toldProblem(path, text, found)) }
}

/** Files, and why they are not right (`schemas/output/secrets-verify.json`). */
export function verifyJson(files: readonly PrintedVerified[]): unknown {
  return { files: files.map(reported) }
}

/** `2 files verified, 0 wrong, 1 not opened`. */
export function verifySummary(files: readonly Pick<PrintedVerified, 'state'>[]): string {
  const count = (state: PrintedVerified['state']): number => files.filter((one) => one.state === state).length
  return `${plural(count('verified'), 'file')} verified, ${count('wrong')} wrong, ${count('not opened')} not opened`
}

export function verifyMarkdown(files: readonly PrintedVerified[]): string {
  if (files.length === 0) return 'There are no encrypted files.\n'
  const rows = files.map(reported).map(({ path, state, problems }) => {
    const said = problems.map(({ location, message, next }) => md(`${showLocation(location)}: ${message}${next === undefined ? '' : `; ${next}`}`))
    return [code(path), state, said.join('<br>')]
  })
  return `${table(['File', 'State', 'Why'], rows)}\n${verifySummary(files)}.\n`
}
