import { distance } from 'fastest-levenshtein'
import { name, say, type Message } from './message.ts'

/** Longer names are near to nothing: comparing takes time by the square of the length, and nobody types them. */
export const LONGEST_COMPARED = 100

/** What a run may spend on looking for near names: about a fifth of a second. */
const MOST_WORK = 20_000_000

/**
 * Counts the work of looking for near names, in characters that are compared. Whoever looks for many shares one among
 * them: when it is used up, nothing is near any more.
 */
export class NearestBudget {
  #left: number

  constructor(most = MOST_WORK) {
    this.#left = most
  }

  get left(): number {
    return Math.max(0, this.#left)
  }

  /** Whether there was anything left for it. */
  spend(work: number): boolean {
    if (this.#left <= 0) return false
    this.#left -= work
    return true
  }
}

/**
 * The candidate that a mistyped name most likely meant, or `undefined` where none is near: about a third of the
 * letters may differ, three at most. Ties go to the first in the given order.
 */
export function nearest(
  wanted: string,
  candidates: Iterable<string>,
  budget = new NearestBudget(),
): string | undefined {
  if (wanted.length > LONGEST_COMPARED) return undefined
  const lower = wanted.toLowerCase()
  let best: string | undefined
  let bestDistance = Math.min(3, Math.ceil(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    if (!budget.spend(1)) return undefined
    if (candidate === wanted || Math.abs(candidate.length - wanted.length) >= bestDistance) continue
    budget.spend(wanted.length + candidate.length)
    const d = slips(lower, candidate.toLowerCase())
    if (d < bestDistance) {
      best = candidate
      bestDistance = d
    }
  }
  return best
}

/** The slips between two names: Levenshtein's distance, but two letters that changed places are one. */
export function slips(wanted: string, candidate: string): number {
  if (wanted.length !== candidate.length) return distance(wanted, candidate)
  let at = 0
  while (at < wanted.length && wanted[at] === candidate[at]) at++
  const swapped = wanted.slice(0, at) + wanted.charAt(at + 1) + wanted.charAt(at) + wanted.slice(at + 2)
  return swapped === candidate ? 1 : distance(wanted, candidate)
}

/** The end of a sentence about a name that is not known: the nearest that is, or nothing. */
export function didYouMean(wanted: string, candidates: Iterable<string>): Message {
  return suggestion(nearest(wanted, candidates))
}

/** The same for what was found to be near. */
export function suggestion(near: string | undefined): Message {
  return near === undefined ? say`` : say`; did you mean ${name(near)}?`
}
