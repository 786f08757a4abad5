import { md, span } from '../markdown-text.ts'
import { showSnapshot } from '../show.ts'
import { grouped, plural } from '../verdict.ts'
import { attentionSection, knownSection, silencedSection } from './attention.ts'
import { brief } from './brief.ts'
import { changesSection, shadowedSection } from './changed.ts'
import { fit, type Budget, type Section } from './fit.ts'
import { applyingSection, demandsSection, environmentsSection, notCheckedSection, reachSection } from './overview.ts'
import { namesInLine, type Places } from './place.ts'
import type { ReviewReport } from './report.ts'
import { sentenceOf } from './sentence.ts'

/**
 * A comment may have 65,536 characters, and our marker needs a line. A runner drops a summary of more than 1,048,576
 * bytes as a whole, and its masking may make one longer (actions/runner, FileCommandManager.cs).
 */
export const COMMENT_BUDGET: Budget = { limit: 60_000, unit: 'code points' }
export const SUMMARY_BUDGET: Budget = { limit: 1_000_000, unit: 'bytes' }
/** For a file or a terminal, which take everything. */
export const NO_BUDGET: Budget = { limit: Infinity, unit: 'code points' }
/** Verdict, counts and what is not shown fit into so much, in either unit. */
export const SMALLEST_BUDGET = 16_000

export interface MarkdownOptions extends Places {
  readonly budget: Budget
  /** Where all of it can be read, as the end of a sentence: `the log has all`. Markdown of our own, up to 300 long. */
  readonly elsewhere: string
}

const MOST_NAMED = 10

/**
 * A review as Markdown within a budget. The first line is the answer; then what it rests on, from what matters most to
 * what matters least.
 */
export function reviewMarkdown(report: ReviewReport, { budget, elsewhere, ...places }: MarkdownOptions): string {
  const sections = [
    environmentsSection(report),
    attentionSection(report, places),
    demandsSection(report, places),
    changesSection(report, places),
    shadowedSection(report, places),
    reachSection(report),
    applyingSection(report),
    silencedSection(report, places),
    knownSection(report, places),
    notCheckedSection(report, places),
  ].filter(isAnything)
  return fit({ head: headText(report), sections, tail: tailText(report), elsewhere }, budget)
}

const isAnything = ({ blocks }: Section): boolean => blocks.some(({ items }) => items.length > 0)

function headText(report: ReviewReport): string {
  const routine = report.routine === undefined ? '' : `${routineText(report.routine)}\n\n`
  return `## ${sentenceOf(report, span)}\n\n${countsText(report)}\n\n${comparisonText(report)}\n\n${routine}`
}

function routineText({ keys }: NonNullable<ReviewReport['routine']>): string {
  const named = keys.slice(0, MOST_NAMED).map((key) => span(brief(key))).join(', ')
  return `Routine: every value that changes is a version or an image of the same name (its key ends in ${named}), and none goes back.`
}

/** What the sentence leaves out. */
function countsText(report: ReviewReport): string {
  const { changes, shadowed, findings, dangers, silenced, files, base } = report
  const { documents, effectiveDocuments, environments } = report
  const changed = new Set(changes.map(({ document }) => document)).size
  const known = findings.filter(({ since }) => since === 'known').length
  const some = (count: number, text: string): string[] => (count === 0 ? [] : [text])
  const parts = base === undefined ? [] : [
    `${plural(files ?? 0, 'file')} changed`,
    ...some(changes.length, `${plural(changes.length, 'change')} in ${plural(changed, 'document')}`),
    ...some(shadowed.length, `${plural(shadowed.length, 'edit')} without effect`),
    ...some(dangers.length, plural(dangers.length, 'danger')),
    ...some(silenced.length, `${plural(silenced.length, 'danger')} accepted before`),
    ...some(findings.length - known, `${plural(findings.length - known, 'finding')} that came with it`),
    ...some(known, `${plural(known, 'finding')} that the base has too`),
  ]
  const checked = `Checked ${plural(documents, 'document')}, ${plural(effectiveDocuments, 'effective document')} in ${plural(environments.length, 'environment')}.`
  return parts.length === 0 ? checked : `${parts.join(' · ')}. ${checked}`
}

function comparisonText({ base, because, noBase, perEnvironment }: ReviewReport): string {
  if (base === undefined) return `Compared with nothing: ${md(brief(noBase ?? 'there is no base', 200))}.`
  const changed = perEnvironment.filter(({ changed, state, abstract }) => !abstract && (changed > 0 || state === 'added')).map(({ name }) => name)
  const removed = perEnvironment.filter(({ state }) => state === 'removed').map(({ name }) => name)
  const what =
    changed.length === 0
      ? 'no environment changes'
      : `${plural(changed.length, 'environment')} ${changed.length === 1 ? 'changes' : 'change'}: ${namesInLine(changed, MOST_NAMED)}`
  const gone = removed.length === 0 ? '' : `; removed: ${namesInLine(removed, MOST_NAMED)}`
  return `Compared with ${span(brief(showSnapshot(base)))} (${md(brief(because ?? '', 200))}): ${what}${gone}.`
}

const STAGE_TEXT = { open: 'read', check: 'check', compare: 'compare', known: 'check of the base', dangers: 'dangers', reach: 'reach' } as const

function tailText({ snapshot, base, tool, timing, judgedBy }: ReviewReport): string {
  const total = timing.reduce((sum, { took }) => sum + took, 0)
  const stages = timing.slice(0, 20).map(({ stage, took }) => `${STAGE_TEXT[stage]} ${grouped(Math.round(took))}`)
  const parts = [
    span(brief(showSnapshot(snapshot))),
    ...(base === undefined ? [] : [judgedBy === 'base' ? "judged by the base's rules" : 'the base has no cairn.yaml to judge by']),
    `Cairn ${span(brief(tool.version))}`,
    ...(timing.length === 0 ? [] : [`${grouped(Math.round(total))} ms (${stages.join(', ')})`]),
  ]
  return `<sub>${parts.join(' · ')}</sub>\n`
}
