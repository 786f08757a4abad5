import type { Change } from '../../core/change.ts'
import { documentKey } from '../../core/document.ts'
import type { Linked } from '../../core/effective.ts'
import { Sealed } from '../../core/opaque.ts'
import { holdsSecret, type Strategy } from '../../core/strategy.ts'
import { differences, type Difference } from './differences.ts'
import { sidesOf, type Sides } from './sides.ts'

/**
 * What changes in one document of one environment, with where each value comes from on both sides; `undefined` is a
 * document that is not there. Origins are asked for only where something changed.
 *
 * @param strategy the schema's: lists with a key are compared by it, and what is under `x-secret` is marked.
 */
export function diffLinked(before: Linked | undefined, after: Linked | undefined, strategy?: Strategy): Change[] {
  const some = after ?? before
  if (some === undefined) return []
  const known = { document: documentKey(some.effective.document), environments: [some.effective.environment.name] }
  if (before === undefined || after === undefined) return [wholeChange(some, after !== undefined, strategy, known)]
  const sides = { before: sidesOf(before), after: sidesOf(after) }
  return differences(before.value, after.value, strategy).map((found) => changeOf(found, sides, known))
}

type Known = Pick<Change, 'document' | 'environments'>
interface BothSides {
  readonly before: Sides
  readonly after: Sides
}

function wholeChange(linked: Linked, isAdded: boolean, strategy: Strategy | undefined, known: Known): Change {
  const side = sidesOf(linked).side([], linked.value)
  return {
    ...known,
    tokens: [],
    kind: isAdded ? 'added' : 'removed',
    whole: true,
    ...(holdsSecret(linked.value, strategy) ? { secret: true } : {}),
    ...(isAdded ? { after: side } : { before: side }),
  }
}

function changeOf(found: Difference, sides: BothSides, known: Known): Change {
  const { kind, tokens, beforeTokens, inside } = found
  const moved = tokens.some((token, i) => token !== beforeTokens[i])
  const removedBy = inside === 'list' || kind === 'changed' ? undefined : absence(found, sides)
  return {
    ...known,
    tokens,
    ...(moved ? { beforeTokens } : {}),
    kind,
    ...(isResealed(found) ? { resealed: true } : {}),
    ...(found.secret ? { secret: true } : {}),
    ...(found.before === undefined ? {} : { before: sides.before.side(beforeTokens, found.before) }),
    ...(found.after === undefined ? {} : { after: sides.after.side(tokens, found.after) }),
    ...(removedBy === undefined ? {} : { removedBy }),
  }
}

/** Ciphertext says by its length alone that a value is another one. */
function isResealed({ before, after }: Difference): boolean {
  return before instanceof Sealed && after instanceof Sealed && !before.certainlyDiffers(after)
}

function absence({ kind, tokens, beforeTokens }: Difference, sides: BothSides) {
  return kind === 'removed' ? sides.after.removedBy(tokens) : sides.before.removedBy(beforeTokens)
}
