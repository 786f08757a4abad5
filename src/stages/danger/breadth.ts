import type { Change } from '../../core/change.ts'
import type { Environment } from '../../core/environment.ts'
import { say, type Message } from '../../core/message.ts'
import type { Location } from '../../core/place.ts'
import type { DangerInput, FindDangers } from './input.ts'
import { placeOf, type Danger } from './found.ts'

/** Changes beside the widest one that are named. */
const MOST_RELATED = 2

/** A change that reaches an unusual share of all environments or documents at once. */
export const breadth: FindDangers<'danger/breadth'> = (input, { environments: wide, documents: many }) => {
  const environments = new Set<string>()
  const documents = new Set<string>()
  const counting: Change[] = []
  for (const change of input.changes) {
    const reached = change.environments.filter((one) => isOnBothSides(one, input))
    if (reached.length === 0) continue
    counting.push(reached.length === change.environments.length ? change : { ...change, environments: reached })
    documents.add(change.document)
    for (const one of reached) environments.add(one)
  }
  const concrete = [...input.head.environments.values()].filter(({ abstract }) => !abstract)
  const parts: Message[] = []
  if (isUnusual(environments.size, concrete.length, wide)) {
    parts.push(say`${environments.size} of ${concrete.length} environments${guarded(environments, input)}`)
  }
  if (isUnusual(documents.size, input.documents, many)) parts.push(say`${documents.size} of ${input.documents} documents`)
  const [first, second] = parts
  if (first === undefined) return []
  const message = second === undefined ? say`this changes ${first} at once` : say`this changes ${first} and ${second} at once`
  return [dangerOf(message, counting, [...environments])]
}

/** A new environment brings all of its documents: that is no wide change. */
function isOnBothSides(environment: string, { base, head }: DangerInput): boolean {
  return base.environments.has(environment) && head.environments.has(environment)
}

interface Limit {
  readonly percent: number
  readonly 'at-least': number
}

function isUnusual(count: number, all: number, { percent, 'at-least': least }: Limit): boolean {
  return count >= least && count * 100 > all * percent
}

function guarded(environments: ReadonlySet<string>, { base, head }: DangerInput): Message {
  const isGuarded = (one: Environment | undefined): boolean => one?.protected === true
  const sides = [base.environments, head.environments]
  const count = [...environments].filter((one) => sides.some((all) => isGuarded(all.get(one)))).length
  return count === 0 ? say`` : say` (${count} protected)`
}

/** Told at the change that reaches the most environments. */
function dangerOf(message: Message, changes: readonly Change[], environments: readonly string[]): Danger {
  const byReach = [...changes].sort((a, b) => b.environments.length - a.environments.length)
  const places = new Map<string | undefined, Location>()
  for (const place of byReach.map(placeOf)) if (!places.has(place.file)) places.set(place.file, place)
  const [location = {}, ...others] = places.values()
  const related = others.slice(0, MOST_RELATED).map((at) => ({ message: say`this is part of it`, location: at }))
  return { rule: 'danger/breadth', message, location, related, environments }
}
