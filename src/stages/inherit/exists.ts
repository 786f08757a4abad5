import type { Config } from '../../core/config.ts'
import type { DocumentSources } from '../../core/discovery.ts'
import { documentKey } from '../../core/document.ts'
import type { Environment } from '../../core/environment.ts'
import type { SourceIndex } from './sources.ts'

/** What decides whether a document exists. */
export interface PresenceRule {
  readonly presence: Config['presence']
  /** Ancestors of all environments that are not abstract: in `declared`, their layers make nothing exist below them. */
  readonly common: ReadonlySet<string>
  /** `kind/name` of what is taken away, by environment; only those that take something away. */
  readonly without: ReadonlyMap<string, ReadonlySet<string>>
}

export function createRule(
  presence: Config['presence'],
  environments: ReadonlyMap<string, Environment>,
): PresenceRule {
  const common = presence === 'declared' ? commonAncestors(environments) : new Set<string>()
  return { presence, common, without: withoutOf(environments) }
}

/**
 * Whether a document exists at the head of a lineage.
 *
 * @param from where in the lineage to ask: 0 for its head, 1 for what the head inherits
 */
export function exists(
  document: DocumentSources,
  index: SourceIndex,
  lineage: readonly string[],
  { presence, common, without }: PresenceRule,
  from = 0,
): boolean {
  let found = presence === 'inherited' && index.has(null)
  const key = without.size === 0 ? '' : documentKey(document.id)
  for (let i = lineage.length - 1; i >= from; i--) {
    const environment = lineage[i] as string
    if (index.has(environment)) found ||= i === 0 || !common.has(environment)
    else if (found && without.get(environment)?.has(key) === true) found = false
  }
  return found
}

function commonAncestors(environments: ReadonlyMap<string, Environment>): ReadonlySet<string> {
  const all = [...environments.values()]
  const concrete = all.filter(({ abstract }) => !abstract)
  const counted = concrete.length === 0 ? all : concrete
  const counts = new Map<string, number>()
  for (const { lineage } of counted) for (const name of lineage) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count === counted.length).map(([name]) => name))
}

function withoutOf(environments: ReadonlyMap<string, Environment>): PresenceRule['without'] {
  const without = new Map<string, ReadonlySet<string>>()
  for (const { name, definition } of environments.values()) {
    if (definition.without.length > 0) without.set(name, new Set(definition.without.map(({ document }) => document)))
  }
  return without
}
