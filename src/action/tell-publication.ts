import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { sha256 } from '../adapters/digest.ts'
import { writeReport } from '../adapters/report-file.ts'
import type { SettledFinding } from '../core/finding.ts'
import { list, name, say, type Message } from '../core/message.ts'
import { parseTargetName } from '../core/publication.ts'
import type { Outcome } from '../core/publish-result.ts'
import { annotationsOf, failureText } from '../report/annotations.ts'
import { jsonLine } from '../report/inert.ts'
import { publishMarkdown } from '../report/publish-markdown.ts'
import { publishText, type PublishReport } from '../report/publish.ts'
import { SUMMARY_BUDGET } from '../report/review/markdown.ts'
import type { Places } from '../report/review/place.ts'
import { plain } from '../report/style.ts'
import { findingsText } from '../report/terminal.ts'
import { countsText, notCheckedBy, plural, scopeText, verdict, type Verdict } from '../report/verdict.ts'
import { VERSION } from '../version.ts'
import { attestationOf } from './attestation.ts'
import { changedOutput, MOST_OUTPUT } from './changed-output.ts'
import type { Inputs } from './inputs.ts'
import type { OutputName, Runner } from './runner.ts'
import { writeWanted } from './write-wanted.ts'

export interface PublicationTelling extends Places {
  readonly report: PublishReport
  readonly inputs: Inputs
  /** What relative paths of targets are relative to. */
  readonly folder: string
}

/** The verdict on what is published. Errors block it, so that no `fail-on` lets them pass. */
export function judgedFor({ failOn }: Pick<Inputs, 'failOn'>, findings: readonly SettledFinding[] = []): Verdict {
  return verdict(findings, failOn === 'never' ? 'error' : failOn)
}

/** Tells what was published, or why not: log, annotations, summary, files to attest, outputs, and whether it fails. */
export async function tellPublication(runner: Runner, telling: PublicationTelling): Promise<void> {
  const { report, inputs, folder, ...places } = telling
  const { check, outcomes } = report
  const judged = judgedFor(inputs, check.findings)
  const refused = outcomes.filter(({ decision }) => decision.does === 'refuse')
  log(runner, report, judged)
  const changed = changedOutput(changedIn(report))
  const advice = changed.warning === undefined ? [] : [changed.warning]
  for (const message of advice) runner.annotate({ level: 'warning', title: 'Cairn', message })
  const notices = lateText(outcomes)
  for (const message of notices) runner.annotate({ level: 'notice', title: 'Cairn', message })
  for (const message of refused.slice(0, MOST_REFUSALS).map(refusalText)) runner.annotate({ level: 'error', title: 'Cairn', message })
  const told = annotationsOf(inputs.annotations ? check.findings : [], judged, {
    prefix: places.prefix, warnings: advice.length, notices: notices.length,
  })
  for (const annotation of told.annotations) runner.annotate(annotation)
  const summary = publishMarkdown(report, judged, { budget: SUMMARY_BUDGET, elsewhere: 'the log has all', ...places })
  if (inputs.summary && !(await runner.summarize(summary))) runner.log('the job summary could not be written')
  const outputs: Readonly<Record<Exclude<OutputName, keyof ReturnType<typeof outcomeOutputs>>, string>> = {
    'verdict': judged.passed && refused.length === 0 ? 'pass' : 'fail',
    'findings': String(check.findings.length),
    'errors': String(judged.counts.error),
    'warnings': String(judged.counts.warning),
    'changed-environments': changed.value,
    'base': '',
    'comment-url': '',
    'handoff': '',
    'report': '',
    'html': '',
    ...(await reportFiles(runner, telling, judged)),
    ...attestationFiles(runner, outcomes, folder),
  }
  for (const [output, value] of Object.entries(outputs)) runner.output(output as OutputName, value)
  tellOutcomes(runner, report)
  if (!judged.passed) runner.fail(1, `${failureText(judged, told)}; nothing is published`)
  else if (refused.length > 0) runner.fail(1, say`not published to ${plural(refused.length, 'target')} of ${outcomes.length}`)
}

/** GitHub shows ten errors of a step, and its own failure is one. */
const MOST_REFUSALS = 9

/** Sets the outputs that say what became of the targets. */
export function tellOutcomes(runner: Runner, of: Pick<PublishReport, 'commit' | 'outcomes' | 'dryRun'>): void {
  for (const [output, value] of Object.entries(outcomeOutputs(of))) runner.output(output as OutputName, value)
}

function outcomeOutputs({ commit, outcomes, dryRun }: Pick<PublishReport, 'commit' | 'outcomes' | 'dryRun'>) {
  const publications = outcomes.map(({ target, environments, decision }) => {
    const counts = decision.does !== 'publish' ? {} : {
      added: decision.added.length, changed: decision.changed.length, removed: decision.removed.length,
    }
    return { target, commit, does: decision.does, environments, ...counts }
  })
  const whole = jsonLine(publications)
  const text = whole.length <= MOST_OUTPUT ? whole : jsonLine(publications.map(({ environments: _, ...rest }) => rest))
  return {
    'published': String(!dryRun && outcomes.some(({ decision }) => decision.does === 'publish')),
    'publications': text.length <= MOST_OUTPUT ? text : '',
  }
}

function log(runner: Runner, report: PublishReport, judged: Verdict): void {
  const { check } = report
  const { findings } = check
  if (findings.length > 0) runner.logGroup(plural(findings.length, 'finding'), findingsText(findings, plain).trimEnd())
  runner.log(`${judged.passed ? 'passed' : 'failed'}: ${countsText(judged)} (${scopeText(check)})`)
  for (const what of notCheckedBy(check)) runner.log(`not checked: ${what}`)
  runner.log(publishText(report, plain).trimEnd())
}

/** That a run came late is how it is meant to be; somebody may wonder all the same. */
function lateText(outcomes: readonly Outcome[]): Message[] {
  const late = outcomes.flatMap(({ target, decision }) => (decision.does === 'superseded' ? [{ target, by: decision.by }] : []))
  if (late.length === 0) return []
  const named = late.slice(0, MOST_REFUSALS).map(({ target, by }) => say`${name(target)} (${name(by.slice(0, 12))})`)
  const more = late.length - named.length
  return [say`nothing to do where a newer commit has been published: ${list([...named, ...(more > 0 ? [say`${more} more`] : [])])}`]
}

function refusalText({ target, decision }: Outcome): Message {
  return decision.does === 'refuse' ? say`${name(target)}: ${decision.said}: ${decision.hint}` : say`${name(target)}`
}

/** The environments of which a file was added, changed or removed somewhere. */
function changedIn({ outcomes }: PublishReport): string[] {
  const names = new Set<string>()
  for (const { environments, decision } of outcomes) {
    if (decision.does !== 'publish') continue
    const paths = [...decision.added, ...decision.changed, ...decision.removed]
    for (const one of environments) if (paths.some((path) => path.startsWith(`${one}/`))) names.add(one)
  }
  return [...names].sort()
}

async function reportFiles(runner: Runner, { report: { check }, inputs, prefix }: PublicationTelling, judged: Verdict) {
  return {
    sarif: await writeWanted(runner, inputs.sarif, async () => {
      return (await import('../report/sarif.ts')).checkSarif(check, judged, { prefix, version: VERSION })
    }),
    junit: await writeWanted(runner, inputs.junit, async () => {
      return (await import('../report/junit.ts')).checkJunit(check, judged, { prefix })
    }),
  }
}

/** Files for `actions/attest`, in a folder of their own: another step of the job may publish, too. */
function attestationFiles(runner: Runner, outcomes: readonly Outcome[], folder: string) {
  const statements = outcomes.flatMap(({ statement }) => (statement === undefined ? [] : [statement]))
  const archives = outcomes.flatMap(({ target, statement }) => {
    const named = statement === undefined ? undefined : parseTargetName(target)
    return named?.scheme === 'archive' ? [resolve(folder, named.at)] : []
  })
  const subjects = archives.map((path) => ({ name: basename(path), digest: { sha256: sha256(readFileSync(path)) } }))
  const made = attestationOf(statements, subjects)
  const to = join(runner.temporary ?? runner.workspace, `cairn-${randomUUID()}`)
  return {
    'subject-checksums': made === undefined ? '' : writeReport(join(to, 'checksums.txt'), made.checksums, runner),
    'subject-path': archives.join('\n'),
    'predicate-path': made === undefined ? '' : writeReport(join(to, 'predicate.json'), made.predicate, runner),
    'predicate-type': made?.predicateType ?? '',
  }
}
