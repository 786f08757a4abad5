import { comparisonText, countsText, routineText, tailText, type Look } from '../review/head.ts'
import type { Places } from '../review/place.ts'
import type { ReviewReport } from '../review/report.ts'
import { sentenceOf } from '../review/sentence.ts'
import { changeGroups, changesHtml, shadowedHtml } from './changes.ts'
import { encryptedFilesHtml } from './encrypted-files.ts'
import { attentionHtml, knownHtml, silencedHtml } from './findings.ts'
import { codeText, escapeHtml, html, ours, type Html } from './markup.ts'
import { applyingHtml, demandsHtml, environmentsHtml, notCheckedHtml, reachHtml } from './overview.ts'
import { page } from './page.ts'
import { navigation, sectionHtml } from './section.ts'

const LOOK: Look = { name: codeText, text: escapeHtml }

/**
 * A review as a page of HTML: one file that needs no other, with all that was found. What does not fit into a comment
 * or a summary can be read there.
 */
export function reviewHtml(report: ReviewReport, places: Places): string {
  const groups = changeGroups(report)
  const sections = [
    environmentsHtml(report, groups),
    attentionHtml(report, places),
    demandsHtml(report, places),
    changesHtml(report, groups, places),
    shadowedHtml(report, places),
    encryptedFilesHtml(report, places),
    reachHtml(report),
    applyingHtml(report),
    silencedHtml(report, places),
    knownHtml(report, places),
    notCheckedHtml(report, places),
  ].filter(({ count }) => count > 0)
  const body = html`<header>
${headHtml(report)}${navigation(sections)}</header>
<main>
${sections.map(sectionHtml)}</main>
<footer>
<p>${ours(tailText(report, LOOK))}</p>
</footer>
`
  return page({ title: sentenceOf(report), body })
}

/** The answer, and what it rests on. */
function headHtml(report: ReviewReport): Html {
  const routine = report.routine === undefined ? html`` : html`<p>${ours(routineText(report, LOOK))}</p>\n`
  return html`<h1 class="${lookOf(report)}">${ours(sentenceOf(report, codeText))}</h1>
<p>${countsText(report)}</p>
<p>${ours(comparisonText(report, LOOK))}</p>
${routine}`
}

/** How loud the answer is; it says the same in words. */
function lookOf({ verdict, dangers, counts }: ReviewReport): 'fail' | 'look' | 'pass' {
  if (verdict === 'fail') return 'fail'
  return dangers.length + counts.warning > 0 ? 'look' : 'pass'
}
