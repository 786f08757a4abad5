import { KIND } from '../../core/schema/allowed.ts'
import { applicatorsOf } from '../../core/schema/applicators.ts'
import type { SchemaNode } from '../../core/schema/schemas.ts'
import { unevaluatedOf, type Unevaluated } from './unevaluated.ts'
import { viewIn, viewOfAll, type View } from './view.ts'

/** Where a schema leads to below or beside the values at one place, on both sides. */
export interface Edge {
  readonly base: View
  readonly head: View
  /** The step in documents: a key, or `*` for any other key or item; absent where it is the same value. */
  readonly token?: string
  /** What it leads to, where that is not the same value. */
  readonly to?: Destination
  /** The schemas may not apply: what is said there of merging and of defaults does not count. */
  readonly may?: true
}

/** A key, or the others; an item, or the further ones; the keys of a mapping as texts. */
export type Destination =
  | { readonly is: 'key' | 'item' | 'items' | 'names' }
  | { readonly is: 'keys'; readonly patterns: readonly string[] }

/** Any key or item that has no place of its own. */
export const ANY_TOKEN = '*'

/** Most patterns for keys whose combinations are looked at one by one. */
const MOST_PATTERNS = 5

/** What is asked of what a key holds. */
export function viewAtKey(view: View, key: string): View {
  const { scope } = view
  if (scope === undefined) return view
  const others = unevaluatedOf(view).keys.filter((one) => !isEvaluated(one, key))
  return viewIn(scope.atKey(key).with(others.map(({ schema }) => schema)))
}

function isEvaluated({ names, patterns, schema }: Unevaluated, key: string): boolean {
  return names.has(key) || patterns.some((pattern) => schema.home.regexp.test(pattern, key) === true)
}

/** What is asked of an item. */
function viewAtItem(view: View, index: number): View {
  const { scope } = view
  if (scope === undefined) return view
  const others = unevaluatedOf(view).items.filter(({ from }) => index >= from)
  return viewIn(scope.atItem(index).with(others.map(({ schema }) => schema)))
}

/** All that mappings and lists hold which both sides accept: each key that is named, all others, and items. */
export function* entriesOf(base: View, head: View): Generator<Edge> {
  const kinds = base.kinds & head.kinds
  if ((kinds & KIND.mapping) !== 0) yield* keysOf(base, head)
  if ((kinds & KIND.list) === 0) return
  const prefix = Math.max(prefixOf(base), prefixOf(head))
  for (let index = 0; index <= prefix; index++) {
    const [token, is] = index === prefix ? [ANY_TOKEN, 'items'] as const : [String(index), 'item'] as const
    yield { base: viewAtItem(base, index), head: viewAtItem(head, index), token, to: { is } }
  }
}

function prefixOf(view: View): number {
  return unevaluatedOf(view).items.reduce((most, { from }) => Math.max(most, from), view.scope?.prefix ?? 0)
}

function* keysOf(base: View, head: View): Generator<Edge> {
  const names = new Set([...namesOf(base), ...namesOf(head)])
  for (const key of names) yield { base: viewAtKey(base, key), head: viewAtKey(head, key), token: key, to: { is: 'key' } }
  for (const patterns of combinationsOf(base, head) ?? []) {
    const to = { is: 'keys', patterns: [...patterns] } as const
    yield { base: viewAtOthers(base, patterns), head: viewAtOthers(head, patterns), token: ANY_TOKEN, to }
  }
  yield { base: viewOfKeys(base), head: viewOfKeys(head), to: { is: 'names' } }
}

function namesOf({ scope }: View): Iterable<string> {
  return scope?.names ?? []
}

/** What is asked of keys, which are strings. */
function viewOfKeys({ scope }: View): View {
  return viewIn(scope?.ofKeys(), KIND.string)
}

/** What is asked of what a key holds that nobody names and that matches just these patterns. */
function viewAtOthers(view: View, matched: ReadonlySet<string>): View {
  const below: SchemaNode[] = []
  for (const node of view.nodes) {
    const { patterns, additional } = applicatorsOf(node)
    const schemas = patterns.filter(([pattern]) => matched.has(pattern)).map(([, schema]) => schema)
    if (schemas.length > 0) below.push(...schemas)
    else if (additional !== undefined) below.push(additional)
  }
  for (const { patterns, schema } of unevaluatedOf(view).keys) {
    if (!patterns.some((pattern) => matched.has(pattern))) below.push(schema)
  }
  return viewOfAll(below)
}

function patternsOf(view: View): ReadonlySet<string> {
  const found = new Set<string>()
  for (const node of view.nodes) for (const [pattern] of applicatorsOf(node).patterns) found.add(pattern)
  return found
}

/**
 * The sets of patterns that a key may match, as far as they have to be looked at; `undefined` where there are too many
 * patterns to tell.
 */
export function combinationsOf(base: View, head: View): readonly ReadonlySet<string>[] | undefined {
  const all = [...new Set([...patternsOf(base), ...patternsOf(head)])]
  if (all.length <= MOST_PATTERNS) return subsets(all)
  return isPlain(base, head) ? [new Set<string>(), ...all.map((pattern) => new Set([pattern]))] : undefined
}

/** Whether each side has its patterns in one schema, the same ones: then each pattern can be looked at by itself. */
function isPlain(base: View, head: View): boolean {
  const [before, after] = [patternsOf(base), patternsOf(head)]
  const same = before.size === after.size && [...before].every((pattern) => after.has(pattern))
  return same && [base, head].every((view) => {
    const saying = view.nodes.map(applicatorsOf).filter(({ patterns, additional }) => patterns.length > 0 || additional)
    return saying.length === 1 && unevaluatedOf(view).keys.length === 0
  })
}

function subsets(all: readonly string[]): ReadonlySet<string>[] {
  const sets: ReadonlySet<string>[] = []
  for (let bits = 0; bits < 1 << all.length; bits++) sets.push(new Set(all.filter((_, i) => (bits & (1 << i)) !== 0)))
  return sets
}
