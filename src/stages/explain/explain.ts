import { documentKey } from '../../core/document.ts'
import { referencesAt, targetText, type Effective, type Linked, type Origin, type Reference, type ReferenceTarget } from '../../core/effective.ts'
import type { ExplainedLeaf, Explanation, Hop, Saying } from '../../core/explanation.ts'
import { placeIn } from '../../core/layer.ts'
import { locate, type Place } from '../../core/place.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { isSecretAt, placeOfSchema, type SchemaNode } from '../../core/schema/schemas.ts'
import { holdsSecret, strategyAt, type Strategy } from '../../core/strategy.ts'
import { isList, isMapping, valueAt, type Value } from '../../core/value.ts'
import { constraintsAt } from './constraints.ts'

/** What explaining asks of the rest of the repository. */
export interface ExplainWorld {
  /** Where what a reference leads to is set; `below` leads on from its target. */
  readonly targetPlace: (target: ReferenceTarget, below: Tokens) => Place | undefined
  /** Whether that is under `x-secret` where it is set. */
  readonly targetIsSecret: (target: ReferenceTarget, below: Tokens) => boolean
  /** The schema of the document. */
  readonly root?: SchemaNode
  readonly strategy?: Strategy | undefined
}

/**
 * Says where the value at a pointer comes from, what it shadows and what its schema asks of it, for a whole document
 * with the empty pointer. The answer is the merge's own (a replay with a recorder), so it cannot disagree with what was
 * merged.
 */
export function explain(linked: Linked, tokens: Tokens, world: ExplainWorld): Explanation {
  const { effective } = linked
  const value = valueAt(linked.value, tokens)
  const through = referencesAt(linked.references, tokens)
  return {
    environment: effective.environment.name,
    document: documentKey(effective.document),
    pointer: pointer(tokens),
    value,
    ...(isSecret(linked, tokens, world) ? { secret: true } : {}),
    said: sayings(effective, through[0]?.tokens ?? tokens),
    constraints: world.root === undefined ? [] : constraintsAt(world.root, tokens, linked.value),
    via: through.map((reference) => hop(reference, tokens.slice(reference.tokens.length), world)),
    leaves: value === undefined || !isCollection(value) ? [] : leaves(linked, tokens, value, world),
  }
}

/** Whether a value, or one in it, is under `x-secret`, or came by reference from where it is. */
function isSecret(linked: Linked, tokens: Tokens, { root, strategy, targetIsSecret }: ExplainWorld): boolean {
  if (root !== undefined && isSecretAt(root, tokens)) return true
  if (holdsSecret(valueAt(linked.value, tokens), strategyAt(strategy, tokens, linked.value))) return true
  return referencesAt(linked.references, tokens).some((reference) => {
    return targetIsSecret(reference.target, tokens.slice(reference.tokens.length))
  })
}

function sayings(effective: Effective, tokens: Tokens): Saying[] {
  const origins = effective.originsAt(tokens)
  const said: Saying[] = []
  const filled = effective.filledBy?.(tokens)
  if (filled !== undefined) {
    const location = locate(placeOfSchema(filled, 'default'))
    said.push({ effect: 'default', environment: null, location, value: valueAt(effective.value, tokens) })
  }
  if (origins.removedBy !== undefined) said.push(saying(origins.removedBy, 'removes'))
  const winner = origins.winner === undefined ? [] : [origins.winner]
  const above = origins.contributors.length > 0 ? origins.contributors : winner
  for (const origin of above) said.push(saying(origin, above.length > 1 ? 'contributes' : 'sets'))
  for (const origin of origins.shadows) said.push(saying(origin, 'shadowed'))
  return said
}

function saying(origin: Origin, effect: Saying['effect']): Saying {
  return {
    effect,
    environment: origin.layer.environment,
    location: locate(placeIn(origin.layer, origin.tokens, 'value')),
    value: valueAt(origin.layer.value, origin.tokens),
  }
}

function hop(reference: Reference, rest: Tokens, world: ExplainWorld): Hop {
  const place = world.targetPlace(reference.target, rest)
  return {
    pointer: pointer(reference.tokens),
    target: targetText(reference.target),
    location: locate(reference.place),
    ...(place === undefined ? {} : { targetLocation: locate(place) }),
  }
}

const isCollection = (value: Value): boolean =>
  (isMapping(value) && Object.keys(value).length > 0) || (isList(value) && value.length > 0)

function leaves(linked: Linked, at: Tokens, value: Value, world: ExplainWorld): ExplainedLeaf[] {
  if (!isCollection(value)) return [leaf(linked, at, value, world)]
  const children = isList(value) ? value.map((item, i) => [String(i), item] as const) : Object.entries(value as object)
  return children.flatMap(([key, child]) => leaves(linked, [...at, key], child as Value, world))
}

function leaf(linked: Linked, at: Tokens, value: Value, world: ExplainWorld): ExplainedLeaf {
  const { effective, references } = linked
  const through = referencesAt(references, at)
  const tokens = through[0]?.tokens ?? at
  const filled = effective.filledBy?.(tokens)
  const { winner } = effective.originsAt(tokens)
  const place = filled === undefined ? winner && placeIn(winner.layer, winner.tokens, 'value') : placeOfSchema(filled, 'default')
  return {
    pointer: pointer(at),
    value,
    ...(isSecret(linked, at, world) ? { secret: true } : {}),
    environment: filled === undefined ? winner?.layer.environment ?? null : null,
    ...(place === undefined ? {} : { location: locate(place) }),
    ...(filled === undefined ? {} : { byDefault: true }),
    via: through.map((reference) => hop(reference, at.slice(reference.tokens.length), world)),
  }
}
