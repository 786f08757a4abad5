import { grouped } from '../verdict.ts'
import type { ReportedChange, ReportedFinding, ReportedSide, ReviewReport } from './report.ts'

const WHY = ': the report was too large to be handed over with them'

/** So many of each list are kept where less than all has room, from the first number that has. */
const KEPT = [10_000, 3_000, 1_000, 300, 100, 30, 10, 0]

/**
 * A report that has room: as it is, else without values as data, else without details, else with the first of each list
 * alone, the dangerous ones kept longest. What was left out is said in it; counts stay those of the whole.
 *
 * @param hasRoom whether a report is small enough
 */
export function shrunk(report: ReviewReport, hasRoom: (report: ReviewReport) => boolean): ReviewReport {
  if (hasRoom(report)) return report
  const bare = saying(withoutValues(report), `values as data${WHY}`)
  if (hasRoom(bare)) return bare
  const brief = saying(withoutDetails(withoutValues(report)), `related places, what lies below a value, and what depends on what changes${WHY}`)
  if (hasRoom(brief)) return brief
  for (const kept of KEPT) {
    const shorter = cut(brief, kept)
    if (hasRoom(shorter)) return shorter
  }
  return cut(brief, 0)
}

function saying(report: ReviewReport, ...what: readonly string[]): ReviewReport {
  return { ...report, notChecked: [...report.notChecked, ...what] }
}

function withoutValues(report: ReviewReport): ReviewReport {
  return { ...report, changes: report.changes.map((change) => eachSide(change, ({ value: _, ...side }) => side)) }
}

type Make = (side: ReportedSide) => ReportedSide

function eachSide({ before, after, ...change }: ReportedChange, make: Make): ReportedChange {
  return { ...change, ...(before && { before: make(before) }), ...(after && { after: make(after) }) }
}

function withoutDetails({ reach: _, ...report }: ReviewReport): ReviewReport {
  const bare = (found: ReportedFinding): ReportedFinding => ({ ...found, related: [] })
  return {
    ...report,
    findings: report.findings.map(bare),
    dangers: report.dangers.map(bare),
    silenced: report.silenced.map((one) => ({ ...one, finding: bare(one.finding) })),
    changes: report.changes.map((change) => eachSide(change, (side) => ({ ...side, shadowed: [] }))),
    undecided: [],
  }
}

function cut(report: ReviewReport, kept: number): ReviewReport {
  const { findings, dangers, changes, access, environments, asked } = report
  const left: string[] = []
  const first = <T>(all: readonly T[], what: string, most = kept): readonly T[] => {
    if (all.length > most) left.push(`${grouped(all.length - most)} of ${grouped(all.length)} ${what}${WHY}`)
    return all.slice(0, most)
  }
  const isWrong = ({ severity }: ReportedFinding): number => (severity === 'error' ? 0 : 1)
  const shorter: ReviewReport = {
    ...report,
    dangers: first(dangers, 'dangers', Math.max(kept, 100)),
    findings: first([...findings].sort((a, b) => isWrong(a) - isWrong(b)), 'findings'),
    changes: first([...changes].sort((a, b) => Number(b.risky ?? false) - Number(a.risky ?? false)), 'changes'),
    shadowed: first(report.shadowed, 'edits without effect'),
    encryptedFiles: first(report.encryptedFiles, 'encrypted files with other recipients'),
    silenced: first(report.silenced, 'accepted dangers'),
    applying: first(report.applying, 'documents to apply'),
    perEnvironment: first(report.perEnvironment, 'environments', Math.max(kept, 100)),
    environments: environments.slice(0, Math.max(kept, 100)),
    asked: asked.slice(0, Math.max(kept, 100)),
    notChecked: first(report.notChecked, 'things that were not checked', Math.max(kept, 100)),
    ...(access && { access: { ...access, demands: first(access.demands, 'demands of access.yaml', Math.max(kept, 30)) } }),
  }
  return saying(shorter, ...left)
}
