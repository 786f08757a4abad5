import type { Environment, EnvironmentDefinition } from '../../core/environment.ts'
import { finding, type Report } from '../../core/finding.ts'
import { list, name, say } from '../../core/message.ts'
import { addProperties, mergeProperties } from './labels.ts'
import { mergeLineages, type Linearization } from './linearize.ts'
import { resolveParents } from './parents.ts'

/** Longest lineage that is followed: past it, memory would grow with its square. */
export const MAX_LINEAGE = 1000

/**
 * Resolves what environments inherit from one another (DESIGN §3): `L(E) = E + merge(L(b), L(a), [b, a])` for
 * `inherits: [a, b]`, highest precedence first. Unknown names, cycles and orders that cannot be kept are findings; what
 * is right of them counts. The result is in the order of the definitions.
 */
export function inherit(
  definitions: readonly EnvironmentDefinition[],
  report: Report,
): ReadonlyMap<string, Environment> {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]))
  const { parents, order, circular } = resolveParents(byName, report)
  const resolved = new Map<string, Environment>()
  const resolver: Resolver = { byName, broken: new Set(circular), report }
  for (const environment of order) {
    const above = (parents.get(environment) as readonly string[]).map((parent) => resolved.get(parent) as Environment)
    resolved.set(environment, resolve(byName.get(environment) as EnvironmentDefinition, above, resolver))
  }
  const [first] = definitions
  if (first !== undefined && definitions.every(({ abstract }) => abstract)) {
    report(finding('discover/nothing-to-check', first.place, NOTHING))
  }
  return new Map([...byName.keys()].map((environment) => [environment, resolved.get(environment) as Environment]))
}

const NOTHING = say`there is nothing to check: every environment is abstract, and what nobody runs with is only merged`

interface Resolver {
  readonly byName: ReadonlyMap<string, EnvironmentDefinition>
  /** Environments whose lineage is not as it should be; a finding says so, and none is needed below them. */
  readonly broken: Set<string>
  readonly report: Report
}

function resolve(definition: EnvironmentDefinition, parents: readonly Environment[], resolver: Resolver): Environment {
  const lineage = lineageOf(definition, parents, resolver)
  const [only] = parents
  const isPlain = parents.length === 1 && only !== undefined && lineage.length === only.lineage.length + 1
  const properties = (field: 'labels' | 'variables') => {
    return isPlain ? addProperties(only[field], definition[field]) : mergeProperties(lineage, resolver.byName, field)
  }
  return {
    name: definition.name,
    abstract: definition.abstract,
    protected: nearestProtected(lineage, resolver.byName),
    lineage,
    labels: properties('labels'),
    variables: properties('variables'),
    definition,
  }
}

/** What the environment itself says, else its ancestor with the highest precedence that says anything. */
function nearestProtected(lineage: readonly string[], byName: Resolver['byName']): boolean {
  for (const ancestor of lineage) {
    const said = byName.get(ancestor)?.protected
    if (said !== undefined) return said
  }
  return false
}

/** @param parents lowest precedence first, resolved */
function lineageOf(
  definition: EnvironmentDefinition,
  parents: readonly Environment[],
  resolver: Resolver,
): readonly string[] {
  const { broken, report } = resolver
  const lineages = parents.map(({ lineage }) => lineage).reverse()
  const [first = []] = lineages
  const { order, conflict }: Linearization = lineages.length < 2 ? { order: first } : mergeLineages(lineages)
  const isTooDeep = order.length >= MAX_LINEAGE
  const isExplained = broken.has(definition.name) || parents.some((parent) => broken.has(parent.name))
  if (isExplained || isTooDeep || conflict !== undefined) broken.add(definition.name)
  if (!isExplained && conflict !== undefined) reportOrder(definition, conflict, resolver)
  if (!isExplained && isTooDeep) reportTooDeep(definition, report)
  return [definition.name, ...(isTooDeep ? order.slice(0, MAX_LINEAGE - 1) : order)]
}

function reportOrder(
  { name: environment, inherits, place }: EnvironmentDefinition,
  conflict: readonly string[],
  { byName, report }: Resolver,
): void {
  const named = inherits.find((parent) => conflict.includes(parent.name)) ?? inherits.at(-1)
  const next = say`change the order of \`inherits\` here or in what it inherits from`
  const message = say`${name(environment)} inherits ${list(conflict.map(name))} in orders that contradict each other; ${next}`
  const related = conflict.map((member) => ({
    message: say`${name(member)} is defined here`,
    place: (byName.get(member) as EnvironmentDefinition).place,
  }))
  report(finding('inherit/order', named?.place ?? place, message, { related, environment }))
}

function reportTooDeep({ name: environment, inherits, place }: EnvironmentDefinition, report: Report): void {
  const message = say`the lineage of ${name(environment)} has more than ${MAX_LINEAGE} environments; the most distant are left out`
  report(finding('inherit/too-deep', inherits[0]?.place ?? place, message, { environment }))
}
