import { HOLE } from '../../core/opaque.ts'
import type { Strategy } from '../../core/strategy.ts'
import { isMapping, own, type Value } from '../../core/value.ts'
import type { Complaints } from './complaints.ts'
import type { Spot } from './spot.ts'

/** The key of a list that is merged by one. */
export function listKey(strategy: Strategy | undefined): string | undefined {
  return typeof strategy?.merge === 'object' ? strategy.merge.key : undefined
}

/** What identifies an element. 1 and "1" are different. */
export type ElementId = string | number | boolean

/** The id of an element; `undefined` where it has none that can be compared. */
export function idOf(element: Value, key: string): ElementId | undefined {
  const id = isMapping(element) ? own(element, key) : undefined
  return id === undefined || id === null || typeof id === 'object' ? undefined : id
}

/** Whether an element says that the one with its key is to go: `{name: x, $remove: true}`. */
export function isRemoval(element: Value): boolean {
  return isMapping(element) && own(element, '$remove') === true
}

/** Checks the elements that one layer gives to a keyed list: each must have a key, and one of its own. */
export class ElementCheck {
  readonly #key: string
  readonly #complaints: Complaints | undefined
  readonly #seen = new Map<ElementId, number>()

  constructor(key: string, complaints: Complaints | undefined) {
    this.#key = key
    this.#complaints = complaints
  }

  /** The id of the next element; what is wrong with it is reported. */
  next(element: Value, index: number, spot: Spot): ElementId | undefined {
    const id = idOf(element, this.#key)
    if (id === undefined) {
      if (!this.#hidden(element)) this.#complaints?.keyMissing(element, this.#key, spot)
    } else if (isRemoval(element)) {
      this.#seen.delete(id)
    } else {
      const first = this.#seen.get(id)
      if (first === undefined) this.#seen.set(id, index)
      else this.#complaints?.keyDuplicate(element, this.#key, spot, first)
    }
    return id
  }

  /** What failed before has its finding already. */
  #hidden(element: Value): boolean {
    return element === HOLE || (isMapping(element) && own(element, this.#key) === HOLE)
  }
}

const known = new WeakMap<Strategy, boolean>()

/** Whether a strategy has a keyed list anywhere. */
export function hasKeyedLists(strategy: Strategy | undefined): boolean {
  if (strategy === undefined) return false
  if (strategy.keyed !== undefined) return strategy.keyed
  let answer = known.get(strategy)
  if (answer === undefined) known.set(strategy, (answer = searchKeyedLists(strategy)))
  return answer
}

function searchKeyedLists(root: Strategy): boolean {
  const seen = new Set<Strategy>([root])
  for (const strategy of seen) {
    if (strategy.keyed === true || listKey(strategy) !== undefined) return true
    for (const child of Object.values(strategy.properties ?? {})) seen.add(child)
    if (typeof strategy.rest === 'object') seen.add(strategy.rest)
    if (strategy.items !== undefined) seen.add(strategy.items)
  }
  return false
}
