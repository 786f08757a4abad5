import type { EnvironmentDefinition } from '../../core/environment.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { didYouMean } from '../../core/nearest.ts'

type Parent = EnvironmentDefinition['inherits'][number]

/** What each environment inherits from, without unknown names and without cycles. */
export interface Ancestry {
  /** Parents by environment, lowest precedence first, each once. */
  readonly parents: ReadonlyMap<string, readonly string[]>
  /** All environments, each after its parents. */
  readonly order: readonly string[]
  /** Environments that were part of a cycle. */
  readonly circular: ReadonlySet<string>
}

const MOST_SHOWN = 6

/** Resolves `inherits`. Unknown names, and in each cycle the edge that closes it, are findings and are left out. */
export function resolveParents(definitions: ReadonlyMap<string, EnvironmentDefinition>, report: Report): Ancestry {
  const known = new Map<string, readonly Parent[]>()
  for (const [child, definition] of definitions) known.set(child, knownParents(definition, definitions, report))
  const walk: Walk = { known, parents: new Map(), order: [], circular: new Set(), report }
  for (const start of definitions.keys()) walkUp(start, walk)
  return walk
}

interface Walk extends Ancestry {
  readonly known: ReadonlyMap<string, readonly Parent[]>
  readonly parents: Map<string, string[]>
  readonly order: string[]
  readonly circular: Set<string>
  readonly report: Report
}

function knownParents(
  { name: child, inherits }: EnvironmentDefinition,
  definitions: ReadonlyMap<string, EnvironmentDefinition>,
  report: Report,
): readonly Parent[] {
  const parents = new Map<string, Parent>()
  for (const parent of inherits) {
    if (definitions.has(parent.name)) {
      if (!parents.has(parent.name)) parents.set(parent.name, parent)
      continue
    }
    const hint = didYouMean(parent.name, [...definitions.keys()].filter((other) => other !== child))
    const message = say`there is no environment ${name(parent.name)} to inherit from${hint}`
    report(finding('inherit/unknown-environment', parent.place, message, { environment: child }))
  }
  return [...parents.values()]
}

interface Step {
  readonly environment: string
  /** Which of its parents is next. */
  next: number
}

/** Visits an environment and all above it that have not been visited, parents first. A stack: chains may be long. */
function walkUp(start: string, { known, parents, order, circular, report }: Walk): void {
  if (parents.has(start)) return
  const way: Step[] = []
  /** Environments on the way, by their position in it. */
  const open = new Map<string, number>()
  const enter = (environment: string): void => {
    open.set(environment, way.length)
    way.push({ environment, next: 0 })
    parents.set(environment, [])
  }
  enter(start)
  for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
    const { environment } = step
    const parent = known.get(environment)?.[step.next++]
    if (parent === undefined) {
      order.push(environment)
      open.delete(environment)
      way.pop()
      continue
    }
    const loop = open.get(parent.name)
    if (loop !== undefined) {
      const members = way.slice(loop).map((member) => member.environment)
      for (const member of members) circular.add(member)
      reportCycle(members, parent, known, report)
      continue
    }
    ;(parents.get(environment) as string[]).push(parent.name)
    if (!parents.has(parent.name)) enter(parent.name)
  }
}

function reportCycle(
  members: readonly string[],
  closing: Parent,
  known: ReadonlyMap<string, readonly Parent[]>,
  report: Report,
): void {
  const related = members.slice(0, -1).slice(0, MOST_SHOWN).map((member, i) => {
    const edge = (known.get(member) as readonly Parent[]).find((parent) => parent.name === members[i + 1]) as Parent
    return { message: say`${name(member)} inherits from ${name(edge.name)} here`, place: edge.place }
  })
  const message = members.length === 1
    ? say`${name(closing.name)} inherits from itself; this is left out`
    : say`environments inherit from one another in a circle: ${path([...members, closing.name])}; the last step is left out`
  report(finding('inherit/cycle', closing.place, message, { related, environment: members.at(-1) as string }))
}

function path(names: readonly string[]): Message {
  const shown = names.length <= MOST_SHOWN + 2
    ? names.map(name)
    : [...names.slice(0, MOST_SHOWN).map(name), say`…`, ...names.slice(-2).map(name)]
  return shown.reduce<Message>((text, next, i) => (i === 0 ? say`${next}` : say`${text} → ${next}`), say``)
}
