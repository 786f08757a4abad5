import { name, say, type Message } from '../../core/message.ts'
import { Opaque } from '../../core/opaque.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { isList, isMapping, sameValue, valueAt, type Value } from '../../core/value.ts'
import type { Subject } from './subject.ts'
import { saidBySchema, whatIs } from './words.ts'

/**
 * What a mapping or list has otherwise than the one that is asked for, or lacks, or has too much: the first such thing.
 * `undefined` for other values, and where some of it may be a secret: where the rest agrees would tell of that.
 */
export function differenceWords(wanted: Value, subject: Subject, tokens: Tokens): Message | undefined {
  const given = subject.valueAt(tokens)
  if (given === undefined || !areAlike(wanted, given) || mayHide(wanted, subject, tokens)) return undefined
  const below = firstDifference(wanted, given)
  const [key] = below ?? []
  if (below === undefined || key === undefined) return undefined
  const where = below.length === 1 && isMapping(given) ? say`${name(key)}` : say`${pointer(below)}`
  const expected = valueAt(wanted, below)
  if (expected === undefined) return say`expected ${saidBySchema(wanted)}, which has no ${where}`
  const found = whatIs(subject, [...tokens, ...below])
  return say`expected ${saidBySchema(wanted)}, and found ${found} instead of ${saidBySchema(expected)} at ${where}`
}

function areAlike(wanted: Value, given: Value): boolean {
  return (isMapping(wanted) && isMapping(given)) || (isList(wanted) && isList(given))
}

function mayHide(wanted: Value, subject: Subject, tokens: Tokens): boolean {
  if (subject.isHidden(tokens)) return true
  if (!isMapping(wanted) && !isList(wanted)) return false
  return Object.keys(wanted).some((token) => mayHide(valueAt(wanted, [token]) ?? null, subject, [...tokens, token]))
}

/** The way to the first difference, none for the values as such; `undefined` where there is none that can be known. */
function firstDifference(wanted: Value, given: Value | undefined): Tokens | undefined {
  if (given === undefined) return []
  if (given instanceof Opaque) return undefined
  if (!areAlike(wanted, given)) return sameValue(wanted, given) ? undefined : []
  for (const token of new Set([...Object.keys(wanted as object), ...Object.keys(given as object)])) {
    const expected = valueAt(wanted, [token])
    const below = expected === undefined ? [] : firstDifference(expected, valueAt(given, [token]))
    if (below !== undefined) return [token, ...below]
  }
  return undefined
}
