import { lazily } from '../core/lazy.ts'
import type { RegExpPort } from '../core/schema/types.ts'
import { costOf, waysFor, type PatternCost } from './pattern-cost.ts'

/** Most steps that the engine of JavaScript may need for a text: some ways to match, each as long as the text. */
const MOST_STEPS = 2_000_000
/** From so many on a text counts as a costly one; and how many all costly texts together may need: about a second. */
const COSTLY = 50_000
const MOST_TOGETHER = 500_000_000
/** Longest pattern of which the form is looked at. */
const LONGEST = 1_000

interface Plain {
  readonly expression: RegExp
  readonly cost: PatternCost
}

/**
 * Regular expressions that no pattern can hang. Plain patterns on short texts, which is nearly all of them, are matched
 * by the engine of JavaScript; for everything else RE2 is loaded when it is first needed.
 *
 * @throws NotLoaded from `test`, once, where RE2 is needed
 */
export function createRegExp(): RegExpPort {
  const re2 = lazily(async () => (await import('./re2.ts')).createRegExp())
  const known = new Map<string, Plain | undefined>()
  let together = 0
  const isCheap = ({ cost }: Plain, text: string): boolean => {
    const steps = waysFor(cost, text.length) * (text.length + 1)
    if (steps <= COSTLY) return true
    together += steps
    return steps <= MOST_STEPS && together <= MOST_TOGETHER
  }
  return {
    test: (pattern, text) => {
      let plain = known.get(pattern)
      if (plain === undefined && !known.has(pattern)) known.set(pattern, (plain = plainOf(pattern)))
      if (plain !== undefined && isCheap(plain, text)) return plain.expression.test(text)
      return re2().test(pattern, text)
    },
  }
}

function plainOf(pattern: string): Plain | undefined {
  const cost = pattern.length > LONGEST ? undefined : costOf(pattern)
  if (cost === undefined) return undefined
  try {
    return { expression: new RegExp(pattern, 'u'), cost }
  } catch {
    return undefined
  }
}
