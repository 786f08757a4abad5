import { documentKey } from '../../core/document.ts'
import { referencesAt, targetText, type Effective, type Linked, type Origin, type Origins, type Reference, type ReferenceTarget } from '../../core/effective.ts'
import type { ExplainedLeaf, Explanation, Hop, Saying } from '../../core/explanation.ts'
import { placeIn } from '../../core/layer.ts'
import { locate, type Place } from '../../core/place.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { isList, isMapping, valueAt, type Value } from '../../core/value.ts'

/** What explaining asks of the rest of the repository. */
export interface ExplainWorld {
  /** Another document in the same environment. */
  readonly lookup: (document: string) => Effective | undefined
  /** Where a label or variable of the environment is set. */
  readonly placeOf: (field: 'labels' | 'variables', tokens: Tokens) => Place | undefined
}

/**
 * Says where the value at a pointer comes from and what it shadows, for a whole document with the empty pointer. The
 * answer is the merge's own (a replay with a recorder), so it cannot disagree with what was merged.
 */
export function explain(linked: Linked, tokens: Tokens, world: ExplainWorld): Explanation {
  const { effective } = linked
  const value = valueAt(linked.value, tokens)
  const through = referencesAt(linked.references, tokens)
  const origins = effective.originsAt(through[0]?.tokens ?? tokens)
  return {
    environment: effective.environment.name,
    document: documentKey(effective.document),
    pointer: pointer(tokens),
    value,
    said: sayings(origins),
    via: through.map((reference) => hop(reference, tokens.slice(reference.tokens.length), world)),
    leaves: value === undefined || !isCollection(value) ? [] : leaves(linked, tokens, value, world),
  }
}

function sayings(origins: Origins): Saying[] {
  const said: Saying[] = []
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
  const place = targetPlace(reference.target, rest, world)
  return {
    pointer: pointer(reference.tokens),
    target: targetText(reference.target),
    location: locate(reference.place),
    ...(place === undefined ? {} : { targetLocation: locate(place) }),
  }
}

function targetPlace(target: ReferenceTarget, rest: Tokens, world: ExplainWorld): Place | undefined {
  if (target.of === 'variable') return world.placeOf('variables', [target.variable, ...rest])
  if (target.of === 'environment') {
    const [field, ...tokens] = target.tokens
    return field === 'labels' || field === 'variables' ? world.placeOf(field, [...tokens, ...rest]) : undefined
  }
  const winner = world.lookup(target.document)?.originsAt([...target.tokens, ...rest]).winner
  return winner && placeIn(winner.layer, winner.tokens, 'value')
}

const isCollection = (value: Value): boolean =>
  (isMapping(value) && Object.keys(value).length > 0) || (isList(value) && value.length > 0)

function leaves(linked: Linked, at: Tokens, value: Value, world: ExplainWorld): ExplainedLeaf[] {
  if (!isCollection(value)) return [leaf(linked, at, value, world)]
  const children = isList(value) ? value.map((item, i) => [String(i), item] as const) : Object.entries(value as object)
  return children.flatMap(([key, child]) => leaves(linked, [...at, key], child as Value, world))
}

function leaf(linked: Linked, at: Tokens, value: Value, world: ExplainWorld): ExplainedLeaf {
  const through = referencesAt(linked.references, at)
  const { winner } = linked.effective.originsAt(through[0]?.tokens ?? at)
  return {
    pointer: pointer(at),
    value,
    environment: winner?.layer.environment ?? null,
    ...(winner === undefined ? {} : { location: locate(placeIn(winner.layer, winner.tokens, 'value')) }),
    via: through.map((reference) => hop(reference, at.slice(reference.tokens.length), world)),
  }
}
