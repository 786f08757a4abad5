/** Above this many names nobody has typed them all, and comparing each with each would take long. */
const MOST_NAMES = 1000
/** Shorter words differ by a letter and mean it: `east` and `west`, `prod-eu` and `prod-us`, `cell-a` and `cell-b`. */
const SHORTEST_WORD = 5

/**
 * Pairs of names of which one is probably the other with a slip: one letter too many, too few or wrong, or two
 * neighbours swapped, within a word of at least five letters, whatever their case. Digits never count as slips
 * (`us-east-1`, `prod2`). Names that differ in case only are a pair however short they are.
 */
export function similarPairs(names: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  /** The first name that is spelled so, by its spelling in lower case. */
  const spelled = new Map<string, string>()
  for (const name of names) {
    const first = spelled.get(name.toLowerCase())
    if (first === undefined) spelled.set(name.toLowerCase(), name)
    else pairs.push([first, name])
  }
  if (names.length > MOST_NAMES) return pairs
  const different = [...spelled]
  for (const [i, [a, nameOfA]] of different.entries()) {
    for (let j = i + 1; j < different.length; j++) {
      const [b, nameOfB] = different[j] as (typeof different)[number]
      if (Math.abs(a.length - b.length) < 2 && isSlip(a, b)) pairs.push([nameOfA, nameOfB])
    }
  }
  return pairs
}

const LETTERS = /^\p{L}+$/u

function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const inA = a.slice(start, a.length - end)
  const inB = b.slice(start, b.length - end)
  const swapped = inA.length === 2 && inA[0] === inB[1] && inA[1] === inB[0]
  if (!swapped && (inA.length > 1 || inB.length > 1)) return false
  if (!LETTERS.test(inA + inB)) return false
  return wordLength(a, start) >= SHORTEST_WORD && wordLength(b, start) >= SHORTEST_WORD
}

/** Letters of the word around a position. */
function wordLength(text: string, at: number): number {
  let start = at
  while (start > 0 && isLetter(text.charAt(start - 1))) start--
  let end = at
  while (end < text.length && isLetter(text.charAt(end))) end++
  return end - start
}

function isLetter(char: string): boolean {
  return LETTERS.test(char)
}
