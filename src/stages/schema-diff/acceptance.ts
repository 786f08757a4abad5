import type { SchemaNode } from '../../core/schema/schemas.ts'
import { areApart } from './apart.ts'
import { unions } from './branches.ts'
import { clauses, contents, dependents, negations } from './conditions.ts'
import type { Asking, Aspect } from './difference.ts'
import { entriesOf } from './entries.ts'
import { dependentRequired, required } from './keys.ts'
import { limits } from './limits.ts'
import { isWrittenAlike } from './same.ts'
import { demands } from './texts.ts'
import { unclear } from './unclear.ts'
import { choices, types } from './values.ts'
import type { View } from './view.ts'

/** All that decides whether a value is accepted; what is quick to tell first. */
export const ASPECTS: readonly Aspect[] = [
  types, choices, limits, ...demands, required, dependentRequired,
  contents, negations, unclear, unions, clauses, dependents,
]

/** How much work the questions may be in all, and how deep they may go: schemas that people write need far less. */
const MOST_WORK = 2_000_000
const DEEPEST = 400
/** What it costs to find out whether two schemas are apart. */
const APART = 4

/** Answers whether one schema accepts all that another one accepts. */
export class Acceptance implements Asking {
  /** Whether there was too much to compare: answers are then no, which is never wrong. */
  isExhausted = false
  /** Bound, so that they can be handed on. */
  readonly within: (narrow: View, wide: View) => boolean
  readonly apart: (one: View, other: View) => boolean
  readonly same: (one: SchemaNode, other: SchemaNode) => boolean
  readonly #known = new Map<View, Map<View, boolean>>()
  /** The pairs that were answered with yes, or are taken for a yes while they are looked at. */
  readonly #trail: (readonly [View, View])[] = []
  #work = 0
  #depth = 0

  constructor() {
    this.within = (narrow, wide) => this.#within(narrow, wide)
    this.apart = (one, other) => this.spend(APART) && areApart(one, other)
    this.same = (one, other) => isWrittenAlike(one, other)
  }

  /** Whether there is still something to spend. */
  spend(work: number): boolean {
    this.#work += work
    if (this.#work > MOST_WORK) this.isExhausted = true
    return !this.isExhausted
  }

  #within(narrow: View, wide: View): boolean {
    if (narrow === wide || wide.nodes.length === 0) return true
    if (narrow.kinds === 0) return true
    if (wide.kinds === 0) return false
    let ofNarrow = this.#known.get(narrow)
    if (ofNarrow === undefined) this.#known.set(narrow, (ofNarrow = new Map<View, boolean>()))
    const known = ofNarrow.get(wide)
    if (known !== undefined) return known
    if (!this.spend(narrow.size + wide.size) || this.#depth >= DEEPEST) {
      this.isExhausted = true
      return false
    }
    // Taken for granted as long as nothing says no: values are finite, and each step leads to smaller ones.
    ofNarrow.set(wide, true)
    const begun = this.#trail.push([narrow, wide]) - 1
    this.#depth++
    const answer = this.#look(narrow, wide)
    this.#depth--
    if (!answer) this.#takeBack(begun)
    ofNarrow.set(wide, answer)
    return answer
  }

  #look(narrow: View, wide: View): boolean {
    for (const aspect of ASPECTS) if (aspect.asksMore(wide, narrow, this)) return false
    for (const { base, head } of entriesOf(narrow, wide)) if (!this.#within(base, head)) return false
    return true
  }

  /** Forgets the answers that may have been given because this one was taken for granted. */
  #takeBack(begun: number): void {
    for (const [narrow, wide] of this.#trail.splice(begun)) this.#known.get(narrow)?.delete(wide)
  }
}
