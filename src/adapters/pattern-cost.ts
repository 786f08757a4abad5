import { readPlain, type PlainPattern } from './plain-pattern.ts'

/** How long the engine of JavaScript, which goes back and tries again, can take for a pattern. */
export interface PatternCost {
  /** Ways to go on that do not depend on the text's length. */
  readonly choices: number
  /** Repetitions that may end at any character, and one for the start where the pattern is not anchored. */
  readonly repetitions: number
  /** Whether what is repeated can itself be split in several ways: time may then double with each character. */
  readonly nested: boolean
}

/** What a pattern can cost; `undefined` for one of which the form is not plain (`readPlain`). */
export function costOf(pattern: string): PatternCost | undefined {
  const plain = readPlain(pattern)
  if (plain === undefined) return undefined
  const cost = costIn(plain, 0n)
  const isAnchored = pattern.startsWith('^') && plain.is === 'sequence'
  return isAnchored ? cost : { ...cost, repetitions: cost.repetitions + 1 }
}

/**
 * The most ways to match that can be tried on a text: repetitions share its characters out among them, which can be
 * done in a binomial number of ways.
 */
export function waysFor({ choices, repetitions, nested }: PatternCost, length: number): number {
  let ways = choices * (nested ? 4 ** length : 1)
  for (let i = 1; i <= repetitions; i++) ways *= (length + i) / i
  return ways
}

const SINGLE: PatternCost = { choices: 1, repetitions: 0, nested: false }

/**
 * @param follow the characters that what comes after can begin with: where they tell whether to go on with a repetition
 *   and which alternative to take, there is only one way.
 */
function costIn(pattern: PlainPattern, follow: bigint): PatternCost {
  switch (pattern.is) {
    case 'character':
    case 'anchor':
      return SINGLE
    case 'sequence':
      return costOfSequence(pattern.parts, follow)
    case 'alternatives':
      return costOfAlternatives(pattern.parts, follow)
    case 'repeated':
      return costOfRepeated(pattern, follow)
  }
}

function costOfSequence(parts: readonly PlainPattern[], follow: bigint): PatternCost {
  let [choices, repetitions, nested] = [1, 0, false]
  let after = follow
  for (const part of parts.toReversed()) {
    const cost = costIn(part, after)
    choices *= cost.choices
    repetitions += cost.repetitions
    nested ||= cost.nested
    after = beginning(part, after)
  }
  return { choices, repetitions, nested }
}

function costOfAlternatives(parts: readonly PlainPattern[], follow: bigint): PatternCost {
  let [sum, most, repetitions, nested] = [0, 1, 0, false]
  let [seen, isClear] = [0n, true]
  for (const part of parts) {
    const cost = costIn(part, follow)
    sum += cost.choices
    most = Math.max(most, cost.choices)
    repetitions = Math.max(repetitions, cost.repetitions)
    nested ||= cost.nested
    const first = beginning(part, follow)
    if ((seen & first) !== 0n) isClear = false
    seen |= first
  }
  return { choices: isClear ? most : sum, repetitions, nested }
}

function costOfRepeated({ part, least, most }: PlainPattern & { is: 'repeated' }, follow: bigint): PatternCost {
  const again = beginning(part, follow)
  const inside = costIn(part, most > 1 ? again | follow : follow)
  const isClear = least === most || (again & follow) === 0n
  const varies = inside.choices > 1 || inside.repetitions > 0 || inside.nested
  if (most <= 1) return isClear ? inside : { ...inside, choices: inside.choices + 1 }
  // What can be empty can be repeated for nothing; what varies in itself is so as often as it is repeated.
  if (varies || canBeEmpty(part)) return { ...inside, nested: true }
  if (isClear) return SINGLE
  return most === Infinity ? { ...SINGLE, repetitions: 1 } : { ...SINGLE, choices: most - least + 1 }
}

/** The characters that a part can begin with, or what follows it where it can be empty. */
function beginning(pattern: PlainPattern, follow: bigint): bigint {
  switch (pattern.is) {
    case 'character':
      return pattern.set
    case 'anchor':
      return follow
    case 'sequence':
      return pattern.parts.reduceRight((after, part) => beginning(part, after), follow)
    case 'alternatives':
      return pattern.parts.reduce((all, part) => all | beginning(part, follow), 0n)
    case 'repeated':
      return beginning(pattern.part, follow) | (pattern.least === 0 ? follow : 0n)
  }
}

function canBeEmpty(pattern: PlainPattern): boolean {
  switch (pattern.is) {
    case 'character':
      return false
    case 'anchor':
      return true
    case 'sequence':
      return pattern.parts.every(canBeEmpty)
    case 'alternatives':
      return pattern.parts.some(canBeEmpty)
    case 'repeated':
      return pattern.least === 0 || canBeEmpty(pattern.part)
  }
}
