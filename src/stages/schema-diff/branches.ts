import { list, name, say, type Message } from '../../core/message.ts'
import { unionsOf, type SchemaNode, type Union } from '../../core/schema/schemas.ts'
import { nearestIn, type Asking, type Aspect, type Difference } from './difference.ts'
import type { Edge } from './entries.ts'
import { viewIn, type Branches, type View } from './view.ts'

/** Ways in which a value can have been accepted: one at least, or just one. */
interface Ways {
  readonly views: readonly View[]
  /** The same together with all else that was asked. */
  readonly within: readonly View[]
  readonly single: boolean
}

/** Whether one of the alternatives, or just one of them, is certain for all that a side accepts. */
function isGuaranteed(union: Branches, from: View, asking: Asking): boolean {
  if (accountsFor(union, { views: [from], within: [from], single: false }, asking)) return true
  return from.unions.some((given) => {
    const within = given.nodes.map((node) => viewIn(from.scope?.with([node]), from.mask))
    return accountsFor(union, { views: given.views, within, single: given.keyword === 'oneOf' }, asking)
  })
}

function accountsFor({ keyword, views }: Branches, ways: Ways, asking: Asking): boolean {
  return ways.views.every((way, i) => {
    if (ways.within[i]?.kinds === 0) return true
    return first(views, i, (view, j) => {
      if (!asking.within(way, view)) return false
      return keyword === 'anyOf' || views.every((other, k) => k === j || isExcluded(other, i, k, ways, asking))
    })
  })
}

/** Whether what was accepted in one way is not accepted by an alternative. */
function isExcluded(other: View, way: number, index: number, { views, within, single }: Ways, asking: Asking): boolean {
  if (asking.apart(within[way] as View, other)) return true
  // What that alternative takes would have been accepted in two ways before.
  return single && first(views, index, (view, i) => i !== way && asking.within(other, view))
}

/** Whether any does, the likeliest asked first. */
function first(views: readonly View[], likely: number, test: (view: View, index: number) => boolean): boolean {
  const guess = views[likely]
  return (guess !== undefined && test(guess, likely)) || views.some((view, i) => i !== likely && test(view, i))
}

function ungiven(to: View, from: View, asking: Asking): Branches[] {
  return to.unions.filter((union) => !isGuaranteed(union, from, asking))
}

/** `oneOf` and `anyOf`. What changes inside alternatives is told there. */
export const unions: Aspect = {
  asksMore: (to, from, asking) => ungiven(to, from, asking).length > 0,
  tell: ({ base, head }, asking) => {
    const [lost, gained] = [new Set(ungiven(head, base, asking)), new Set(ungiven(base, head, asking))]
    const differences: Difference[] = []
    const paired = pairUnions(base, head, asking)
    for (const [before, after] of paired) {
      differences.push(...tellPair(before, after, { lost: lost.has(after), gained: gained.has(before) }, asking))
      lost.delete(after)
      gained.delete(before)
    }
    for (const { node, keyword } of lost) differences.push({ level: 'major', keyword, message: NEW[keyword], head: { node, keyword } })
    for (const { node, keyword } of gained) differences.push({ level: 'minor', keyword, message: GONE[keyword], base: { node, keyword } })
    return differences
  },
}

const NEW = {
  oneOf: say`just one of several alternatives has to be met now`,
  anyOf: say`one of several alternatives has to be met now`,
} as const
const GONE = {
  oneOf: say`none of several alternatives has to be met any more`,
  anyOf: say`none of several alternatives has to be met any more`,
} as const

/** Unions that stand for one another: those that ask the same first, then those with the same keyword, in order. */
function pairUnions(base: View, head: View, asking: Asking): (readonly [before: Branches, after: Branches])[] {
  const pairs: (readonly [Branches, Branches])[] = []
  const [left, right] = [new Set(base.unions), new Set(head.unions)]
  for (const fits of [isEqual, () => true]) {
    for (const before of left) {
      const after = [...right].find((other) => other.keyword === before.keyword && fits(before, other, asking))
      if (after === undefined) continue
      left.delete(before)
      right.delete(after)
      pairs.push([before, after])
    }
  }
  return pairs
}

function isEqual(one: Branches, other: Branches, { within }: Asking): boolean {
  return one.views.length === other.views.length && one.views.every((view, i) => {
    const counterpart = other.views[i] as View
    return within(view, counterpart) && within(counterpart, view)
  })
}

interface Found {
  readonly lost: boolean
  readonly gained: boolean
}

function tellPair(before: Branches, after: Branches, { lost, gained }: Found, asking: Asking): Difference[] {
  const { pairs, removed, added } = pairBranches(before, after, asking)
  const { keyword } = after
  const differences: Difference[] = []
  for (const view of lost ? removed : []) {
    if (after.views.some((other) => asking.within(view, other))) continue
    const base = nearestIn(view) ?? { node: before.node, keyword }
    differences.push({ level: 'major', keyword, message: say`an alternative is gone${nameOf(view)}`, base })
  }
  for (const view of gained ? added : []) {
    if (before.views.some((other) => asking.within(view, other))) continue
    const head = nearestIn(view) ?? { node: after.node, keyword }
    differences.push({ level: 'minor', keyword, message: say`an alternative is new${nameOf(view)}`, head })
  }
  const places = { base: { node: before.node, keyword }, head: { node: after.node, keyword } }
  const isTold = (level: Difference['level']) => differences.some((one) => one.level === level)
  if (lost && !isTold('major') && pairs.every(([base, head]) => asking.within(base, head))) {
    differences.push({ level: 'major', keyword, message: say`a value may meet more than one of the alternatives now`, ...places })
  } else if (gained && !isTold('minor') && pairs.every(([base, head]) => asking.within(head, base))) {
    differences.push({ level: 'minor', keyword, message: say`the alternatives exclude one another less`, ...places })
  }
  return differences
}

function nameOf({ nodes }: View): Message {
  const titles = nodes.map((node) => node.keyword('title')).filter((title) => typeof title === 'string')
  return titles[0] === undefined ? say`` : say`: ${list([name(titles[0])])}`
}

interface Paired {
  readonly pairs: readonly (readonly [base: View, head: View])[]
  readonly removed: readonly View[]
  readonly added: readonly View[]
}

/** Which alternative became which: those that accept the same, then by tag, by reference, and where they stand. */
function pairBranches(before: Branches, after: Branches, { within }: Asking): Paired {
  const pairs: (readonly [View, View])[] = []
  const [left, right] = [new Set(before.views.keys()), new Set(after.views.keys())]
  const take = (fits: (i: number, j: number) => boolean): void => {
    for (const i of left) {
      const j = right.has(i) && fits(i, i) ? i : [...right].find((other) => fits(i, other))
      if (j === undefined) continue
      left.delete(i)
      right.delete(j)
      pairs.push([before.views[i] as View, after.views[j] as View])
    }
  }
  const [tags, newTags] = [tagsOf(before), tagsOf(after)]
  const [names, newNames] = [before.nodes.map(referenceOf), after.nodes.map(referenceOf)]
  take((i, j) => tags[i] !== undefined && tags[i] === newTags[j])
  const isNarrower = (i: number, j: number) => within(before.views[i] as View, after.views[j] as View)
  const isWider = (i: number, j: number) => within(after.views[j] as View, before.views[i] as View)
  take((i, j) => isNarrower(i, j) && isWider(i, j))
  take((i, j) => names[i] !== undefined && names[i] === newNames[j])
  take((i, j) => isNarrower(i, j) || isWider(i, j))
  take((i, j) => i === j)
  const removed = [...left].map((i) => before.views[i] as View)
  return { pairs, removed, added: [...right].map((j) => after.views[j] as View) }
}

/** The first tag of each branch, where tags tell branches apart. */
function tagsOf(union: Branches): readonly unknown[] {
  const byTag = discriminated(union)?.byTag ?? []
  return union.nodes.map((branch) => [...byTag].find(([, one]) => one === branch)?.[0])
}

function discriminated({ node, keyword }: Branches): Union | undefined {
  return unionsOf(node).find((union) => union.keyword === keyword)
}

function referenceOf(node: SchemaNode): unknown {
  return node.keyword('$ref')
}

/** The alternatives that stand for one another, on both sides. */
export function* branchEdges(base: View, head: View, asking: Asking): Generator<Edge> {
  for (const [before, after] of pairUnions(base, head, asking)) {
    const certain = [before, after].every((union) => discriminated(union) !== undefined)
    for (const [one, other] of pairBranches(before, after, asking).pairs) {
      yield { base: one, head: other, ...(certain ? {} : { may: true }) }
    }
  }
}
