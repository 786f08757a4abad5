import { distance } from 'fastest-levenshtein'
import { name, say, type Message } from './message.ts'

/**
 * The candidate that a mistyped name most likely meant, or `undefined` where none is near: about a third of the
 * letters may differ, three at most. Ties go to the first in the given order.
 */
export function nearest(wanted: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.min(3, Math.ceil(wanted.length / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    if (candidate === wanted || Math.abs(candidate.length - wanted.length) >= bestDistance) continue
    const d = distance(wanted.toLowerCase(), candidate.toLowerCase())
    if (d < bestDistance) {
      best = candidate
      bestDistance = d
    }
  }
  return best
}

/** The end of a sentence about a name that is not known: the nearest that is, or nothing. */
export function didYouMean(wanted: string, candidates: Iterable<string>): Message {
  return suggestion(nearest(wanted, candidates))
}

/** The same for what was found to be near. */
export function suggestion(near: string | undefined): Message {
  return near === undefined ? say`` : say`; did you mean ${name(near)}?`
}
