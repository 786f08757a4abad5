import { escapeControls } from '../core/message.ts'
import type { Outcome, PublishResult, TargetDecision } from '../core/publish-result.ts'
import type { Style } from './style.ts'
import { names } from './terminal.ts'
import { plural } from './verdict.ts'

/** What was published, or would be. */
export interface PublishReport extends PublishResult {
  /** The commit. */
  readonly commit: string
  readonly dryRun: boolean
}

type Told = Omit<PublishReport, 'check'>

const FILES_SHOWN = 20

/** For people: a line a target, and on a dry run the files that would change. */
export function publishText(report: Told, style: Style): string {
  const of = style('dim', report.commit.slice(0, 12))
  if (report.blocked) return `${style('red', 'nothing is published')}: errors block the publication of ${of}\n`
  return report.outcomes.map((outcome) => outcomeText(outcome, report, style)).join('')
}

function outcomeText(outcome: Outcome, report: Told, style: Style): string {
  const { target, environments, decision, settings = [] } = outcome
  const head = `${style('bold', escapeControls(target))} (${names(environments)})`
  const besides = settings.map((path) => `  ${escapeControls(path)} there changes what Git gives consumers: see cairn verify\n`).join('')
  const text = `${head}: ${saidOf(decision, report)}\n${besides}`
  if (decision.does === 'refuse') return `${text}  ${escapeControls(decision.hint)}\n`
  if (decision.does !== 'publish' || !report.dryRun) return text
  return text + files('+', decision.added, style) + files('~', decision.changed, style) + files('-', decision.removed, style)
}

/** What became of a target, as the end of a sentence. */
export function saidOf(decision: TargetDecision, { commit, dryRun }: Pick<PublishReport, 'commit' | 'dryRun'>): string {
  const of = commit.slice(0, 12)
  switch (decision.does) {
    case 'publish': {
      const { added, changed, removed, rollback } = decision
      const counts = `${plural(added.length, 'file')} added, ${changed.length} changed, ${removed.length} removed`
      const back = rollback === null ? '' : `, back from ${rollback.slice(0, 12)}`
      return `${dryRun ? 'would publish' : 'published'} ${of}${back}: ${counts}`
    }
    case 'advance':
      return `unchanged; ${dryRun ? 'would note' : 'noted'} that ${of} is the newest commit`
    case 'nothing':
      return 'unchanged'
    case 'superseded':
      return `nothing to do: ${decision.by.slice(0, 12)}, which is newer than ${of}, has been published; --rollback-to goes back`
    case 'refuse':
      return `not published: ${escapeControls(decision.said)}`
  }
}

function files(sign: string, paths: readonly string[], style: Style): string {
  const shown = paths.slice(0, FILES_SHOWN).map((path) => `  ${sign} ${escapeControls(path)}\n`).join('')
  const rest = paths.length - FILES_SHOWN
  return rest > 0 ? `${shown}  ${style('dim', `${sign} and ${rest} more`)}\n` : shown
}

/** The same as data; `schemas/output/publish.json` describes it. */
export function publishJson({ commit, dryRun, blocked, outcomes, check }: PublishReport): object {
  const targets = outcomes.map(({ target, environments, decision }) => ({ target, environments, ...told(decision) }))
  return { version: 1, commit, dryRun, blocked, targets, findings: check.findings }
}

/** What the schema knows of a decision, and nothing that happens to be beside it. */
function told(decision: TargetDecision): object {
  const { does } = decision
  switch (does) {
    case 'publish': {
      const { added, changed, removed, rollback } = decision
      return { does, added, changed, removed, rollback }
    }
    case 'superseded':
      return { does, by: decision.by }
    case 'refuse':
      return { does, said: decision.said, hint: decision.hint }
    default:
      return { does }
  }
}
