import { changedOutside, repositoryOf, resolveCommit } from '../adapters/git.ts'
import { Collector } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import { say } from '../core/message.ts'
import type { CheckResult } from '../core/results.ts'
import type { Review } from '../core/review.ts'
import { configurationBefore, configurationRootAt, historyIn, openWorkingTree, type Configuration } from '../opening.ts'
import { review, type ReviewInput } from '../queries/review.ts'
import { inert, jsonText } from '../report/inert.ts'
import { checkMarkdown } from '../report/markdown.ts'
import { checkText } from '../report/terminal.ts'
import { reviewVerdict, type Verdict } from '../report/verdict.ts'
import { VERSION } from '../version.ts'
import { folderOf, open, rootOf } from './open.ts'
import type { CheckOptions } from './options.ts'
import { openRange, type Range } from './range.ts'
import type { Terminal } from './terminal.ts'

/** Checks one state of a repository; with a base everything that a pull request gets. */
export async function runCheck(named: Range, options: CheckOptions, terminal: Terminal): Promise<number> {
  const range = splitRange(named)
  const { root, moved } = rootFor(range, options, terminal)
  const reviewed = await review(await openFor(range, options, terminal, root))
  const found = moved === undefined ? reviewed : { ...reviewed, notChecked: [...reviewed.notChecked, moved] }
  terminal.clear()
  const judged = reviewVerdict(found, options.failOn)
  const { format } = options
  if (format === 'sarif' || format === 'junit') terminal.out(await fileText(found, judged, { format, root }))
  else terminal.out(await textOf(found, judged, options, terminal))
  return judged.exitCode
}

/** The configuration repository: of a range the one that the base has. */
function rootFor(range: Range, options: CheckOptions, terminal: Terminal): Configuration {
  const now = rootOf(options, terminal)
  const start = folderOf(options, terminal)
  // At the top of the Git repository there is no other.
  if (range.base === undefined || repositoryOf(start).prefix === '') return { root: now }
  const rootAt = (commit: string) => configurationRootAt(start, resolveCommit(now, commit))
  return configurationBefore(start, rootAt(range.base), (range.head === undefined ? now : rootAt(range.head)) ?? now)
}

async function openFor(range: Range, options: CheckOptions, terminal: Terminal, root: string): Promise<ReviewInput> {
  const { clock } = terminal
  const start = clock()
  const timed = (spent: number) => (options.timing === true ? { clock, spent: [{ stage: 'open' as const, took: spent }] } : {})
  const opener = options.open === true ? await (await import('./opener.ts')).openerFor(terminal) : undefined
  const { today } = terminal
  const selection = { environments: options.environment }
  const common = { selection, progress: terminal.progress, today, ...(opener && { opener }) }
  if (range.base === undefined) {
    const collector = new Collector()
    const head = await open(options, terminal, collector)
    return { ...common, ...timed(clock() - start), head, collector, against: { reason: say`no base was named` } }
  }
  if (options.at !== undefined) throw new Failure('usage', say`--at names the commit to look at, and so does the second argument`)
  const { base, head, collectors } = await openRange(range, options, terminal, { root, workingTree: openWorkingTree })
  const against = { workspace: base, because: say`named on the command line`, collector: collectors.base, whenBroken: 'throw' as const }
  // What is not committed yet is looked at in the configuration repository only.
  const outside = changedOutside(root, base.snapshot.label, range.head === undefined ? 'HEAD' : head.snapshot.label)
  const more = { history: historyIn(root), ...(outside && { outside }) }
  return { ...common, ...timed(clock() - start), head, collector: collectors.head, against, ...more }
}

/** `main..feature` in one argument, as Git takes it. */
function splitRange({ base, head }: Range): Range {
  const dots = base?.indexOf('..') ?? -1
  if (base === undefined || dots < 0) return { base, head }
  const [from, to] = [base.slice(0, dots), base.slice(dots + 2)]
  if (head !== undefined || from === '' || to.startsWith('.')) {
    throw new Failure('usage', say`a range is base..head, with two dots`, say`cairn check main..HEAD`)
  }
  return { base: from, head: to === '' ? 'HEAD' : to }
}

async function textOf(
  found: Review,
  judged: Verdict,
  { format, failOn }: CheckOptions,
  terminal: Terminal,
): Promise<string> {
  const isAlone = found.comparison.base === undefined
  if (format === 'markdown' && isAlone) return inert(checkMarkdown(found.check, judged))
  if (format === 'terminal' && isAlone) return inert(checkText(found.check, judged, terminal.outStyle))
  // Reports on a change are loaded for those who have one.
  const { NO_BUDGET, reportOf, reviewMarkdown, reviewText } = await import('../report/review/all.ts')
  const report = reportOf(found, { failOn, version: VERSION })
  if (format === 'html') return (await import('../report/html/review.ts')).reviewHtml(report, { prefix: '' })
  if (format === 'terminal') return inert(reviewText(found, report, terminal.outStyle))
  if (format === 'markdown') return inert(reviewMarkdown(report, { budget: NO_BUDGET, elsewhere: '', prefix: '' }))
  return `${jsonText(report)}\n`
}

/** What other programs read as a file; its paths are seen from the top of the Git repository. */
async function fileText(
  { check, dangers, notChecked }: Review,
  judged: Verdict,
  { format, root }: { readonly format: 'sarif' | 'junit'; readonly root: string },
): Promise<string> {
  const { prefix } = repositoryOf(root)
  const result: CheckResult = { ...check, notChecked, findings: [...check.findings, ...dangers.findings] }
  if (format === 'junit') return (await import('../report/junit.ts')).checkJunit(result, judged, { prefix })
  return `${(await import('../report/sarif.ts')).checkSarif(result, judged, { prefix, version: VERSION })}\n`
}
