import type { Access, AccessResult, AccessRule, Demand, DemandState, Review, Role, RoleDemand } from '../../core/access.ts'
import type { Change } from '../../core/change.ts'
import type { Environment } from '../../core/environment.ts'
import { locate } from '../../core/place.ts'
import { selectsChange, selectsEnvironment } from './selects.ts'

/** What is known of one side of a pull request. */
export interface AccessSide {
  /** Absent where there is no `access.yaml`. */
  readonly access?: Access
  readonly environments: ReadonlyMap<string, Environment>
}

export interface AccessInput {
  readonly base: AccessSide
  readonly head: AccessSide
  /** Effective changes, folded over environments: what an environment overrides is not among them. */
  readonly changes: readonly Change[]
  /** Login of the author of the pull request. */
  readonly author?: string
  /** The latest review of each reviewer on the current head; absent where they were not read. */
  readonly reviews?: readonly Review[]
  /** Logins by `organisation/team`; a team that is not there is not known. */
  readonly teams?: ReadonlyMap<string, readonly string[]>
}

/**
 * Who must approve a change, by what it does to each environment, and what is still missing. The base's rules ask; a
 * rule chooses an environment that it matches at base or head, so that relabelling one escapes nothing.
 */
export function demandsOf(input: AccessInput): AccessResult {
  const judgedBy = input.base.access !== undefined ? 'base' : input.head.access !== undefined ? 'head' : 'nobody'
  const access = input.base.access ?? input.head.access
  const demands: Demand[] = []
  for (const rule of access?.rules ?? []) {
    const changes = chosenBy(rule, input)
    if (access === undefined || changes.length === 0) continue
    const roles = rule.roles.map((role) => roleDemand(access.roles.get(role), rule.approvals, input))
    const state = stateOf(roles)
    const named = rule.name === undefined ? {} : { name: rule.name }
    demands.push({ ...named, location: locate(rule.place), changes, roles, state })
  }
  const state = stateOf(demands)
  return { judgedBy, demands, state: state === 'approved' && access?.sound === false ? 'undecided' : state }
}

/** Where one is missing all is; nothing asked for is approved. */
function stateOf(all: readonly { readonly state: DemandState }[]): DemandState {
  if (all.some(({ state }) => state === 'missing')) return 'missing'
  return all.some(({ state }) => state === 'undecided') ? 'undecided' : 'approved'
}

function chosenBy(rule: AccessRule, { base, head, changes }: AccessInput): Demand['changes'] {
  const known = new Map<string, boolean>()
  const isChosen = (environment: string): boolean => {
    let chosen = known.get(environment)
    if (chosen === undefined) {
      const sides = [base, head].map((side) => side.environments.get(environment))
      chosen = sides.some((side) => selectsEnvironment(rule, side))
      known.set(environment, chosen)
    }
    return chosen
  }
  const found: { readonly change: Change; readonly environments: readonly string[] }[] = []
  for (const change of changes) {
    const environments = change.environments.filter(isChosen)
    if (environments.length > 0 && selectsChange(rule, change)) found.push({ change, environments })
  }
  return found
}

/** Logins are the same in whatever case. */
const keyOf = (login: string): string => login.toLowerCase()

function roleDemand(role: Role | undefined, approvals: number, input: AccessInput): RoleDemand {
  const { name = '', users = [], teams = [] } = role ?? {}
  const author = input.author === undefined ? undefined : keyOf(input.author)
  const isOther = (user: string): boolean => keyOf(user) !== author
  const members = teams.map((team) => membersOf(team, input.teams))
  const known = new Set([...users, ...members.flatMap((some) => some ?? [])].filter(isOther).map(keyOf))
  const unknownTeams = teams.filter((_, index) => members[index] === undefined)
  const reviews = (input.reviews ?? []).filter(({ user }) => isOther(user))
  const saying = (says: Review['says']) => reviews.filter((review) => review.says === says).map(({ user }) => user)
  const approvers = saying('approved')
  const approvedBy = approvers.filter((user) => known.has(keyOf(user)))
  const missing = Math.max(0, approvals - approvedBy.length)
  const mayBe = unknownTeams.length === 0 ? 0 : approvers.length - approvedBy.length
  const isOpen = missing > 0 && (input.reviews === undefined || missing <= mayBe)
  return {
    role: name,
    users: users.filter(isOther),
    teams,
    approvals,
    approvedBy,
    objectedBy: saying('changes-requested').filter((user) => known.has(keyOf(user))),
    missing,
    unknownTeams: isOpen ? unknownTeams : [],
    state: missing === 0 ? 'approved' : isOpen ? 'undecided' : 'missing',
    ...(unknownTeams.length === 0 && known.size < approvals ? { impossible: true as const } : {}),
  }
}

function membersOf(team: string, teams: AccessInput['teams']): readonly string[] | undefined {
  for (const [name, members] of teams ?? []) if (keyOf(name) === keyOf(team)) return members
  return undefined
}
