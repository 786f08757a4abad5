import { KIND } from '../../core/schema/allowed.ts'
import { decide } from '../../core/schema/decide.ts'
import { documentReference, mergeRule, separator, type DocumentReference } from '../../core/schema/extensions.ts'
import { narrowed } from '../../core/schema/narrow.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import type { ChangeLevel } from '../../core/schema-change.ts'
import type { MergeRule } from '../../core/strategy.ts'
import { sameValue, type Value } from '../../core/value.ts'
import { spots, type Difference, type Sides } from './difference.ts'
import type { Spot, View } from './view.ts'
import { valueWords } from './words.ts'

/** What one side says with a keyword that can count once only. */
interface Decided {
  readonly value: Value
  readonly spot: Spot
}

function decided(view: View, keyword: string): Decided | undefined {
  const scope = keyword === 'x-split' ? view.scope && narrowed(view.scope, KIND.list) : view.scope
  const decision = scope === undefined ? undefined : decide(scope, keyword)
  return decision === undefined ? undefined : { value: decision.value, spot: { node: decision.node, keyword } }
}

type Side = Decided | undefined
type Told = readonly [ChangeLevel, Message]
type Tell = (before: Side, after: Side, sides: Sides) => Told | undefined

const TELLING: readonly (readonly [keyword: string, tell: Tell])[] = [
  ['default', tellDefault],
  ['x-merge', tellMerge],
  ['x-ref', tellReference],
  ['x-split', tellSplit],
  ['x-unit', tellUnit],
  ['x-reload', tellReload],
]

/** Where schemas may not apply, what they say of defaults and of merging does not count. */
const UNCERTAIN = new Set(['default', 'x-merge', 'x-split'])

/**
 * What decides about the meaning of values rather than whether they are accepted: defaults, and the keywords that Cairn
 * adds to JSON Schema.
 */
export function tellMeaning(sides: Sides & { readonly counts: boolean }): readonly Difference[] {
  const differences = [...tellSecrecy(sides)]
  for (const [keyword, tell] of TELLING) {
    if (!sides.counts && UNCERTAIN.has(keyword)) continue
    const [before, after] = [decided(sides.base, keyword), decided(sides.head, keyword)]
    if (before !== undefined && after !== undefined && sameValue(before.value, after.value)) continue
    const told = before === undefined && after === undefined ? undefined : tell(before, after, sides)
    if (told === undefined) continue
    const [level, message] = told
    differences.push({ level, keyword, message, ...spots(before?.spot, after?.spot) })
  }
  return differences
}

/** What counts for a key that was not allowed before: a default adds it to documents that there are. */
export function tellNewDefault(head: View, hidden: boolean): readonly Difference[] {
  const after = decided(head, 'default')
  if (after === undefined) return []
  return [{ level: 'minor', keyword: 'default', message: addedDefault(after.value, hidden), head: after.spot }]
}

function addedDefault(value: Value, hidden: boolean): Message {
  return say`the default is ${valueWords(value, hidden)} now; there was none, so documents that leave it out gain it`
}

function tellDefault(before: Side, after: Side, { hidden }: Sides): Told {
  if (after === undefined) {
    return ['major', say`the default of ${valueWords(before?.value ?? null, hidden)} is gone: documents that leave it out lack it now`]
  }
  if (before === undefined) return ['minor', addedDefault(after.value, hidden)]
  return ['minor', say`the default changes from ${valueWords(before.value, hidden)} to ${valueWords(after.value, hidden)}`]
}

function tellMerge(before: Side, after: Side, { base, head }: Sides): Told | undefined {
  const [old, now] = [effectiveRule(before?.value, base), effectiveRule(after?.value, head)]
  if (sameValue(old, now)) return undefined
  return ['major', say`layers are put together in another way: ${ruleWords(old)} before, ${ruleWords(now)} now`]
}

/** `replace` says something of mappings only: lists replace one another anyhow. */
function effectiveRule(value: Value | undefined, { kinds }: View): MergeRule | null {
  const rule = mergeRule(value) ?? null
  return rule === 'replace' && (kinds & KIND.mapping) === 0 ? null : rule
}

function ruleWords(rule: MergeRule | null): Message {
  if (rule === null) return say`as without x-merge`
  return typeof rule === 'string' ? say`${name(rule)}` : say`by the key ${name(rule.key)}`
}

function tellReference(before: Side, after: Side): Told | undefined {
  const [old, now] = [documentReference(before?.value), documentReference(after?.value)]
  if (now === undefined) return old === undefined ? undefined : ['minor', say`it no longer has to name a document of ${kindsOf(old)}`]
  if (old === undefined) return ['major', say`it has to name a document of ${kindsOf(now)} now`]
  const keepsKinds = old.kinds.every((kind) => now.kinds.includes(kind))
  const isWider = keepsKinds && old.by === now.by && (old.acyclic || !now.acyclic)
  if (isWider && old.acyclic === now.acyclic && old.kinds.length === now.kinds.length) return undefined
  if (isWider) return ['minor', say`less is asked of the document that it names: of ${kindsOf(now)}`]
  if (old.by !== now.by) return ['major', say`it names a document by its ${name(now.by)} now, and no longer by its ${name(old.by)}`]
  if (old.acyclic !== now.acyclic) return ['major', say`such references may form no cycle now`]
  return ['major', say`it has to name a document of ${kindsOf(now)} now, and before of ${kindsOf(old)}`]
}

function kindsOf({ kinds }: DocumentReference): Message {
  return list(kinds.map(name), 'or')
}

/** A text where only lists were allowed was refused before there was a separator. */
function tellSplit(before: Side, after: Side, { base }: Sides): Told {
  if (after === undefined) return ['major', say`texts of INI, dotenv and variables are no longer split into items`]
  const now = say`texts of INI, dotenv and variables are split at "${name(separator(after.value) ?? '')}" now`
  if (before === undefined) return [(base.kinds & KIND.string) === 0 ? 'minor' : 'major', now]
  return ['major', say`${now}, and no longer at "${name(separator(before.value) ?? '')}"`]
}

function tellUnit(before: Side, after: Side): Told {
  if (after === undefined) return ['patch', say`the unit is no longer given`]
  if (before === undefined) return ['patch', say`the unit is given: ${unitName(after.value)}`]
  return ['major', say`the unit changes from ${unitName(before.value)} to ${unitName(after.value)}, so the same number means something else`]
}

function unitName(value: Value): Message {
  return typeof value === 'string' ? say`${name(value)}` : say`another one`
}

function tellReload(before: Side, after: Side): Told {
  const words = ({ value }: Decided): Message => (value === 'hot' ? say`taken over while it runs` : say`a restart`)
  if (after === undefined) return ['minor', say`it is no longer said what a consumer does about a new value`]
  return ['minor', before === undefined ? say`what a consumer does about a new value: ${words(after)}` : say`what a consumer does about a new value changes from ${words(before)} to ${words(after)}`]
}

function tellSecrecy({ base, head }: Sides): readonly Difference[] {
  const [before, after] = [base, head].map(({ nodes }) => nodes.find((node) => node.keyword('x-secret') === true))
  if ((before === undefined) === (after === undefined)) return []
  const keyword = 'x-secret'
  const message =
    after === undefined
      ? say`it is no longer secret: its values are shown in messages, differences and explanations`
      : say`it is secret now: a plain value over an encrypted one becomes an error, and values are no longer shown`
  const places = spots(before && { node: before, keyword }, after && { node: after, keyword })
  return [{ level: 'major', keyword, message, ...places }]
}
