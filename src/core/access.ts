import type { Change } from './change.ts'
import type { Glob } from './glob.ts'
import type { Location, SpanPlace } from './place.ts'
import type { Mapping } from './value.ts'

/** The file that says who must approve which change. */
export const ACCESS_FILE = 'access.yaml'

/** `access.yaml` as read, its mistakes reported. What is wrong with a selector makes its rule wider, never narrower. */
export interface Access {
  /** Whether it was read without a mistake: where not, what it asks for may be less than what was meant. */
  readonly sound: boolean
  readonly roles: ReadonlyMap<string, Role>
  readonly rules: readonly AccessRule[]
}

/** Some people. */
export interface Role {
  readonly name: string
  /** Logins, without `@`. */
  readonly users: readonly string[]
  /** `organisation/team`, without `@`. */
  readonly teams: readonly string[]
  readonly place: SpanPlace
}

/** Which changes some roles must approve: those that every selector given chooses. */
export interface AccessRule {
  readonly name?: string
  /** Environments by their names. */
  readonly environments?: readonly Selected[]
  /** Environments by their labels: each of these has that value, or one of a list. */
  readonly labels?: Mapping
  readonly labelsPlace?: SpanPlace
  readonly protected?: boolean
  readonly kinds?: readonly Selected[]
  /** Documents, `kind/name`. */
  readonly documents?: readonly Selected[]
  /** Values by their pointers, with all that lies below. */
  readonly paths?: readonly Selected[]
  /** Each must approve. */
  readonly roles: readonly string[]
  /** How many people of each role, from 1. */
  readonly approvals: number
  readonly place: SpanPlace
}

/** A glob of a selector, and where it stands. */
export interface Selected {
  readonly glob: Glob
  readonly place: SpanPlace
}

/** What a person says of the head of a pull request; their latest word, on this very commit. */
export interface Review {
  /** Login. */
  readonly user: string
  readonly says: 'approved' | 'changes-requested'
}

/** Who must approve a change, and who has. */
export interface AccessResult {
  /** Whose `access.yaml` asks: head's only where base has none; nobody's where there is none at all. */
  readonly judgedBy: 'base' | 'head' | 'nobody'
  /** One for each rule that something in the change is chosen by, in their order. */
  readonly demands: readonly Demand[]
  /** Never `approved` where what asks was not read without a mistake. */
  readonly state: DemandState
}

/** `undecided`: reviews were not read, it depends on who is in a team, or `access.yaml` has mistakes. */
export type DemandState = 'approved' | 'missing' | 'undecided'

/** A rule that applies. */
export interface Demand {
  /** The rule's name, where it has one; escape it. */
  readonly name?: string
  readonly location: Location
  /** What makes it apply, and in which environments. */
  readonly changes: readonly { readonly change: Change; readonly environments: readonly string[] }[]
  readonly roles: readonly RoleDemand[]
  readonly state: DemandState
}

/** A role that must approve. */
export interface RoleDemand {
  readonly role: string
  /** Who may: the author may not. */
  readonly users: readonly string[]
  readonly teams: readonly string[]
  /** How many must. */
  readonly approvals: number
  readonly approvedBy: readonly string[]
  /** Who is known to be of the role and asks for changes. */
  readonly objectedBy: readonly string[]
  /** How many are still missing, as far as is known. */
  readonly missing: number
  /** Teams of which nobody said who is in them, where that matters. */
  readonly unknownTeams: readonly string[]
  readonly state: DemandState
  /** There are not enough people besides the author. */
  readonly impossible?: true
}
