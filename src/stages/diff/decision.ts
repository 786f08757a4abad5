import type { ShadowedEdit } from '../../core/change.ts'
import type { Effective, Origin, Origins } from '../../core/effective.ts'
import type { Layer } from '../../core/layer.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isMapping, own, sameValue, valueAt, type Value } from '../../core/value.ts'
import type { LeafEdit } from './leaf-edits.ts'
import { counterpart, type LayerPair } from './layers.ts'
import { whereOf } from './places.ts'

/** Why an edit has no effect, and who decides instead. */
export type Decision = Pick<ShadowedEdit, 'reason' | 'by'>

export interface BothEffective {
  readonly before: Effective
  readonly after: Effective
}

/** Finds out why an edit that changes nothing changes nothing. */
export function decide(edit: LeafEdit, pair: LayerPair, both: BothEffective): Decision {
  const standing = standingPart(both.after.value, edit.tokens)
  const there = standing.length === edit.tokens.length
  const taken = there ? undefined : takenBy(edit.tokens.slice(0, standing.length + 1), pair, both)
  if (taken !== undefined) return isAbove(taken.layer, pair, both) ? overridden(taken) : sameValueAs(taken)

  const origins = both.after.originsAt(standing)
  const { winner } = origins
  if (edit.kind !== 'removed') {
    if (!counts(origins, pair.after)) return overridden(winner)
    return sameValueAs(there ? equalBelow(origins, valueAt(both.after.value, standing)) : undefined)
  }
  const counted = counts(both.before.originsAt(standing), pair.before)
  if (!counted && winner !== undefined && isAbove(winner.layer, pair, both)) return overridden(winner)
  return sameValueAs(there ? winner : undefined)
}

const overridden = (by: Origin | undefined): Decision => decision('overridden', by)
const sameValueAs = (by: Origin | undefined): Decision => decision('same-value', by)

function decision(reason: Decision['reason'], by: Origin | undefined): Decision {
  return by === undefined ? { reason } : { reason, by: whereOf(by) }
}

/** The part of a pointer that leads somewhere. */
function standingPart(value: Value, tokens: Tokens): Tokens {
  let at: Value | undefined = value
  for (const [depth, token] of tokens.entries()) {
    at = isMapping(at) ? own(at, token) : undefined
    if (at === undefined) return tokens.slice(0, depth)
  }
  return tokens
}

/** The null of another layer that keeps what the edited one says, or said, from counting; as it stands in the head. */
function takenBy(missing: Tokens, pair: LayerPair, { before, after }: BothEffective): Origin | undefined {
  const now = after.originsAt(missing).removedBy
  if (now !== undefined) return now.layer === pair.after ? undefined : now
  const then = before.originsAt(missing).removedBy
  const still = then && counterpart(then.layer, after.layers)
  return still !== undefined && valueAt(still.value, missing) === null ? { layer: still, tokens: missing } : undefined
}

/** Whether a layer of the head takes precedence over the one that was edited, there or where it was before. */
function isAbove(layer: Layer, pair: LayerPair, { before, after }: BothEffective): boolean {
  if (pair.after !== undefined) return after.layers.indexOf(layer) > after.layers.indexOf(pair.after)
  const then = counterpart(layer, before.layers)
  if (then === undefined || pair.before === undefined) return rank(layer, after) > rank(pair.before, after)
  return before.layers.indexOf(then) > before.layers.indexOf(pair.before)
}

/** Precedence by environment, for layers that are not of one document. */
function rank(layer: Layer | undefined, { environment: { lineage } }: Effective): number {
  if (layer?.from === 'variables') return lineage.length + 1
  const of = layer?.environment ?? null
  return of === null ? 0 : lineage.length - lineage.indexOf(of)
}

function counts({ winner, contributors }: Origins, layer: Layer | undefined): boolean {
  return winner?.layer === layer || contributors.some((origin) => origin.layer === layer)
}

/** The next layer below that says the same. */
function equalBelow({ shadows }: Origins, value: Value | undefined): Origin | undefined {
  return shadows.find((origin) => {
    const said = valueAt(origin.layer.value, origin.tokens)
    return said !== undefined && value !== undefined && sameValue(said, value)
  })
}
