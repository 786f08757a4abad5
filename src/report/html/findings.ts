import { mostSevere } from '../review/attention.ts'
import type { Places } from '../review/place.ts'
import type { ReportedFinding, ReviewReport } from '../review/report.ts'
import { plural } from '../verdict.ts'
import { code, codes, folded, html, type Html } from './markup.ts'
import { placeHtml } from './place.ts'
import type { PageSection } from './section.ts'

/** So many environments are named beside a finding; of more the names are folded. */
const MOST_NAMED = 12

/** What somebody has to look at: what came with the change, dangers first among what is equally severe. */
export function attentionHtml(report: ReviewReport, places: Places): PageSection {
  const fresh = mostSevere([...report.dangers, ...report.findings.filter(({ since }) => since !== 'known')])
  return { id: 'attention', title: 'Needs attention', count: fresh.length, content: listOf(fresh, { anchor: 'finding', places }) }
}

/** What the base has too. */
export function knownHtml(report: ReviewReport, places: Places): PageSection {
  const known = mostSevere(report.findings.filter(({ since }) => since === 'known'))
  const list = listOf(known, { anchor: 'known', places })
  const content = folded(`${plural(known.length, 'finding')} that the base has too`, list)
  return { id: 'already-there', title: 'Already there', count: known.length, content }
}

/** Dangers that somebody accepted before, and why. */
export function silencedHtml({ silenced }: ReviewReport, places: Places): PageSection {
  const items = silenced.map(({ finding, reason, location, until }) => {
    const end = until === undefined ? html`` : html` until ${code(until)}`
    const by = placeHtml(location, 'base', places)
    return html`<li>${findingHtml(finding, places)}<p class="dim">accepted${end} at ${by}: ${reason}</p></li>\n`
  })
  return { id: 'accepted', title: 'Accepted', count: silenced.length, content: html`<ul class="findings">\n${items}</ul>\n` }
}

interface ListLook {
  /** What the ids of its items begin with. */
  readonly anchor: string
  readonly places: Places
}

function listOf(findings: readonly ReportedFinding[], { anchor, places }: ListLook): Html {
  const items = findings.map((found, i) => {
    const { severity, related } = found
    const others = related.map((one) => html`<li>${placeHtml(one, 'head', places)} ${one.message}</li>\n`)
    const below = others.length === 0 ? html`` : html`\n<ul>\n${others}</ul>\n`
    return html`<li id="${anchor}-${i + 1}" class="${severity}">${findingHtml(found, places)}${below}</li>\n`
  })
  return html`<ul class="findings">\n${items}</ul>\n`
}

function findingHtml(found: ReportedFinding, places: Places): Html {
  const { severity, rule, message, environments } = found
  const isMany = environments.length > MOST_NAMED
  const where = environments.length === 0 ? html`` : isMany ? html` in ${plural(environments.length, 'environment')}` : html` in ${codes(environments)}`
  const names = isMany ? folded(plural(environments.length, 'environment'), html`<p>${codes(environments)}</p>\n`) : html``
  return html`<strong>${severity}</strong> ${placeHtml(found, 'head', places)} ${message} <span class="dim">(${code(rule)}${where})</span>${names}`
}
