import { sameValue, type Value } from '../../core/value.ts'
import { digest } from './digest.ts'

/** An item before and the item after that it is. */
export interface Match {
  readonly before: number
  readonly after: number
}

/** Most pairs of items looked at (some 20 ms of work); lists that need more are not lined up. */
const MOST_PAIRS = 200_000

/**
 * The items that are on both sides in the same order, as many as there can be: those of the same name, and of what has
 * none the equal ones. Swapping the lists swaps the sides of the matches. None where finding them would take too long.
 */
export function chain(
  left: readonly Value[],
  right: readonly Value[],
  nameOf: (item: Value) => Value | undefined,
): Match[] {
  const digests = [left.map(digest), right.map(digest)] as const
  const labels = createLabels(nameOf)
  const [before, after] = [labels(left, digests[0]), labels(right, digests[1])]
  if (before === undefined || after === undefined) return []
  // Of equally long chains one has to be chosen: by what the lists hold, not by which of them comes first.
  if (compare(...digests) <= 0) return longest(before, after)
  return longest(after, before).map((match) => ({ before: match.after, after: match.before }))
}

/** What stands for an item: its name, or what it has in common with the items that equal it. */
type Label = Value | { readonly item: Value }

/** Labels of lists, the same label for the same items only; `undefined` where finding them would take too long. */
function createLabels(nameOf: (item: Value) => Value | undefined) {
  const byDigest = new Map<number, { readonly item: Value }[]>()
  let pairs = 0
  const labelOf = (item: Value, of: number): Label => {
    let alike = byDigest.get(of)
    if (alike === undefined) byDigest.set(of, (alike = []))
    const known = alike.find((other) => ++pairs && sameValue(other.item, item))
    if (known !== undefined) return known
    const label = { item }
    alike.push(label)
    return label
  }
  return (items: readonly Value[], digests: readonly number[]): Label[] | undefined => {
    const labels: Label[] = []
    for (const [i, item] of items.entries()) {
      if (pairs > MOST_PAIRS) return undefined
      labels.push(nameOf(item) ?? labelOf(item, digests[i] as number))
    }
    return labels
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length
  const at = a.findIndex((number, i) => number !== b[i])
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number)
}

interface Link extends Match {
  readonly previous: Link | undefined
}

/** Longest common subsequence of labels (Hunt and Szymanski 1977): n log n where labels are mostly distinct. */
function longest(before: readonly Label[], after: readonly Label[]): Match[] {
  const places = new Map<Label, number[]>()
  for (const [j, label] of after.entries()) {
    const known = places.get(label)
    if (known === undefined) places.set(label, [j])
    else known.push(j)
  }
  const ends: Link[] = [] // of each length: the end of that chain of this length which ends earliest in `after`
  let pairs = 0
  for (const [i, label] of before.entries()) {
    const at = places.get(label) ?? []
    pairs += at.length
    if (pairs > MOST_PAIRS) return []
    for (let k = at.length - 1; k >= 0; k--) {
      const j = at[k] as number
      const length = lowerBound(ends, j)
      ends[length] = { before: i, after: j, previous: ends[length - 1] }
    }
  }
  const found: Match[] = []
  for (let link = ends.at(-1); link !== undefined; link = link.previous) found.push(link)
  return found.reverse()
}

function lowerBound(ends: readonly Link[], j: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as Link).after < j) low = middle + 1
    else high = middle
  }
  return low
}
