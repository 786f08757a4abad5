import { name, say, type Message } from '../../core/message.ts'
import { MAX_DEPTH } from '../../core/ports.ts'
import { allEdges, reaching } from '../../core/schema/reach.ts'
import type { SchemaNode } from '../../core/schema/schemas.ts'
import { isMapping } from '../../core/value.ts'
import { ASPECTS, type Acceptance } from './acceptance.ts'
import { branchEdges } from './branches.ts'
import { conditionEdges } from './conditions.ts'
import { nearestIn, spots, type Difference, type Sides } from './difference.ts'
import { entriesOf, type Destination, type Edge } from './entries.ts'
import { tellMeaning, tellNewDefault } from './meaning.ts'
import { tellNotes } from './notes.ts'
import { viewOf, type View } from './view.ts'

/** What the two sides ask at one place, and what differs. */
export interface Pair {
  readonly base: View
  readonly head: View
  /** What may be said of it, and what counts of it. */
  readonly state: State
  /** Where the step led that was taken here. */
  readonly at: Destination | undefined
  /** The shortest way here: the pair before, and the step in documents where there is one. */
  readonly from: { readonly pair: Pair; readonly token: string | undefined } | undefined
  /** How many steps in documents that is. */
  readonly depth: number
  differences: readonly Difference[]
  readonly steps: { readonly token: string | undefined; readonly to: Pair }[]
}

interface State {
  /** Whether the schemas certainly apply. */
  readonly counts: boolean
  /** Whether it is under `x-secret`. */
  readonly hidden: boolean
}

/** Looks at each pair of places once, wherever it is met, nearest first. */
export class Walk {
  readonly pairs: Pair[] = []
  readonly #acceptance: Acceptance
  readonly #known = new Map<View, Map<View, Map<string, Pair>>>()

  constructor(acceptance: Acceptance) {
    this.#acceptance = acceptance
  }

  /** Walks from what the two schemas ask of a document as a whole. */
  from(base: SchemaNode, head: SchemaNode): void {
    this.#pairOf({ base: viewOf(base), head: viewOf(head) }, { counts: true, hidden: false })
    for (const pair of this.pairs) {
      if (!this.#acceptance.spend(pair.base.size + pair.head.size)) return
      this.#look(pair)
    }
  }

  #look(pair: Pair): void {
    const { base, head, state } = pair
    if (base === head) return
    const aside = this.#tellAside(pair)
    if (aside !== undefined) {
      pair.differences = aside
      return
    }
    const sides: Sides & State = { base, head, ...state }
    const accepted = ASPECTS.flatMap((aspect) => aspect.tell(sides, this.#acceptance))
    pair.differences = [...accepted, ...tellMeaning(sides), ...tellNotes(sides)]
    for (const edge of this.#edgesOf(base, head)) {
      // No document is deeper than that.
      if (edge.token !== undefined && pair.depth >= MAX_DEPTH) continue
      pair.steps.push({ token: edge.token, to: this.#pairOf(edge, state, pair) })
    }
  }

  *#edgesOf(base: View, head: View): Generator<Edge> {
    yield* branchEdges(base, head, this.#acceptance)
    yield* conditionEdges(base, head, this.#acceptance)
    yield* entriesOf(base, head)
  }

  /** What is there on one side only, as a whole. */
  #tellAside({ base, head, state, at }: Pair): readonly Difference[] | undefined {
    if (base.kinds === 0 || head.kinds === 0) return base.kinds === head.kinds ? [] : tellAllowed(base, head, state, at)
    if (at?.is === 'names' || isFree(base) === isFree(head)) return undefined
    return isFree(base) ? this.#tellDescribed(base, head, state) : tellFreed(base, head, state)
  }

  #tellDescribed(base: View, head: View, state: State): readonly Difference[] {
    const level = this.#acceptance.within(base, head) ? 'minor' : 'major'
    const message = level === 'minor' ? say`it is described now, and accepted as before` : say`it is checked now; before, any value was accepted`
    const described: Difference = { level, keyword: '', message, ...spots(undefined, nearestIn(head)) }
    return [described, ...tellMeaning({ base, head, ...state }), ...tellNotes({ base, head, hidden: state.hidden })]
  }

  #pairOf({ base, head, may, token, to: at }: Edge, { counts, hidden }: State, above?: Pair): Pair {
    const state = { counts: counts && may !== true, hidden: hidden || base.isSecret || head.isSecret }
    let ofBase = this.#known.get(base)
    if (ofBase === undefined) this.#known.set(base, (ofBase = new Map<View, Map<string, Pair>>()))
    let ofBoth = ofBase.get(head)
    if (ofBoth === undefined) ofBase.set(head, (ofBoth = new Map<string, Pair>()))
    // How it is reached matters for what is said of keys that are not allowed, and of keys as texts.
    const told = base.kinds === 0 || head.kinds === 0 || at?.is === 'names' ? at : undefined
    const key = JSON.stringify([state, told])
    let pair = ofBoth.get(key)
    if (pair === undefined) {
      const from = above && { pair: above, token }
      const depth = (above?.depth ?? 0) + (token === undefined ? 0 : 1)
      pair = { base, head, state, at: told, from, depth, differences: [], steps: [] }
      ofBoth.set(key, pair)
      this.pairs.push(pair)
    }
    return pair
  }
}

function tellAllowed(
  base: View,
  head: View,
  { counts, hidden }: State,
  at: Destination | undefined,
): readonly Difference[] {
  const isNew = base.kinds === 0
  const message = isNew ? say`${subjectOf(at)} allowed now` : say`${subjectOf(at)} no longer allowed`
  const places = spots(nearestIn(base), nearestIn(head))
  const whole: Difference = { level: isNew ? 'minor' : 'major', keyword: keywordOf(at), message, ...places }
  return isNew && counts && at?.is === 'key' ? [whole, ...tellNewDefault(head, hidden)] : [whole]
}

function subjectOf(at: Destination | undefined): Message {
  if (at?.is === 'keys') {
    const [pattern] = at.patterns
    return pattern === undefined ? say`other keys are` : say`keys that match "${name(pattern)}" are`
  }
  return at?.is === 'key' ? say`this key is` : at?.is === 'items' ? say`further items are` : at?.is === 'item' ? say`this item is` : say`a value is`
}

function keywordOf(at: Destination | undefined): string {
  if (at?.is === 'keys') return at.patterns.length === 0 ? 'additionalProperties' : 'patternProperties'
  return at?.is === 'key' ? 'properties' : at?.is === 'items' ? 'items' : at?.is === 'item' ? 'prefixItems' : ''
}

/** What asks nothing by itself; the targets of references and the members of `allOf` are asked on their own. */
const SILENT = new Set(['$schema', '$id', '$anchor', '$comment', '$defs', 'definitions', 'title', 'description', 'examples', '$ref', 'allOf'])

/** Whether nothing is asked: the value may be anything, and nothing is said of what it means. */
function isFree({ nodes }: View): boolean {
  return nodes.every(({ schema }) => {
    return schema === true || (isMapping(schema) && Object.keys(schema).every((keyword) => SILENT.has(keyword)))
  })
}

const leadsToSecret = reaching(allEdges, (node) => node.keyword('x-secret') === true)

function tellFreed(base: View, head: View, { counts, hidden }: State): readonly Difference[] {
  const freed: Difference = { level: 'minor', keyword: '', message: say`it is no longer described: any value is accepted`, ...spots(nearestIn(base), undefined) }
  const meaning = tellMeaning({ base, head, counts, hidden })
  const isTold = meaning.some(({ keyword }) => keyword === 'x-secret')
  const secret: Difference = { ...freed, level: 'major', keyword: 'x-secret', message: say`something in it is no longer secret` }
  const exposed = !isTold && base.nodes.some(leadsToSecret) ? [secret] : []
  return [freed, ...exposed, ...meaning, ...tellNotes({ base, head, hidden })]
}
