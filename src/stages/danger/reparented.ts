import type { Environment } from '../../core/environment.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import { inBase, locate, type Location } from '../../core/place.ts'
import type { DangerInput, FindDangers } from './input.ts'
import { isConcrete, placeInDefinition } from './environment-places.ts'
import type { Danger } from './found.ts'

/** Environments that inherit from others than before: every value of theirs may come from elsewhere. */
export const reparented: FindDangers<'danger/reparented'> = (input) => {
  const { base, head } = input
  const dangers: Danger[] = []
  for (const after of head.environments.values()) {
    const before = base.environments.get(after.name)
    if (before === undefined || sameNames(parentsOf(before), parentsOf(after))) continue
    const environments = affectedBy(after.name, input)
    if (environments.length === 0) continue
    const [was, is] = [placeBefore(before), placeOf(after)]
    const related = was === undefined || is === undefined ? [] : [{ message: say`the base says it here`, location: was }]
    const location = is ?? was ?? placeInDefinition(after, [])
    dangers.push({ rule: 'danger/reparented', message: messageOf(before, after), location, related, environments })
  }
  return dangers
}

function parentsOf({ definition }: Environment): readonly string[] {
  return definition.inherits.map((parent) => parent.name)
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, i) => name === other[i])
}

/** The environments that run with another line of ancestors because of one of them. */
function affectedBy(cause: string, { base, head }: DangerInput): readonly string[] {
  const affected: string[] = []
  for (const { name, lineage } of head.environments.values()) {
    const was = base.environments.get(name)?.lineage
    if (was === undefined || sameNames(was, lineage)) continue
    if (!isConcrete(name, base.environments, head.environments)) continue
    if (lineage.includes(cause) || was.includes(cause)) affected.push(name)
  }
  return affected
}

/** Where an environment names its first parent. */
function placeOf({ definition: { inherits: [first] } }: Environment): Location | undefined {
  return first && locate(first.place)
}

function placeBefore(before: Environment): Location | undefined {
  const place = placeOf(before)
  return place && inBase(place)
}

function messageOf(before: Environment, after: Environment): Message {
  const now = say`${name(after.name)} inherits from ${named(parentsOf(after))} now`
  return say`${now}, and inherited from ${named(parentsOf(before))}`
}

function named(parents: readonly string[]): Message {
  return parents.length === 0 ? say`nothing` : list(parents.map(name))
}
