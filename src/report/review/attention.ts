import { compareText } from '../../core/collector.ts'
import type { Location } from '../../core/place.ts'
import { SEVERITIES } from '../../core/rules.ts'
import { span } from '../markdown-text.ts'
import { grouped, plural } from '../verdict.ts'
import type { Block, Item, Section } from './fit.ts'
import { namesInLine, placeMarkdown, textMarkdown, type Places, type Room } from './place.ts'
import type { ReportedFinding, ReportedSilence, ReviewReport } from './report.ts'

/** What is shown at once; more of it is folded. */
const MOST_OPEN = 20
/** Most places that a finding names besides its own. */
const MOST_RELATED = 10
const MOST_NAMED = 6

/** What somebody has to look at: what came with the change, dangers first among what is equally severe. */
export function attentionSection({ findings, dangers }: Pick<ReviewReport, 'findings' | 'dangers'>, places: Places): Section {
  const fresh = [...alike(dangers), ...findings.filter(({ since }) => since !== 'known')]
  const items = mostSevere(fresh).map((found) => findingItem(found, places))
  const blocks: Block[] = [{ open: '', close: '\n', items: items.slice(0, MOST_OPEN) }]
  if (items.length > MOST_OPEN) {
    blocks.push({ ...details(`${grouped(items.length - MOST_OPEN)} more`), items: items.slice(MOST_OPEN) })
  }
  return { title: '### Needs attention\n\n', rank: 1, noun: 'finding', order: ', the most severe first', blocks }
}

/** So many dangers that say the same are listed one by one. */
const MOST_ALIKE = 3

/** Dangers that say the same in many places, as each of 500 environments may have them: one entry with their places. */
function alike(dangers: readonly ReportedFinding[]): ReportedFinding[] {
  const groups = new Map<string, ReportedFinding[]>()
  for (const danger of dangers) {
    const key = `${danger.severity} ${danger.rule} ${danger.message}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [danger])
    else known.push(danger)
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group
    if (first === undefined || group.length <= MOST_ALIKE) return group
    const environments = [...new Set(group.flatMap((one) => one.environments))].sort(compareText)
    const message = `${first.message}; and so at ${plural(others.length, 'place')} more`
    const related = [...first.related, ...others.map((one) => ({ ...placeOf(one), message: 'and here' }))]
    return { ...first, message, related, environments }
  })
}

function placeOf({ file, line, column, endLine, endColumn, variable, environment, side }: ReportedFinding): Location {
  const place = { file, line, column, endLine, endColumn, variable, environment, side }
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))
}

/** What the base has too: it may fail the run, but this change did not bring it. */
export function knownSection({ findings }: ReviewReport, places: Places): Section {
  const known = mostSevere(findings.filter(({ since }) => since === 'known'))
  const errors = known.filter(({ severity }) => severity === 'error').length
  const what = `${plural(known.length, 'finding')} that the base has too${errors === 0 ? '' : `, ${plural(errors, 'error')} among them`}`
  const items = known.map((found) => findingItem(found, places))
  return { title: '### Already there\n\n', rank: 6, noun: 'finding', order: ', the most severe first', blocks: [{ ...details(what), items }] }
}

/** Dangers that somebody accepted before, and why. */
export function silencedSection({ silenced }: ReviewReport, places: Places): Section {
  const items = silenced.map((one) => bothRooms('first', (room) => silenceText(one, places, room)))
  const blocks = [{ ...details(`${plural(silenced.length, 'danger')} that the base's cairn.yaml accepts`), items }]
  return { title: '### Accepted\n\n', rank: 7, noun: 'danger', blocks }
}

export function details(summary: string): Pick<Block, 'open' | 'close'> {
  return { open: `<details><summary>${summary}</summary>\n\n`, close: '\n</details>\n\n' }
}

export function bothRooms(cut: Item['cut'], text: (room: Room) => string): Item {
  return { cut, full: text('full'), short: text('short') }
}

/** The most severe first, else in their order. */
export function mostSevere(findings: readonly ReportedFinding[]): ReportedFinding[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

/** Errors and dangers of any severity are what a change may not bring unseen. */
function findingItem(found: ReportedFinding, places: Places): Item {
  return bothRooms(found.severity === 'error' || isDanger(found) ? 'last' : 'first', (room) => findingText(found, places, room))
}

const isDanger = ({ rule }: ReportedFinding): boolean => rule.startsWith('danger/')

function findingText(found: ReportedFinding, places: Places, room: Room): string {
  const { severity, rule, message, related, environments } = found
  const at = placeMarkdown({ location: found, room, in: 'line' }, places)
  const where = environments.length === 0 ? '' : ` in ${namesInLine(environments, room === 'full' ? MOST_NAMED : 1)}`
  const line = `- **${severity}** ${at} ${textMarkdown(message, room)} (${span(rule)}${where})\n`
  if (room === 'short') return line
  const left = related.length - MOST_RELATED
  return line + related.slice(0, MOST_RELATED).map((one) => {
    return `  - ${placeMarkdown({ location: one, room, in: 'line' }, places)} ${textMarkdown(one.message, room)}\n`
  }).join('') + (left > 0 ? `  - and ${grouped(left)} more places\n` : '')
}

function silenceText({ finding, reason, location, until }: ReportedSilence, places: Places, room: Room): string {
  const at = placeMarkdown({ location: finding, room, in: 'line' }, places)
  const by = placeMarkdown({ location, side: 'base', room, in: 'line' }, places)
  const end = until === undefined ? '' : ` until ${span(until)}`
  return `- ${at} ${textMarkdown(finding.message, room)} (${span(finding.rule)}), accepted${end} at ${by}: ${textMarkdown(reason, room)}\n`
}
