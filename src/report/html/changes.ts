import { jsonText } from '../inert.ts'
import { becauseOf, groupsOf, riskyFirst, sideOfEdit, wholeText, type Group } from '../review/changed.ts'
import { originsOf, type Origin } from '../review/origins.ts'
import type { Places } from '../review/place.ts'
import type { ReportedChange, ReportedSide, ReviewReport } from '../review/report.ts'
import { sameEdits } from '../same-edits.ts'
import { NAMED_LIKE_SECRET } from '../show.ts'
import { plural } from '../verdict.ts'
import { code, codes, codeText, folded, html, joined, ours, row, table, type Html } from './markup.ts'
import { placeHtml } from './place.ts'
import type { PageSection } from './section.ts'

/** So few changes are shown at once; more of them are folded. */
const MOST_OPEN = 10
const MOST_NAMED = 6

/** Changes by the environments in which the very same changes; which of them an environment has. */
export interface ChangeGroups {
  readonly groups: readonly Group[]
  /** Numbers of groups, from 1, by environment. */
  readonly of: ReadonlyMap<string, readonly number[]>
  readonly isGuarded: ReadonlySet<string>
}

export function changeGroups({ changes, perEnvironment }: ReviewReport): ChangeGroups {
  const isGuarded = new Set(perEnvironment.filter((one) => one.protected).map(({ name }) => name))
  const groups = groupsOf(changes, isGuarded)
  const of = new Map<string, number[]>()
  for (const [i, { environments }] of groups.entries()) {
    for (const name of environments) {
      const numbers = of.get(name)
      if (numbers === undefined) of.set(name, [i + 1])
      else numbers.push(i + 1)
    }
  }
  return { groups, of, isGuarded }
}

/** The address of a group on the page. */
export const groupId = (number: number): string => `changes-${number}`

/** Old and new values, a fold for each environment or set of environments. */
export function changesHtml({ changes }: ReviewReport, all: ChangeGroups, places: Places): PageSection {
  const isCosted = changes.some(({ reload }) => reload !== undefined)
  const content = all.groups.map((group, i) => {
    const id = groupId(i + 1)
    const open = changes.length <= MOST_OPEN ? html` open="open"` : html``
    return html`<details id="${id}"${open}>\n<summary>${summaryOf(group, all.isGuarded)}</summary>\n${groupTable(group, { isCosted, places })}</details>\n`
  })
  return { id: 'changes', title: 'Changes', count: changes.length, content: joined(content, '') }
}

function summaryOf({ environments, changes }: Group, isGuarded: ReadonlySet<string>): Html {
  const ordered = [...environments].sort((a, b) => Number(isGuarded.has(b)) - Number(isGuarded.has(a)))
  const guarded = environments.filter((name) => isGuarded.has(name)).length
  const mark = guarded === 0 ? '' : environments.length === 1 ? ' (protected)' : ` (${guarded} of ${environments.length} protected)`
  const first = codes(ordered.slice(0, MOST_NAMED))
  const more = ordered.length <= MOST_NAMED ? '' : ` and ${ordered.length - MOST_NAMED} more`
  return html`${first}${more}${mark}: ${plural(changes.length, 'change')}`
}

interface Look {
  /** Whether schemas say what it takes to apply some of them. */
  readonly isCosted: boolean
  readonly places: Places
}

function groupTable({ environments, changes }: Group, look: Look): Html {
  const all = environments.length <= MOST_NAMED ? html`` : html`<p>In ${codes(environments)}.</p>\n`
  const head = ['Value', 'Before', 'After', 'Set at', ...(look.isCosted ? ['Applied by'] : [])]
  return html`${all}${table({ head, rows: riskyFirst(changes).map((change) => changeRow(change, look)) })}`
}

function changeRow(change: ReportedChange, { isCosted, places }: Look): Html {
  const { whole, before, after, reload } = change
  const sides = whole === true ? ['', wholeHtml(change)] : [sideHtml(before), sideHtml(after)]
  const cost = reload === undefined || whole === true ? '' : reload === 'hot' ? 'hot reload' : reload
  return row([valueHtml(change), ...sides, originHtml(change, places), ...(isCosted ? [cost] : [])])
}

function valueHtml({ document, pointer, beforePointer, whole, risky }: ReportedChange): Html {
  const mark = risky === true ? html`<span class="risky">risky</span><br/>` : html``
  if (whole === true) return html`${mark}${code(document)}`
  const at = [beforePointer, pointer].flatMap((one) => (one === undefined ? [] : [one === '' ? html`its value` : code(one)]))
  return html`${mark}${code(document)}<br/>${joined(at, ' → ')}`
}

function wholeHtml(change: ReportedChange): Html {
  const side = change.after ?? change.before
  const what = ours(wholeText(change, codeText))
  return side?.value === undefined ? what : folded(what, valueText(side.value))
}

/** A value in short; one that is longer than that as a whole behind it. */
function sideHtml(side: ReportedSide | undefined): Html {
  if (side === undefined) return html`not there`
  const { shown, value, byDefault } = side
  const short = shown === '(secret)' || shown === NAMED_LIKE_SECRET ? html`${shown}` : code(shown)
  const end = byDefault === true ? ' (default)' : ''
  return value !== undefined && shown.endsWith('…') ? html`${folded(short, valueText(value))}${end}` : html`${short}${end}`
}

const valueText = (value: unknown): Html => html`<pre>${joined(jsonText(value).split('\n').map((line) => html`${line}`), '\n')}</pre>\n`

function originHtml(change: ReportedChange, places: Places): Html {
  return joined(originsOf(change).map((origin) => originText(origin, places)), '<br/>')
}

function originText({ what, locations, side, targets }: Origin, places: Places): Html {
  const through = targets === undefined ? html`` : html`through ${codes(targets)} at `
  return html`${what}${what === '' ? '' : ' '}${through}${joined(locations.map((one) => placeHtml(one, side, places)), ', ')}`
}

/** Edits that change nothing where somebody may think they do. */
export function shadowedHtml({ shadowed }: ReviewReport, places: Places): PageSection {
  const rows = sameEdits(shadowed).flatMap((same) => same.slice(0, 1).map((edit) => {
    const { document, pointer } = edit
    const what = pointer === '' ? code(document) : html`${code(document)}<br/>${code(pointer)}`
    const why = becauseOf(same).map(({ environments, why, by }) => {
      const decides = joined(by.map((one) => html` ${placeHtml(one, 'head', places)}`), ',')
      return html`no effect in ${codes(environments)}: ${why}${decides}`
    })
    return row([what, placeHtml(edit.edit, sideOfEdit(edit), places), joined(why, '<br/>')])
  }))
  const content = table({ head: ['Edit', 'At', 'Why it changes nothing'], rows })
  return { id: 'without-effect', title: 'Edits without effect', count: rows.length, content }
}
