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
 * The items that are on both sides in the same order, as many as there can be: equal ones, or with `idOf` the ones of
 * the same id. Swapping the lists swaps the sides of the matches. None where finding them would take too long.
 */
export function chain(left: readonly Value[], right: readonly Value[], idOf?: (item: Value) => Value): Match[] {
  const digests = [left.map(digest), right.map(digest)] as const
  const labels = idOf === undefined ? classes(left, right, digests) : ([left.map(idOf), right.map(idOf)] as const)
  if (labels === undefined) return []
  // Of equally long chains one has to be chosen: by what the lists hold, not by which of them comes first.
  if (compare(...digests) <= 0) return longest(labels[0], labels[1])
  return longest(labels[1], labels[0]).map((match) => ({ before: match.after, after: match.before }))
}

/** A number for each item, the same for equal items only. */
function classes(
  left: readonly Value[],
  right: readonly Value[],
  digests: readonly [readonly number[], readonly number[]],
): readonly [number[], number[]] | undefined {
  const byDigest = new Map<number, { readonly item: Value; readonly label: number }[]>()
  let label = 0
  let pairs = 0
  const labelsOf = (items: readonly Value[], of: readonly number[]): number[] =>
    items.map((item, i) => {
      let alike = byDigest.get(of[i] as number)
      if (alike === undefined) byDigest.set(of[i] as number, (alike = []))
      if (pairs > MOST_PAIRS) return -1
      const known = alike.find((other) => ++pairs && sameValue(other.item, item))
      if (known !== undefined) return known.label
      alike.push({ item, label: ++label })
      return label
    })
  const labels = [labelsOf(left, digests[0]), labelsOf(right, digests[1])] as const
  return pairs > MOST_PAIRS ? undefined : labels
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
function longest(before: readonly Value[], after: readonly Value[]): Match[] {
  const places = new Map<Value, number[]>()
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
