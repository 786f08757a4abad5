import { whyWithoutEffect } from '../../core/change.ts'
import { compareText } from '../../core/collector.ts'
import type { Location } from '../../core/place.ts'
import { code, table } from '../markdown-text.ts'
import { sameEdits } from '../same-edits.ts'
import { NAMED_LIKE_SECRET } from '../show.ts'
import { plural } from '../verdict.ts'
import { bothRooms, details } from './attention.ts'
import { brief } from './brief.ts'
import type { Block, Item, Section } from './fit.ts'
import { namesHtml, namesInLine, namesMarkdown, placeMarkdown, type Places, type Room } from './place.ts'
import type { ReportedChange, ReportedEdit, ReportedSide, ReviewReport } from './report.ts'
import { originsOfAll, sameChanges } from './same.ts'

/** So few changes are shown at once; more of them are folded. */
const MOST_OPEN = 10
const MOST_NAMED = 6
const MOST_LISTED = 50
const MOST_SHADOWED = 3
/** So many documents are named in which the same changes. */
const MOST_DOCUMENTS = 3
/** Of more groups of environments the rest is one table. */
const MOST_GROUPS = 12

/** Old and new values, by the environments in which the same changes. */
export function changesSection(report: ReviewReport, places: Places): Section {
  const same = sameChanges(report.changes)
  const changes = same.map(({ first }) => first)
  const isGuarded = new Set(report.perEnvironment.filter((one) => one.protected).map(({ name }) => name))
  const isCosted = changes.some(({ reload }) => reload !== undefined)
  const all = new Map(same.map((one) => [one.first, one.all]))
  const look = { places, isCosted, isGuarded, isOpen: changes.length <= MOST_OPEN, all }
  const groups = groupsOf(changes, isGuarded)
  const blocks = groups.slice(0, MOST_GROUPS).map((group) => blockOf(group, look))
  const rest = groups.slice(MOST_GROUPS).flatMap((group) => group.changes)
  if (rest.length > 0) blocks.push(restBlock(rest, look))
  return { title: '### Changes\n\n', rank: 3, noun: 'change', order: ', dangerous ones first', blocks }
}

interface Look {
  readonly places: Places
  /** Whether schemas say what it takes to apply some of them. */
  readonly isCosted: boolean
  readonly isGuarded: ReadonlySet<string>
  readonly isOpen: boolean
  /** The changes that each stands for. */
  readonly all: ReadonlyMap<ReportedChange, readonly ReportedChange[]>
}

const allOf = (change: ReportedChange, { all }: Look): readonly ReportedChange[] => all.get(change) ?? [change]

const countOf = (changes: readonly ReportedChange[], look: Look): string =>
  plural(changes.reduce((sum, change) => sum + allOf(change, look).length, 0), 'change')

/** Environments in which the very same changes. */
export interface Group {
  readonly environments: readonly string[]
  readonly changes: ReportedChange[]
}

/** Those with protected environments first, then those with most environments. */
export function groupsOf(changes: readonly ReportedChange[], isGuarded: ReadonlySet<string>): Group[] {
  const groups = new Map<string, Group>()
  for (const change of changes) {
    const key = change.environments.join('\u0000')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { environments: change.environments, changes: [change] })
    else group.changes.push(change)
  }
  const guarded = ({ environments }: Group): number => Number(environments.some((name) => isGuarded.has(name)))
  return [...groups.values()].sort(
    (a, b) =>
      guarded(b) - guarded(a) ||
      b.environments.length - a.environments.length ||
      compareText(a.environments[0] ?? '', b.environments[0] ?? ''),
  )
}

function blockOf({ environments, changes }: Group, look: Look): Block {
  const ordered = [...environments].sort((a, b) => Number(look.isGuarded.has(b)) - Number(look.isGuarded.has(a)))
  const guarded = environments.filter((name) => look.isGuarded.has(name)).length
  const mark = guarded === 0 ? '' : environments.length === 1 ? ' (protected)' : ` (${guarded} of ${environments.length} protected)`
  const { open, close } = details(`${namesHtml(ordered, MOST_NAMED)}${mark}: ${countOf(changes, look)}`)
  const all = environments.length <= MOST_NAMED ? '' : `In ${namesInLine(ordered, MOST_LISTED)}.\n\n`
  return {
    open: `${look.isOpen ? open.replace('<details>', '<details open>') : open}${all}${table(columnsOf(look), [])}`,
    close,
    items: riskyFirst(changes).map((change) => changeItem(change, look, [])),
  }
}

const columnsOf = ({ isCosted }: Look): string[] => ['Value', 'Before', 'After', 'Set at', ...(isCosted ? ['Applied by'] : [])]

/** What changes in groups of environments of which there are too many to head each of them. */
function restBlock(changes: readonly ReportedChange[], look: Look): Block {
  const environments = new Set(changes.flatMap((change) => change.environments)).size
  const { open, close } = details(`${plural(environments, 'environment')}, each with other changes: ${countOf(changes, look)}`)
  const items = riskyFirst(changes).map((change) => changeItem(change, look, [namesMarkdown(change.environments, 3)]))
  return { open: open + table(['In', ...columnsOf(look)], []), close, items }
}

export function riskyFirst(changes: readonly ReportedChange[]): ReportedChange[] {
  return [...changes].sort((a, b) => Number(b.risky === true) - Number(a.risky === true))
}

function changeItem(change: ReportedChange, look: Look, first: readonly string[]): Item {
  const { places, isCosted } = look
  const all = allOf(change, look)
  const item = bothRooms(change.risky === true ? 'last' : 'first', (room) => {
    const { whole, reload } = change
    const cells = [
      ...first,
      valueText(change, all, room),
      ...(whole === true ? ['', wholeText(change, (name) => code(room === 'full' ? name : brief(name)))] : [sideText(change.before, room), sideText(change.after, room)]),
      // Links take most of the room: in short a row has none.
      originText(all, room === 'full' ? places : { prefix: '' }, room),
      ...(isCosted ? [reload === undefined || whole === true ? '' : reload === 'hot' ? 'hot reload' : reload] : []),
    ]
    return `| ${cells.join(' | ')} |\n`
  })
  return all.length === 1 ? item : { ...item, stands: all.length }
}

function valueText(change: ReportedChange, all: readonly ReportedChange[], room: Room): string {
  const { document, pointer, beforePointer, whole, risky } = change
  const mark = risky === true ? '**risky**<br>' : ''
  const cut = (text: string): string => code(room === 'full' ? text : brief(text))
  if (whole === true) return `${mark}${cut(document)}`
  const at = [beforePointer, pointer].flatMap((one) => (one === undefined ? [] : [one === '' ? 'its value' : cut(one)]))
  return `${mark}${all.length === 1 ? cut(document) : documentsText(all)}<br>${at.join(' → ')}`
}

/** What becomes of a document as a whole. */
export function wholeText({ kind, renamed, edited }: ReportedChange, show: (name: string) => string): string {
  if (renamed === undefined) return kind === 'removed' ? 'the document is removed' : 'the document is added'
  const also = edited === true ? ', and changed' : ''
  return kind === 'removed' ? `the document is renamed to ${show(renamed)}${also}` : `the document is renamed${also}; it was ${show(renamed)}`
}

/** Not each of them need be there, or change, in each of the environments. */
function documentsText(all: readonly ReportedChange[]): string {
  const documents = [...new Set(all.map(({ document }) => document))].sort(compareText)
  const isEverywhere = new Set(all.map(({ environments }) => environments.join('\u0000'))).size === 1
  return `${namesMarkdown(documents, MOST_DOCUMENTS)}${documents.length === 1 || isEverywhere ? '' : ', each in some of these environments'}`
}

function sideText(side: ReportedSide | undefined, room: Room): string {
  if (side === undefined) return 'not there'
  const shown = room === 'full' ? brief(side.shown, 160) : brief(side.shown, 40)
  return `${shown === '(secret)' || shown === NAMED_LIKE_SECRET ? shown : code(shown)}${side.byDefault === true ? ' (default)' : ''}`
}

/** Where the value is set now, and where it was set where that is another place; what it is said over. */
function originText(all: readonly ReportedChange[], places: Places, room: Room): string {
  const origins = originsOfAll(all)
  const told = room === 'full' ? origins : origins.filter(({ what }) => what !== 'over').slice(0, 1)
  return told.map(({ what, side, locations, targets }) => {
    const through = targets === undefined ? '' : `through ${namesMarkdown(targets, 3)} at `
    const named = locations.slice(0, MOST_SHADOWED).map((location) => placeMarkdown({ location, side, room, in: 'cell' }, places))
    const more = locations.length <= MOST_SHADOWED ? '' : ` and ${locations.length - MOST_SHADOWED} more`
    return `${what}${what === '' ? '' : ' '}${through}${named.join(', ')}${more}`
  }).join('<br>')
}

/** Edits that change nothing where somebody may think they do. */
export function shadowedSection({ shadowed }: ReviewReport, places: Places): Section {
  const edits = sameEdits(shadowed)
  const items = edits.map((same) => bothRooms('first', (room) => editText(same, places, room)))
  const head = table(['Edit', 'At', 'Why it changes nothing'], [])
  const block = edits.length <= MOST_OPEN ? { open: head, close: '\n' } : details(plural(edits.length, 'edit'))
  const open = edits.length <= MOST_OPEN ? head : block.open + head
  return { title: '### Edits without effect\n\n', rank: 4, noun: 'edit', blocks: [{ open, close: block.close, items }] }
}

/** One edit, and why it is without effect where it is. */
function editText(same: readonly ReportedEdit[], places: Places, room: Room): string {
  const [edit] = same
  if (edit === undefined) return ''
  const { document, pointer } = edit
  const cut = (text: string): string => code(room === 'full' ? text : brief(text))
  const what = pointer === '' ? cut(document) : `${cut(document)}<br>${cut(pointer)}`
  const at = placeMarkdown({ location: edit.edit, side: sideOfEdit(edit), room, in: 'cell' }, places)
  const why = becauseOf(same).map((one) => {
    const where = namesMarkdown(one.environments, room === 'full' ? MOST_NAMED : 1)
    const named = one.by.slice(0, room === 'full' ? MOST_SHADOWED : 1)
    const decides = named.map((by) => ` ${placeMarkdown({ location: by, room, in: 'cell' }, places)}`).join(',')
    const more = one.by.length <= named.length ? '' : ` and ${one.by.length - named.length} more`
    return `no effect in ${where}: ${one.why}${decides}${more}`
  })
  return `| ${what} | ${at} | ${why.join('<br>')} |\n`
}

/** Why an edit is without effect, where, and the places that decide. */
export interface Because {
  readonly why: string
  readonly environments: readonly string[]
  readonly by: readonly Location[]
}

export function becauseOf(same: readonly ReportedEdit[]): Because[] {
  const reasons = new Map<string, { readonly environments: string[]; readonly by: Location[] }>()
  for (const edit of same) {
    const why = whyWithoutEffect(edit)
    const known = reasons.get(why) ?? { environments: [], by: [] }
    reasons.set(why, known)
    known.environments.push(...edit.environments)
    if (edit.by !== undefined) known.by.push(edit.by)
  }
  return Array.from(reasons, ([why, { environments, by }]) => {
    return { why, environments: environments.sort(compareText), by }
  })
}

/** Which side has the place that was edited. */
export function sideOfEdit({ kind }: ReportedEdit): 'base' | 'head' {
  return kind === 'removed' || kind === 'layer-removed' ? 'base' : 'head'
}
