import type { Applying, EnvironmentReview, Takes } from '../../core/review.ts'
import { code, table } from '../markdown-text.ts'
import { grouped, plural } from '../verdict.ts'
import { bothRooms, details } from './attention.ts'
import { brief } from './brief.ts'
import type { Item, Section } from './fit.ts'
import { namesMarkdown, placeMarkdown, textMarkdown, type Places, type Room } from './place.ts'
import type { ReportedDemand, ReviewReport } from './report.ts'

const MOST_OPEN = 20
/** Rows that are shown whatever else is cut. */
const MOST_FIRST = 10
const MOST_NAMED = 12

/** What happens to each environment; those to which the same happens in one row. */
export function environmentsSection({ perEnvironment }: ReviewReport): Section {
  const groups = new Map<string, EnvironmentReview[]>()
  for (const { name, ...rest } of perEnvironment.filter(isTouched)) {
    const key = JSON.stringify(rest)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [{ name, ...rest }])
    else group.push({ name, ...rest })
  }
  const items = [...groups.values()].map(rowOf)
  const head = table(['Environment', '', 'Changed', 'Risky', 'Shadowed', 'Failed'], []).replace(/(?:\| --- ){4}\|\n$/, '| ---: '.repeat(4) + '|\n')
  const rest = perEnvironment.filter((one) => !isTouched(one)).length
  const others = rest === 0 ? '' : `\nNothing changes in ${grouped(rest)} other environment${rest === 1 ? '' : 's'}.\n`
  const fold = items.length > MOST_OPEN ? details(plural(perEnvironment.length - rest, 'environment')) : { open: '', close: '\n' }
  const block = { open: fold.open + head, close: others + fold.close, items }
  return { title: '### Environments\n\n', rank: 0, noun: 'group', blocks: [block] }
}

export function isTouched({ state, changed, risky, shadowed, failed }: EnvironmentReview): boolean {
  return state !== 'same' || changed + risky + shadowed + failed > 0
}

function rowOf(group: readonly EnvironmentReview[], index: number): Item {
  const [first] = group
  const { risky = 0, failed = 0, changed = 0, shadowed = 0 } = first ?? {}
  return bothRooms(index < MOST_FIRST || risky + failed > 0 ? 'last' : 'first', (room) => {
    const names = namesMarkdown(group.map(({ name }) => name), room === 'full' ? MOST_NAMED : 2)
    const counts = [changed, risky, shadowed, failed].map((count) => (count === 0 ? '' : grouped(count)))
    return `| ${[names, first === undefined ? '' : marksOf(first, room), ...counts].join(' | ')} |\n`
  })
}

function marksOf({ protected: isProtected, abstract, state, parents }: EnvironmentReview, room: Room): string {
  const parentNames = (all: readonly string[]) => (all.length === 0 ? 'nothing' : namesMarkdown(all, room === 'full' ? 6 : 2))
  const marks = [
    isProtected ? '**protected**' : '',
    abstract ? 'abstract' : '',
    state === 'added' ? 'new' : state === 'removed' ? 'gone' : '',
    parents === undefined ? '' : `inherits from ${parentNames(parents.after)} instead of ${parentNames(parents.before)}`,
  ]
  return marks.filter((mark) => mark !== '').join(', ')
}

export const TAKES_TEXT: Readonly<Record<Takes, string>> = {
  start: 'new: has to be started',
  stop: 'gone: has to be stopped',
  restart: 'restart',
  unknown: 'not said by its schema',
  hot: 'hot reload',
}

export interface RowToApply extends Pick<Applying, 'takes' | 'environments'> {
  readonly documents: readonly string[]
}

/** What has to be done with which documents, the same in a row; nothing where no schema says so. */
export function rowsToApply({ applying }: ReviewReport): RowToApply[] {
  if (!applying.some(({ takes }) => takes === 'restart' || takes === 'hot')) return []
  const rows = new Map<string, RowToApply & { readonly documents: string[] }>()
  for (const { document, takes, environments } of applying) {
    const key = JSON.stringify([takes, environments])
    const row = rows.get(key)
    if (row === undefined) rows.set(key, { takes, environments, documents: [document] })
    else row.documents.push(document)
  }
  return [...rows.values()]
}

/** The same as a section. */
export function applyingSection(report: ReviewReport): Section {
  const items = rowsToApply(report).map(({ takes, environments, documents }) => {
    return bothRooms('first', (room) => {
      const most = room === 'full' ? MOST_NAMED : 2
      return `| ${TAKES_TEXT[takes]} | ${namesMarkdown(documents, most)} | ${namesMarkdown(environments, most)} |\n`
    })
  })
  return { title: '### To apply it\n\n', rank: 5, noun: 'group', blocks: [{ open: table(['Takes', 'Documents', 'In'], []), close: '\n', items }] }
}

/** What depends on what changes. */
export function reachSection({ reach }: ReviewReport): Section {
  const reaches = (reach?.reaches ?? []).filter(({ dependents }) => dependents.length > 0)
  const items = reaches.map((one) => bothRooms('first', (room) => {
    const most = room === 'full' ? MOST_NAMED : 2
    const dependents = namesMarkdown(one.dependents.map(({ document }) => document), most)
    return `| ${namesMarkdown(one.environments, most)}${one.protected ? ' (protected)' : ''} | ${namesMarkdown(one.documents, most)} | ${dependents} |\n`
  }))
  const open = table(['In', 'What changes', 'What depends on it'], [])
  return { title: '### Reach\n\n', rank: 5, noun: 'group', blocks: [{ open, close: '\n', items }] }
}

export const STATES = { approved: 'approved', missing: '**missing**', undecided: 'not known' } as const

/** Whose approval the change needs, and whose is missing. */
export function demandsSection({ access }: ReviewReport, places: Places): Section {
  const judge = access?.judgedBy === 'head' ? 'head' : 'base'
  const items = (access?.demands ?? []).flatMap((demand) => {
    return demand.roles.map((role) => roleItem({ demand, role, judge }, places))
  })
  const open = table(['Role', 'Who may approve', 'Approvals', 'Asked for by', 'Because of'], [])
  const note = access?.judgedBy === 'head' ? "The base has no access.yaml: this change's own says who must look.\n\n" : ''
  return { title: `### Who must look\n\n${note}`, rank: 2, noun: 'approval', blocks: [{ open, close: '\n', items }] }
}

interface RoleOf {
  readonly demand: ReportedDemand
  readonly role: ReportedDemand['roles'][number]
  /** Which side's `access.yaml` asks. */
  readonly judge: 'base' | 'head'
}

function roleItem({ demand: { name, location, changes }, role, judge }: RoleOf, places: Places): Item {
  return bothRooms(role.state === 'approved' ? 'first' : 'last', (room) => {
    const most = room === 'full' ? MOST_NAMED : 2
    const by = role.approvedBy.length === 0 ? '' : ` by ${namesMarkdown(role.approvedBy, most)}`
    const against = role.objectedBy.length === 0 ? '' : `; ${namesMarkdown(role.objectedBy, most)} asks for changes`
    const impossible = role.impossible === true ? '; there are not enough people besides the author' : ''
    const unknown = role.unknownTeams.length === 0 ? '' : `; it is not known who is in ${namesMarkdown(role.unknownTeams, most)}`
    const rule = `${name === undefined ? '' : `${textMarkdown(name, 'short')} `}${placeMarkdown({ location, side: judge, room, in: 'cell' }, places)}`
    const values = changes.map(({ document, pointer }) => `${document}${pointer === '' ? '' : `#${pointer}`}`)
    const cells = [
      code(brief(role.role)),
      namesMarkdown([...role.teams, ...role.users], most),
      `${STATES[role.state]}: ${role.approvedBy.length} of ${role.approvals}${by}${against}${impossible}${unknown}`,
      rule,
      namesMarkdown(values, room === 'full' ? 3 : 1),
    ]
    return `| ${cells.join(' | ')} |\n`
  })
}

/** What the run does not tell, and why. */
export function notCheckedSection({ notChecked, undecided }: Pick<ReviewReport, 'notChecked' | 'undecided'>, places: Places): Section {
  const items = notChecked.map((what) => bothRooms('first', (room) => `- ${textMarkdown(what, room)}\n`))
  const questions = undecided.map(({ message, location }) => bothRooms('first', (room) => {
    return `- ${placeMarkdown({ location, room, in: 'line' }, places)} ${textMarkdown(message, room)}\n`
  }))
  const blocks = [{ open: '', close: '\n', items }, { ...details('What a key would decide'), items: questions }]
  return { title: '### Not checked\n\n', rank: 8, noun: 'item', blocks: blocks.filter((block) => block.items.length > 0) }
}
