import type { Environment } from '../../core/environment.ts'
import { say, shown, type Message } from '../../core/message.ts'
import { inBase, type Location } from '../../core/place.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { isMapping, own, sameValue, valueAt, type Mapping, type Value } from '../../core/value.ts'
import type { DangerInput, FindDangers } from './input.ts'
import { isConcrete, nearestOf, placeInDefinition } from './environment-places.ts'
import type { Danger } from './found.ts'

/** Environments whose labels change: rules that choose environments by them choose others. */
export const relabelled: FindDangers<'danger/relabelled'> = (input) => {
  const { base, head } = input
  const dangers = new Map<string, Danger & { readonly environments: string[] }>()
  for (const after of head.environments.values()) {
    const before = base.environments.get(after.name)
    if (before === undefined || !isConcrete(after.name, base.environments, head.environments)) continue
    for (const label of changedLabels(before.labels, after.labels)) {
      const message = messageOf(label)
      const location = placeOf(label.tokens, { before, after }, input)
      const key = JSON.stringify([message, location])
      const known = dangers.get(key)
      if (known === undefined) dangers.set(key, { rule: 'danger/relabelled', message, location, environments: [after.name] })
      else known.environments.push(after.name)
    }
  }
  return [...dangers.values()]
}

interface Label {
  readonly tokens: Tokens
  readonly before: Value | undefined
  readonly after: Value | undefined
}

function* changedLabels(before: Mapping, after: Mapping, above: Tokens = []): Generator<Label> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [own(before, key), own(after, key)]
    const tokens = [...above, key]
    if (isMapping(was) && isMapping(is)) yield* changedLabels(was, is, tokens)
    else if (was === undefined || is === undefined || !sameValue(was, is)) yield { tokens, before: was, after: is }
  }
}

/** In the head where a label is set; where the base sets it, for one that is gone. */
function placeOf(
  tokens: Tokens,
  { before, after }: { readonly before: Environment; readonly after: Environment },
  { base, head }: DangerInput,
): Location {
  const says = ({ definition }: Environment): boolean => valueAt(definition.labels, tokens) !== undefined
  const path = ['labels', ...tokens]
  const now = nearestOf(after, head.environments, says)
  const was = now === undefined ? nearestOf(before, base.environments, says) : undefined
  return was === undefined ? placeInDefinition(now ?? after, path) : inBase(placeInDefinition(was, path))
}

function messageOf({ tokens, before, after }: Label): Message {
  const label = say`the label ${pointer(tokens)}`
  if (before === undefined) return say`${label} is new${told(after, say`: `)}`
  if (after === undefined) return say`${label} is gone${told(before, say`; it was `)}`
  const [was, is] = [shown(before), shown(after)]
  return was === undefined || is === undefined ? say`${label} changes` : say`${label} changes from ${was} to ${is}`
}

function told(value: Value | undefined, begin: Message): Message {
  const seen = value === undefined ? undefined : shown(value)
  return seen === undefined ? say`` : say`${begin}${seen}`
}
