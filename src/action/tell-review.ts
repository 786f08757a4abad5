import { escapeControls } from '../core/message.ts'
import type { CheckResult } from '../core/results.ts'
import type { Review } from '../core/review.ts'
import { annotationsOf, failureText } from '../report/annotations.ts'
import { diffText } from '../report/changes.ts'
import { jsonText } from '../report/inert.ts'
import { reviewMarkdown, SUMMARY_BUDGET } from '../report/review/markdown.ts'
import type { Links, Places } from '../report/review/place.ts'
import type { ReviewReport } from '../report/review/report.ts'
import { reportOf } from '../report/review/report-of.ts'
import { diffOf } from '../report/review/terminal.ts'
import { showSnapshot } from '../report/show.ts'
import { plain } from '../report/style.ts'
import { findingsText, names } from '../report/terminal.ts'
import { countsText, notCheckedBy, plural, reviewVerdict, scopeText, type Verdict } from '../report/verdict.ts'
import { VERSION } from '../version.ts'
import { changedOutput } from './changed-output.ts'
import { elsewhereText } from './elsewhere.ts'
import type { Inputs } from './inputs.ts'
import type { CheckOutput, Runner } from './runner.ts'
import { share, type Audience } from './share.ts'
import { writeWanted } from './write-wanted.ts'

export interface ReviewTelling {
  readonly review: Review
  readonly inputs: Inputs
  /** The configuration repository, seen from the top of the Git repository. */
  readonly prefix: string
  /** Where the commits can be looked at, where that is known. */
  readonly links?: Links
  /** Whom the report is for besides who reads the log. */
  readonly audience: Audience
  /** How many warnings the step has shown already. */
  readonly advised?: number
  /** How many notices. */
  readonly noticed?: number
}

/** Tells what was found: log, report files, annotations, summary, outputs, and whether the step fails. */
export async function tellReview(runner: Runner, telling: ReviewTelling): Promise<void> {
  const { review, inputs, prefix, links, audience, advised = 0, noticed = 0 } = telling
  const { check, findings, dangers, notChecked } = review
  const judged = reviewVerdict(review, inputs.failOn)
  const result: CheckResult = { ...check, findings: [...dangers.findings, ...findings], notChecked }
  log(runner, review, result, judged)
  const report = reportOf(review, { failOn: inputs.failOn, version: VERSION, ...(links && { head: links.head }) })
  const places = { prefix, ...(links && { links }) }
  const paths = {
    report: await writeWanted(runner, inputs.report, () => Promise.resolve(`${jsonText(report)}\n`)),
    sarif: await writeWanted(runner, inputs.sarif, async () => {
      return (await import('../report/sarif.ts')).checkSarif(result, judged, { prefix, version: VERSION })
    }),
    junit: await writeWanted(runner, inputs.junit, async () => {
      return (await import('../report/junit.ts')).checkJunit(result, judged, { prefix })
    }),
    html: await writeWanted(runner, inputs.html, async () => {
      return (await import('../report/html/review.ts')).reviewHtml(report, places)
    }),
  }
  const shared = await share(runner, { report, audience, inputs, page: paths.html, ...places })
  for (const message of shared.warnings) runner.annotate({ level: 'warning', title: 'Cairn', message })
  const changed = changedOutput(changedIn(review))
  if (changed.warning !== undefined) runner.annotate({ level: 'warning', title: 'Cairn', message: changed.warning })
  const warnings = advised + shared.warnings.length + (changed.warning === undefined ? 0 : 1)
  const told = annotationsOf(inputs.annotations ? result.findings : [], judged, { prefix, warnings, notices: noticed })
  for (const annotation of told.annotations) runner.annotate(annotation)
  if (inputs.summary && !(await runner.summarize(summaryOf(report, paths.html, places)))) {
    runner.log('the job summary could not be written')
  }
  const outputs: Readonly<Record<CheckOutput, string>> = {
    'verdict': judged.passed ? 'pass' : 'fail',
    'findings': String(result.findings.length),
    'errors': String(judged.counts.error),
    'warnings': String(judged.counts.warning),
    'changed-environments': changed.value,
    'base': review.comparison.base ?? '',
    'comment-url': shared.commentUrl,
    'handoff': shared.handoff,
    ...paths,
  }
  for (const [output, value] of Object.entries(outputs)) runner.output(output as CheckOutput, value)
  if (!judged.passed) runner.fail(1, failureText(judged, told))
}

function summaryOf(report: ReviewReport, page: string, places: Places): string {
  return reviewMarkdown(report, { budget: SUMMARY_BUDGET, elsewhere: elsewhereText({ page, in: 'summary' }), ...places })
}

/** With nothing to compare with, each may have changed: a matrix of too many overlooks nothing. */
function changedIn({ comparison, check, environments }: Review): readonly string[] {
  if (comparison.base === undefined) return check.environments
  const differing = new Set(environments.filter(({ changed, state }) => changed > 0 || state === 'added').map(({ name }) => name))
  return check.environments.filter((name) => differing.has(name))
}

function log(runner: Runner, review: Review, result: CheckResult, judged: Verdict): void {
  const { findings } = result
  const { changes, shadowed, encryptedFiles, comparison } = review
  const hasChanges = changes.length + shadowed.length + encryptedFiles.length > 0
  if (findings.length > 0 || hasChanges) {
    const title = `${plural(findings.length, 'finding')}${hasChanges ? `, ${plural(changes.length, 'change')}` : ''}`
    const diff = hasChanges ? diffText(diffOf(review), plain) : ''
    runner.logGroup(title, `${findingsText(findings, plain)}${diff}`.trimEnd())
  }
  runner.log(`${judged.passed ? 'passed' : 'failed'}: ${countsText(judged)} (${scopeText(result)})`)
  runner.log(comparison.base === undefined ? `compared with nothing: ${comparison.reason}` : comparedText(review))
  for (const what of notCheckedBy(result)) runner.log(`not checked: ${what}`)
}

function comparedText(review: Review): string {
  const { comparison, environments } = review
  const changed = changedIn(review)
  const removed = environments.filter(({ state }) => state === 'removed').map(({ name }) => name)
  const what = changed.length === 0 ? 'no environment changes' : `changes in ${names(changed)}`
  const gone = removed.length === 0 ? '' : `; removed: ${names(removed)}`
  const because = comparison.base === undefined ? '' : comparison.because
  return escapeControls(`compared with ${showSnapshot(comparison.base ?? '')}, ${because}: ${what}${gone}`)
}
