import type { Outcome } from '../core/publish-result.ts'
import { findingJson } from './json.ts'
import { md, span } from './markdown-text.ts'
import { saidOf, type PublishReport } from './publish.ts'
import { attentionSection, bothRooms, details } from './review/attention.ts'
import { brief } from './review/brief.ts'
import { fit, type Item, type Section } from './review/fit.ts'
import type { MarkdownOptions } from './review/markdown.ts'
import { notCheckedSection } from './review/overview.ts'
import { namesInLine, textMarkdown, type Room } from './review/place.ts'
import { countsText, grouped, notCheckedBy, plural, scopeText, type Verdict } from './verdict.ts'

const MOST_NAMED = 10
/** Nobody reads more of a list; the log and the target have all. */
const MOST_FILES = 1000
const FIRST = { cut: 'first' } as const

/**
 * What was published, or would be, as Markdown within a budget: the first line is the answer, then what became of each
 * target, what is wrong, and which files are affected.
 */
export function publishMarkdown(report: PublishReport, judged: Verdict, options: MarkdownOptions): string {
  const { budget, elsewhere, ...places } = options
  const { check } = report
  const sections = [
    targetsSection(report),
    attentionSection({ findings: check.findings.map(findingJson), dangers: [] }, places),
    filesSection(report),
    notCheckedSection({ notChecked: notCheckedBy(check), undecided: [] }, places),
  ].filter(({ blocks }) => blocks.some(({ items }) => items.length > 0))
  const head = `## ${sentenceOf(report, judged)}\n\n${countsText(judged)} · Checked ${scopeText(check)}.\n\n`
  return fit({ head, sections, tail: `<sub>${span(report.commit)}</sub>\n`, elsewhere }, budget)
}

/** The answer in one line: Markdown. */
function sentenceOf(report: PublishReport, judged: Verdict): string {
  const { outcomes, blocked, dryRun } = report
  const of = span(report.commit.slice(0, 12))
  if (blocked) return `Cairn published nothing of ${of}: ${countsText(judged)}`
  const refused = outcomes.filter(({ decision }) => decision.does === 'refuse')
  if (refused.length > 0) return `Cairn did not publish ${of} to ${someTargets(refused)}`
  const published = outcomes.filter(({ decision }) => decision.does === 'publish')
  if (published.length > 0) return `Cairn ${dryRun ? 'would publish' : 'published'} ${of} to ${someTargets(published)}`
  const superseded = outcomes.filter(({ decision }) => decision.does === 'superseded')
  if (superseded.length > 0) return `Cairn published nothing of ${of}: a newer commit is at ${someTargets(superseded)}`
  return `Cairn published nothing new: ${outcomes.length === 0 ? 'there is no environment' : `${of} changes nothing at ${someTargets(outcomes)}`}`
}

function someTargets(outcomes: readonly Outcome[]): string {
  const [first] = outcomes
  return outcomes.length === 1 && first !== undefined ? span(brief(first.target)) : plural(outcomes.length, 'target')
}

function targetsSection(report: PublishReport): Section {
  const items = report.outcomes.map((outcome) => bothRooms('last', (room) => outcomeText(outcome, report, room)))
  return { title: '### Targets\n\n', rank: 0, noun: 'target', blocks: [{ open: '', close: '\n', items }] }
}

function outcomeText({ target, environments, decision }: Outcome, report: PublishReport, room: Room): string {
  const where = environments.length === 0 ? '' : ` (${namesInLine(environments, room === 'full' ? MOST_NAMED : 1)})`
  const hint = decision.does === 'refuse' ? `; ${textMarkdown(decision.hint, room)}` : ''
  const mark = decision.does === 'refuse' ? '**error** ' : ''
  return `- ${mark}${span(brief(target))}${where}: ${textMarkdown(saidOf(decision, report), room)}${hint}\n`
}

/** A fold for each target. */
function filesSection({ outcomes }: PublishReport): Section {
  const blocks = outcomes.flatMap(({ target, decision }) => {
    if (decision.does !== 'publish') return []
    const { added, changed, removed } = decision
    const all = [...filesOf('added', added), ...filesOf('changed', changed), ...filesOf('removed', removed)]
    const left = all.length - MOST_FILES
    const more = `- and ${grouped(left)} more\n`
    const items = left <= 0 ? all : [...all.slice(0, MOST_FILES), { ...FIRST, full: more, short: more, stands: left }]
    return all.length === 0 ? [] : [{ ...details(`<code>${md(brief(target))}</code>: ${plural(all.length, 'file')}`), items }]
  })
  return { title: '### Files\n\n', rank: 5, noun: 'file', blocks }
}

function filesOf(what: 'added' | 'changed' | 'removed', paths: readonly string[]): Item[] {
  return paths.map((path) => {
    const text = `- ${what} ${span(path)}\n`
    return { ...FIRST, full: text, short: text }
  })
}
