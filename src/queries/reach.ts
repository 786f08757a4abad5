import type { AccessResult, Review } from '../core/access.ts'
import type { BlastRadius } from '../core/blast.ts'
import type { Change } from '../core/change.ts'
import type { Linked } from '../core/effective.ts'
import { createNaming } from '../naming.ts'
import { demandsOf } from '../stages/access/demands.ts'
import { blastRadius } from '../stages/refer/blast.ts'
import type { Edge } from '../stages/refer/edge.ts'
import type { Workspace } from '../workspace.ts'

/** Gathers what documents say of one another while they are checked, to tell afterwards what a change reaches. */
export function createReach(head: Workspace) {
  const naming = createNaming(head)
  const edges = new Map<string, Edge[]>()
  return {
    see: (linked: Linked, names: readonly Edge[]): void => {
      const own = [...names, ...naming.references(linked)]
      if (own.length === 0) return
      const { name } = linked.effective.environment
      const known = edges.get(name)
      if (known === undefined) edges.set(name, own)
      else known.push(...own)
    },
    radius: (changes: readonly Change[], base: Workspace): BlastRadius => {
      return blastRadius({
        changes,
        edges: (environment) => edges.get(environment) ?? [],
        environments: [base.environments, head.environments],
      })
    },
  }
}

/** Who proposed a change, and who said what of it. */
export interface People {
  /** Login. */
  readonly author?: string
  /** The latest review of each reviewer on the current head; absent where they were not read. */
  readonly reviews?: readonly Review[]
  /** Logins by `organisation/team`. */
  readonly teams?: ReadonlyMap<string, readonly string[]>
}

export interface DemandsInput {
  readonly base: Workspace
  readonly head: Workspace
  readonly changes: readonly Change[]
  readonly people?: People | undefined
}

/** Who must approve a change; `undefined` where no `access.yaml` says so. */
export function demandsBetween({ base, head, changes, people = {} }: DemandsInput): AccessResult | undefined {
  if (base.access === undefined && head.access === undefined) return undefined
  return demandsOf({ base, head, changes, ...people })
}
