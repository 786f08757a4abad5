/** The order of a lineage, highest precedence first, and the names whose order could not be kept. */
export interface Linearization {
  readonly order: readonly string[]
  /** Names of which each has to come before the next one, and the last before the first. */
  readonly conflict?: readonly string[]
}

/**
 * C3's merge: one list with every name once, in which the parents' lineages and the parents themselves keep their order
 * (Barrett et al., "A Monotonic Superclass Linearization for Dylan", 1996). Earlier lineages win where the order is
 * free. Where none keeps everything, the lineages are joined one after the other and each name stays at its last place,
 * so that what is shared lies lowest.
 *
 * @param lineages of the parents, highest precedence first, each with its parent at its head
 */
export function mergeLineages(lineages: readonly (readonly string[])[]): Linearization {
  const lists = [...lineages, lineages.map((lineage) => lineage[0] as string)]
  const order: string[] = []
  const heads = lists.map(() => 0)
  /** In how many lists a name stands behind the head. */
  const behind = new Map<string, number>()
  for (const list of lists) for (let i = 1; i < list.length; i++) count(behind, list[i] as string, 1)
  for (;;) {
    const next = goodHead(lists, heads, behind)
    if (next === undefined) break
    order.push(next)
    for (const [i, list] of lists.entries()) {
      const head = heads[i] as number
      if (list[head] !== next) continue
      heads[i] = head + 1
      if (head + 1 < list.length) count(behind, list[head + 1] as string, -1)
    }
  }
  const isDone = lists.every((list, i) => heads[i] === list.length)
  return isDone ? { order } : { order: joined(lineages), conflict: conflictOf(lists, heads) }
}

function count(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by)
}

/** The first head that stands behind no other. */
function goodHead(
  lists: readonly (readonly string[])[],
  heads: readonly number[],
  behind: ReadonlyMap<string, number>,
): string | undefined {
  for (const [i, list] of lists.entries()) {
    const name = list[heads[i] as number]
    if (name !== undefined && (behind.get(name) ?? 0) === 0) return name
  }
  return undefined
}

function joined(lists: readonly (readonly string[])[]): string[] {
  const names = new Set<string>()
  for (const name of lists.flat().reverse()) names.add(name)
  return [...names].reverse()
}

/** Follows what each head has to wait for until it comes round. */
function conflictOf(lists: readonly (readonly string[])[], heads: readonly number[]): readonly string[] {
  const rests = lists.map((list, i) => list.slice(heads[i])).filter((list) => list.length > 0)
  const waits: string[] = []
  let name = rests[0]?.[0] as string
  while (!waits.includes(name)) {
    waits.push(name)
    name = rests.find((list) => list.indexOf(name) > 0)?.[0] as string
  }
  return waits.slice(waits.indexOf(name)).reverse()
}
