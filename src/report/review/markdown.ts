import { md, span } from '../markdown-text.ts'
import { attentionSection, knownSection, silencedSection } from './attention.ts'
import { changesSection, shadowedSection } from './changed.ts'
import { encryptedFilesSection } from './encrypted-files.ts'
import { fit, type Budget, type Section } from './fit.ts'
import { comparisonText, countsText, routineText, tailText, type Look } from './head.ts'
import { applyingSection, demandsSection, environmentsSection, notCheckedSection, reachSection } from './overview.ts'
import type { Places } from './place.ts'
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
export const SMALLEST_BUDGET = 20_000

export interface MarkdownOptions extends Places {
  readonly budget: Budget
  /** Where all of it can be read, as the end of a sentence: `the log has all`. Markdown of our own, up to 300 long. */
  readonly elsewhere: string
}

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
    encryptedFilesSection(report, places),
    reachSection(report),
    applyingSection(report),
    silencedSection(report, places),
    knownSection(report, places),
    notCheckedSection(report, places),
  ].filter(isAnything)
  return fit({ head: headText(report), sections, tail: `<sub>${tailText(report, LOOK)}</sub>\n`, elsewhere }, budget)
}

const isAnything = ({ blocks }: Section): boolean => blocks.some(({ items }) => items.length > 0)

const LOOK: Look = { name: span, text: md }

function headText(report: ReviewReport): string {
  const routine = report.routine === undefined ? '' : `${routineText(report, LOOK)}\n\n`
  return `## ${sentenceOf(report, span)}\n\n${countsText(report)}\n\n${comparisonText(report, LOOK)}\n\n${routine}`
}
