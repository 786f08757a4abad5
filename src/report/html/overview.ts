import type { EnvironmentReview } from '../../core/review.ts'
import { isTouched, rowsToApply, STATES, TAKES_TEXT } from '../review/overview.ts'
import type { Places } from '../review/place.ts'
import type { ReportedDemand, ReviewReport } from '../review/report.ts'
import { plural } from '../verdict.ts'
import { groupId, type ChangeGroups } from './changes.ts'
import { code, codes, folded, html, joined, row, table, type Html } from './markup.ts'
import { placeHtml } from './place.ts'
import type { PageSection } from './section.ts'

/** So many links to its changes a row has; of more the changes themselves name the environment. */
const MOST_LINKS = 12

/** What happens to each environment, a row for each, with links to its changes. */
export function environmentsHtml({ perEnvironment, base }: ReviewReport, groups: ChangeGroups): PageSection {
  const touched = perEnvironment.filter(isTouched)
  const rest = perEnvironment.filter((one) => !isTouched(one)).map(({ name }) => name)
  const rows = touched.map((one, i) => {
    const { name, changed, risky, shadowed, failed } = one
    return row([code(name), marksOf(one), changed, risky, shadowed, failed, linksOf(groups.of.get(name) ?? [])], `environment-${i + 1}`)
  })
  const counts = ['Changed', 'Risky', 'Shadowed', 'Failed'].map((count) => ({ count }))
  const what = base === undefined ? 'Nothing is wrong in' : 'Nothing changes in'
  const others = rest.length === 0 ? html`` : folded(`${what} ${plural(rest.length, 'environment')}`, html`<p>${codes(rest)}</p>\n`)
  const content = html`${table({ head: ['Environment', 'Kind', ...counts, 'Changes'], rows })}${others}`
  return { id: 'environments', title: 'Environments', count: perEnvironment.length, content }
}

function marksOf({ protected: isProtected, abstract, state, parents }: EnvironmentReview): Html {
  const named = (all: readonly string[]): Html => (all.length === 0 ? html`nothing` : codes(all))
  return joined([
    ...(isProtected ? [html`<strong>protected</strong>`] : []),
    ...(abstract ? [html`abstract`] : []),
    ...(state === 'added' ? [html`new`] : state === 'removed' ? [html`gone`] : []),
    ...(parents === undefined ? [] : [html`inherits from ${named(parents.after)} instead of ${named(parents.before)}`]),
  ], ', ')
}

function linksOf(numbers: readonly number[]): Html {
  const links = numbers.slice(0, MOST_LINKS).map((number) => html`<a href="#${groupId(number)}">${number}</a>`)
  const more = numbers.length <= MOST_LINKS ? '' : ` and ${numbers.length - MOST_LINKS} more`
  return html`${joined(links, ' ')}${more}`
}

/** Whose approval the change needs, and whose is missing. */
export function demandsHtml({ access }: ReviewReport, places: Places): PageSection {
  const judge = access?.judgedBy === 'head' ? 'head' : 'base'
  const rows = (access?.demands ?? []).flatMap((demand) => demand.roles.map((role) => {
    const rule = html`${demand.name === undefined ? '' : `${demand.name} `}${placeHtml(demand.location, judge, places)}`
    return row([code(role.role), codes([...role.teams, ...role.users]), stateOf(role), rule, valuesOf(demand)])
  }))
  const note = judge === 'head' ? html`<p>The base has no access.yaml: this change's own says who must look.</p>\n` : html``
  const head = ['Role', 'Who may approve', 'Approvals', 'Asked for by', 'Because of']
  return { id: 'who-must-look', title: 'Who must look', count: rows.length, content: html`${note}${table({ head, rows })}` }
}

function stateOf({ state, approvals, approvedBy, objectedBy, impossible, unknownTeams }: ReportedDemand['roles'][number]): Html {
  const by = approvedBy.length === 0 ? html`` : html` by ${codes(approvedBy)}`
  const against = objectedBy.length === 0 ? html`` : html`; ${codes(objectedBy)} asks for changes`
  const few = impossible === true ? '; there are not enough people besides the author' : ''
  const unknown = unknownTeams.length === 0 ? html`` : html`; it is not known who is in ${codes(unknownTeams)}`
  return html`<strong>${STATES[state].replaceAll('*', '')}</strong>: ${approvedBy.length} of ${approvals}${by}${against}${few}${unknown}`
}

const MOST_VALUES = 3

function valuesOf({ changes }: ReportedDemand): Html {
  const values = changes.map(({ document, pointer }) => `${document}${pointer === '' ? '' : `#${pointer}`}`)
  if (values.length <= MOST_VALUES) return codes(values)
  return folded(plural(values.length, 'value'), html`${joined(values.map(code), '<br/>')}\n`)
}

/** What depends on what changes. */
export function reachHtml({ reach }: ReviewReport): PageSection {
  const rows = (reach?.reaches ?? []).filter(({ dependents }) => dependents.length > 0).map((one) => {
    const ways = one.dependents.map(({ document, way }) => {
      return way.length < 2 ? code(document) : html`${code(document)} through ${codes(way.slice(0, -1))}`
    })
    return row([html`${codes(one.environments)}${one.protected ? ' (protected)' : ''}`, codes(one.documents), joined(ways, '<br/>')])
  })
  const content = table({ head: ['In', 'What changes', 'What depends on it'], rows })
  return { id: 'reach', title: 'Reach', count: rows.length, content }
}

/** What has to be done with which documents. */
export function applyingHtml(report: ReviewReport): PageSection {
  const rows = rowsToApply(report).map(({ takes, documents, environments }) => {
    return row([TAKES_TEXT[takes], codes(documents), codes(environments)])
  })
  return { id: 'to-apply-it', title: 'To apply it', count: rows.length, content: table({ head: ['Takes', 'Documents', 'In'], rows }) }
}

/** What the run does not tell, and why. */
export function notCheckedHtml({ notChecked, undecided }: ReviewReport, places: Places): PageSection {
  const items = notChecked.map((what) => html`<li>${what}</li>\n`)
  const questions = undecided.map(({ message, location }) => html`<li>${placeHtml(location, 'head', places)} ${message}</li>\n`)
  const list = (all: readonly Html[]): Html => (all.length === 0 ? html`` : html`<ul>\n${all}</ul>\n`)
  const content = html`${list(items)}${questions.length === 0 ? html`` : folded('What a key would decide', list(questions))}`
  return { id: 'not-checked', title: 'Not checked', count: items.length + questions.length, content }
}
