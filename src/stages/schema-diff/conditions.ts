import { KIND } from '../../core/schema/allowed.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import type { SchemaNode } from '../../core/schema/schemas.ts'
import { name, say } from '../../core/message.ts'
import type { Asking, Aspect, Difference } from './difference.ts'
import { ANY_TOKEN, viewAtKey, type Edge } from './entries.ts'
import { viewIn, viewOf, type Dependent, type View } from './view.ts'

interface Clause {
  readonly node: SchemaNode
  readonly when: View
  readonly then: View
  readonly otherwise: View
}

function clausesOf(view: View): Clause[] {
  return view.nodes.flatMap((node) => {
    const [when, then, otherwise] = ['if', 'then', 'else'].map((keyword) => heldBy(node, keyword)[0]?.[1])
    if (when === undefined || (then === undefined && otherwise === undefined)) return []
    const [yes, no] = [then, otherwise].map((schema) => schema && viewOf(schema, view.mask))
    const free = viewIn(undefined, view.mask)
    return [{ node, when: viewOf(when, view.mask), then: yes ?? free, otherwise: no ?? free }]
  })
}

function isSame(one: View, other: View, { within }: Asking): boolean {
  return within(one, other) && within(other, one)
}

function newClauses(to: View, from: View, asking: Asking): Clause[] {
  const given = clausesOf(from)
  return clausesOf(to).filter(({ when, then, otherwise }) => {
    if (asking.within(from, then) && asking.within(from, otherwise)) return false
    return !given.some((one) => {
      return isSame(one.when, when, asking) && asking.within(one.then, then) && asking.within(one.otherwise, otherwise)
    })
  })
}

/** The clauses that are under one condition on both sides. */
function clausePairs(base: View, head: View, asking: Asking): (readonly [Clause, Clause])[] {
  const after = new Set(clausesOf(head))
  return clausesOf(base).flatMap((clause) => {
    const other = [...after].find(({ when }) => isSame(clause.when, when, asking))
    if (other === undefined) return []
    after.delete(other)
    return [[clause, other] as const]
  })
}

/** `if`, `then`, `else`. A condition that changes is not looked into: it counts as another one. */
export const clauses: Aspect = {
  asksMore: (to, from, asking) => newClauses(to, from, asking).length > 0,
  tell: ({ base, head }, asking) => {
    const pairs = clausePairs(base, head, asking)
    const toldInside = new Set(pairs.flat())
    const side = (level: Difference['level'], clause: Clause): Difference => {
      const spot = { node: clause.node, keyword: 'if' }
      const known = level === 'major' ? 'head' : 'base'
      return { level, keyword: 'if', message: level === 'major' ? NEW_CLAUSE : OLD_CLAUSE, [known]: spot }
    }
    return [
      ...newClauses(head, base, asking).filter((clause) => isUntold(clause, toldInside)).map((clause) => side('major', clause)),
      ...newClauses(base, head, asking).filter((clause) => isUntold(clause, toldInside)).map((clause) => side('minor', clause)),
    ]
  },
}

/** Clauses are made anew at each question: what tells them is where they stand. */
function isUntold({ node }: Clause, told: ReadonlySet<Clause>): boolean {
  return ![...told].some((one) => one.node === node)
}

const NEW_CLAUSE = say`a condition is new or another one: documents that meet it have to meet what follows from it`
const OLD_CLAUSE = say`a condition is gone or another one`

function newNegations(to: View, from: View, asking: Asking): readonly SchemaNode[] {
  return to.negated.filter(({ view }) => {
    return !asking.apart(from, view) && !from.negated.some((given) => asking.within(view, given.view))
  }).map(({ node }) => node)
}

/** `not`. */
export const negations: Aspect = {
  asksMore: (to, from, asking) => newNegations(to, from, asking).length > 0,
  tell: ({ base, head }, asking) => [
    ...newNegations(head, base, asking).map((node): Difference => {
      return { level: 'major', keyword: 'not', message: say`what "not" excludes is new or another thing`, head: { node, keyword: 'not' } }
    }),
    ...newNegations(base, head, asking).map((node): Difference => {
      return { level: 'minor', keyword: 'not', message: say`less is excluded by "not"`, base: { node, keyword: 'not' } }
    }),
  ],
}

function newDependents(to: View, from: View, asking: Asking): readonly Dependent[] {
  if ((from.kinds & KIND.mapping) === 0) return []
  return to.dependents.filter(({ key, view }) => {
    if (viewAtKey(from, key).kinds === 0 || asking.within(from, view)) return false
    return !from.dependents.some((given) => given.key === key && asking.within(given.view, view))
  })
}

function dependentPairs(base: View, head: View): (readonly [Dependent, Dependent])[] {
  return base.dependents.flatMap((one) => {
    const other = head.dependents.find(({ key }) => key === one.key)
    return other === undefined ? [] : [[one, other] as const]
  })
}

/** `dependentSchemas`: what a key brings along. */
export const dependents: Aspect = {
  asksMore: (to, from, asking) => newDependents(to, from, asking).length > 0,
  tell: ({ base, head }, asking) => {
    const pairs = dependentPairs(base, head)
    const told = new Set(pairs.flat())
    const keyword = 'dependentSchemas'
    return [
      ...newDependents(head, base, asking).filter((one) => !told.has(one)).map(({ key, node }): Difference => {
        return { level: 'major', keyword, message: say`more is asked for now where there is ${name(key)}`, head: { node } }
      }),
      ...newDependents(base, head, asking).filter((one) => !told.has(one)).map(({ key, node }): Difference => {
        return { level: 'minor', keyword, message: say`less is asked for where there is ${name(key)}`, base: { node } }
      }),
    ]
  },
}

interface Contained {
  readonly node: SchemaNode
  readonly view: View
  readonly least: number
  readonly most: number | undefined
}

function containedIn(view: View): Contained[] {
  return view.contained.map(({ node, view: wanted }) => {
    const count = (keyword: string) => {
      const said = node.dialect === 'draft-07' ? undefined : node.keyword(keyword)
      return typeof said === 'number' && Number.isInteger(said) && said >= 0 ? said : undefined
    }
    return { node, view: wanted, least: count('minContains') ?? 1, most: count('maxContains') }
  })
}

function newContained(to: View, from: View, { within }: Asking): Contained[] {
  if ((from.kinds & KIND.list) === 0) return []
  const given = containedIn(from)
  return containedIn(to).filter(({ view, least, most }) => {
    const enough = least === 0 || given.some((one) => one.least >= least && within(one.view, view))
    const isFewer = (one: Contained) => one.most !== undefined && one.most <= (most ?? 0) && within(view, one.view)
    const few = most === undefined || given.some(isFewer)
    return !enough || !few
  })
}

/** `contains` with its counts. */
export const contents: Aspect = {
  asksMore: (to, from, asking) => newContained(to, from, asking).length > 0,
  tell: ({ base, head }, asking) => {
    const [more, less] = [newContained(head, base, asking), newContained(base, head, asking)]
    const [one, other] = [more[0] ?? containedIn(head)[0], less[0] ?? containedIn(base)[0]]
    if (more.length === 0 && less.length === 0) return []
    const message = more.length === 0 ? say`less is asked for of what the list contains` : say`something else is asked for of what the list contains`
    return [{
      level: more.length === 0 ? 'minor' : 'major',
      keyword: 'contains',
      message,
      ...(other === undefined ? {} : { base: { node: other.node, keyword: 'contains' } }),
      ...(one === undefined ? {} : { head: { node: one.node, keyword: 'contains' } }),
    }]
  },
}

/** What stands for one another under conditions, on both sides. */
export function* conditionEdges(base: View, head: View, asking: Asking): Generator<Edge> {
  for (const [before, after] of clausePairs(base, head, asking)) {
    yield { base: before.when, head: after.when, may: true }
    yield { base: before.then, head: after.then, may: true }
    yield { base: before.otherwise, head: after.otherwise, may: true }
  }
  for (const [before, after] of dependentPairs(base, head)) yield { base: before.view, head: after.view, may: true }
  const [old, now] = [base.contained, head.contained]
  for (const [i, { view }] of old.entries()) {
    const other = now[i]
    const isEqual = other !== undefined && isSame(view, other.view, asking)
    if (isEqual) yield { base: view, head: other.view, token: ANY_TOKEN, may: true }
  }
}
