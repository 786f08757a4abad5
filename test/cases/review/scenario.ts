import { createHash } from 'node:crypto'
import { engines } from '../../../src/adapters/engines.ts'
import { Collector } from '../../../src/core/collector.ts'
import { say } from '../../../src/core/message.ts'
import type { ReadProblem, Snapshot, SnapshotEntry } from '../../../src/core/ports.ts'
import type { Review } from '../../../src/core/review.ts'
import { openWorkspace } from '../../../src/pipeline.ts'
import type { People } from '../../../src/queries/reach.ts'
import { review } from '../../../src/queries/review.ts'
import { inert } from '../../../src/report/inert.ts'
import { COMMENT_BUDGET, reviewMarkdown } from '../../../src/report/review/markdown.ts'
import type { ReviewReport } from '../../../src/report/review/report.ts'
import { reportOf } from '../../../src/report/review/report-of.ts'
import { reviewText } from '../../../src/report/review/terminal.ts'
import { plain } from '../../../src/report/style.ts'
import type { Files } from '../../helpers/repository.ts'

/** A change of a repository, of which every kind of report is looked at. */
export interface Scenario {
  readonly name: string
  /** Before; none for a change that is compared with nothing. */
  readonly base: Files | undefined
  readonly head: Files
  /** What cannot be read in the head. */
  readonly unreadable?: Readonly<Record<string, ReadProblem>>
  readonly people?: People
  readonly environments?: readonly string[]
}

export interface Reports {
  readonly review: Review
  readonly report: ReviewReport
  /** As it is posted, without the marker. */
  readonly comment: string
  readonly terminal: string
}

const BASE = 'b'.repeat(40)
const HEAD = 'a'.repeat(40)
export const LINKS = { server: 'https://github.example', repository: 'acme/config', head: HEAD, base: BASE }

export async function reportsOf({ base, head, unreadable = {}, people, environments = [] }: Scenario): Promise<Reports> {
  const collector = new Collector()
  const after = await openWorkspace({ snapshot: snapshotOf(head, HEAD, unreadable), variables: {}, engines }, collector)
  const found = await review({
    head: after,
    against: base === undefined ? { reason: say`schedule names no commit before` } : await against(base),
    selection: { environments },
    collector,
    today: '2026-11-23',
    ...(people === undefined ? {} : { people }),
  })
  const report = reportOf(found, { failOn: 'error', version: '1.2.3' })
  const comment = reviewMarkdown(report, {
    budget: COMMENT_BUDGET,
    elsewhere: `[the job summary](${LINKS.server}/acme/config/actions/runs/1) has more`,
    prefix: '',
    links: LINKS,
  })
  return { review: found, report, comment, terminal: inert(reviewText(found, report, plain)) }
}

async function against(files: Files) {
  const collector = new Collector()
  const workspace = await openWorkspace({ snapshot: snapshotOf(files, BASE, {}), variables: {}, engines }, collector)
  return { workspace, collector, because: say`the base branch that the pull request is merged into`, whenBroken: 'throw' as const }
}

function snapshotOf(files: Files, label: string, unreadable: NonNullable<Scenario['unreadable']>): Snapshot {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]))
  const entries: SnapshotEntry[] = [...contents.keys()].sort().map((path) => ({ path, type: 'file' }))
  return {
    label,
    entries,
    prefetch: () => {},
    read: (path) => {
      const problem = unreadable[path]
      if (problem !== undefined) return { problem }
      const bytes = contents.get(path)
      return bytes === undefined ? { problem: 'missing' } : { bytes }
    },
  }
}

const LONGEST = 20_000
const MOST_LINES = 60

/** What is kept of a report: all of it, or of a large one its first lines and its digest. */
export function golden(text: string): string {
  if (text.length <= LONGEST) return text
  const lines = text.split('\n')
  const digest = createHash('sha256').update(text).digest('hex')
  return `${lines.slice(0, MOST_LINES).join('\n')}\n[${lines.length} lines in all, sha256 ${digest}]\n`
}
