import { compareText } from '../../core/collector.ts'
import { code, table } from '../markdown-text.ts'
import { plural } from '../verdict.ts'
import { bothRooms, details } from './attention.ts'
import { brief } from './brief.ts'
import type { Block, Item, Section } from './fit.ts'
import { namesHtml, namesInLine, namesMarkdown, placeMarkdown, textMarkdown, type Places, type Room } from './place.ts'
import type { ReportedChange, ReportedEdit, ReportedSide, ReviewReport } from './report.ts'

/** So few changes are shown at once; more of them are folded. */
const MOST_OPEN = 10
const MOST_NAMED = 6
const MOST_LISTED = 50
const MOST_SHADOWED = 3
/** Of more groups of environments the rest is one table. */
const MOST_GROUPS = 12

/** Old and new values, by the environments in which the same changes. */
export function changesSection(report: ReviewReport, places: Places): Section {
  const { changes } = report
  const isGuarded = new Set(report.perEnvironment.filter((one) => one.protected).map(({ name }) => name))
  const isCosted = changes.some(({ reload }) => reload !== undefined)
  const look = { places, isCosted, isGuarded, isOpen: changes.length <= MOST_OPEN }
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
}

interface Group {
  readonly environments: readonly string[]
  readonly changes: ReportedChange[]
}

/** Those with protected environments first, then those with most environments. */
function groupsOf(changes: readonly ReportedChange[], isGuarded: ReadonlySet<string>): Group[] {
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
  const { open, close } = details(`${namesHtml(ordered, MOST_NAMED)}${mark}: ${plural(changes.length, 'change')}`)
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
  const { open, close } = details(`${plural(environments, 'environment')}, each with other changes: ${plural(changes.length, 'change')}`)
  const items = riskyFirst(changes).map((change) => changeItem(change, look, [namesMarkdown(change.environments, 3)]))
  return { open: open + table(['In', ...columnsOf(look)], []), close, items }
}

function riskyFirst(changes: readonly ReportedChange[]): ReportedChange[] {
  return [...changes].sort((a, b) => Number(b.risky === true) - Number(a.risky === true))
}

function changeItem(change: ReportedChange, { places, isCosted }: Look, first: readonly string[]): Item {
  return bothRooms(change.risky === true ? 'last' : 'first', (room) => {
    const { whole, kind, reload } = change
    const cells = [
      ...first,
      valueText(change, room),
      ...(whole === true ? ['', `the document is ${kind}`] : [sideText(change.before, room), sideText(change.after, room)]),
      // Links take most of the room: in short a row has none.
      originText(change, room === 'full' ? places : { prefix: '' }, room),
      ...(isCosted ? [reload === undefined || whole === true ? '' : reload === 'hot' ? 'hot reload' : reload] : []),
    ]
    return `| ${cells.join(' | ')} |\n`
  })
}

function valueText({ document, pointer, beforePointer, whole, risky }: ReportedChange, room: Room): string {
  const mark = risky === true ? '**risky**<br>' : ''
  const cut = (text: string): string => code(room === 'full' ? text : brief(text))
  if (whole === true) return `${mark}${cut(document)}`
  const at = [beforePointer, pointer].flatMap((one) => (one === undefined ? [] : [one === '' ? 'its value' : cut(one)]))
  return `${mark}${cut(document)}<br>${at.join(' → ')}`
}

function sideText(side: ReportedSide | undefined, room: Room): string {
  if (side === undefined) return 'not there'
  const shown = room === 'full' ? brief(side.shown, 160) : brief(side.shown, 40)
  return `${shown === '(secret)' ? shown : code(shown)}${side.byDefault === true ? ' (default)' : ''}`
}

/** Where the value is set now, and where it was set where that is another place; what it is said over. */
function originText({ before, after, removedBy }: ReportedChange, places: Places, room: Room): string {
  const now = after === undefined ? (removedBy && `removed at ${placeMarkdown({ location: removedBy, room, in: 'cell' }, places)}`) : sourceText(after, 'head', places, room)
  const old = before === undefined ? undefined : sourceText(before, 'base', places, room)
  if (room === 'short') return now ?? (old === undefined ? '' : `was ${old}`)
  const isSame = sameFile(before, after)
  const lines = [now, old === undefined || isSame ? undefined : `was ${old}`, shadowText(after, places)]
  return lines.filter((line) => line !== undefined).join('<br>')
}

function sameFile(before: ReportedSide | undefined, after: ReportedSide | undefined): boolean {
  if (before === undefined || after === undefined) return false
  const [was, is] = [before, after].map(({ via, location }) => via ?? location)
  return was?.file === is?.file && was?.variable === is?.variable
}

function sourceText({ location, via, targets = [] }: ReportedSide, side: 'base' | 'head', places: Places, room: Room): string | undefined {
  if (via !== undefined) return `through ${namesMarkdown(targets, 3)} at ${placeMarkdown({ location: via, side, room, in: 'cell' }, places)}`
  return location && placeMarkdown({ location, side, room, in: 'cell' }, places)
}

function shadowText(after: ReportedSide | undefined, places: Places): string | undefined {
  const shadowed = after?.shadowed ?? []
  if (shadowed.length === 0) return undefined
  const named = shadowed.slice(0, MOST_SHADOWED).map((location) => placeMarkdown({ location, room: 'full', in: 'cell' }, places))
  const more = shadowed.length <= MOST_SHADOWED ? '' : ` and ${shadowed.length - MOST_SHADOWED} more`
  return `over ${named.join(', ')}${more}`
}

/** Edits that change nothing where somebody may think they do. */
export function shadowedSection({ shadowed }: ReviewReport, places: Places): Section {
  const items = shadowed.map((edit) => bothRooms('first', (room) => editText(edit, places, room)))
  const head = table(['Edit', 'At', 'Why it changes nothing'], [])
  const block = shadowed.length <= MOST_OPEN ? { open: head, close: '\n' } : details(plural(shadowed.length, 'edit'))
  const open = shadowed.length <= MOST_OPEN ? head : block.open + head
  return { title: '### Edits without effect\n\n', rank: 4, noun: 'edit', blocks: [{ open, close: block.close, items }] }
}

function editText({ document, pointer, kind, edit, message }: ReportedEdit, places: Places, room: Room): string {
  const side = kind === 'removed' || kind === 'layer-removed' ? 'base' : 'head'
  const cut = (text: string): string => code(room === 'full' ? text : brief(text))
  const what = pointer === '' ? cut(document) : `${cut(document)}<br>${cut(pointer)}`
  return `| ${what} | ${placeMarkdown({ location: edit, side, room, in: 'cell' }, places)} | ${textMarkdown(message, room)} |\n`
}
