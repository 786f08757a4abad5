/** A node of a graph, with Tarjan's bookkeeping in it. */
export interface Walked {
  /** Order of discovery; 0 for a node that was not visited yet. */
  order: number
  /** The lowest order that can be reached from it. */
  low: number
  /** Whether the component that it belongs to is not complete yet. */
  open: boolean
}

export interface Visitor<N extends Walked> {
  /** Works out what a node needs to know first. */
  readonly expand: (node: N) => readonly N[]
  /** Called once for each node or circle of nodes, when all that it needs besides itself is done. */
  readonly done: (members: readonly N[]) => void
}

interface Step<N> {
  readonly node: N
  readonly needs: readonly N[]
  next: number
}

/**
 * Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), with a stack of its own: chains of references may
 * be longer than the call stack. One walker for all walks over a graph: what is done is not visited again.
 */
export class ComponentWalker<N extends Walked> {
  readonly #visitor: Visitor<N>
  #discovered = 0
  readonly #open: N[] = []
  readonly #path: Step<N>[] = []

  constructor(visitor: Visitor<N>) {
    this.#visitor = visitor
  }

  /** Visits a node and all that it needs. */
  walk(start: N): void {
    if (start.order > 0) return
    this.#enter(start)
    for (let step = this.#path.at(-1); step !== undefined; step = this.#path.at(-1)) {
      const { node } = step
      const needed = step.needs[step.next++]
      if (needed === undefined) this.#leave(node)
      else if (needed.order === 0) this.#enter(needed)
      else if (needed.open) node.low = Math.min(node.low, needed.order)
    }
  }

  #enter(node: N): void {
    node.order = node.low = ++this.#discovered
    node.open = true
    this.#open.push(node)
    this.#path.push({ node, needs: this.#visitor.expand(node), next: 0 })
  }

  #leave(node: N): void {
    this.#path.pop()
    const parent = this.#path.at(-1)?.node
    if (parent !== undefined) parent.low = Math.min(parent.low, node.low)
    if (node.low !== node.order) return
    const members = this.#open.splice(this.#open.lastIndexOf(node))
    for (const member of members) member.open = false
    this.#visitor.done(members)
  }
}

/**
 * A shortest way from a node that is in a circle back to itself: first and last are the node. The node alone where
 * there is none.
 *
 * @param needs the nodes that one leads to, among those of the circle
 */
export function wayRound<N>(start: N, needs: (node: N) => Iterable<N>): readonly N[] {
  const cameFrom = new Map<N, N>()
  let front: N[] = [start]
  while (front.length > 0) {
    const next: N[] = []
    for (const node of front) {
      for (const needed of needs(node)) {
        if (needed === start) return [...wayTo(node, cameFrom), start]
        if (cameFrom.has(needed)) continue
        cameFrom.set(needed, node)
        next.push(needed)
      }
    }
    front = next
  }
  return [start]
}

function wayTo<N>(end: N, cameFrom: ReadonlyMap<N, N>): N[] {
  const way: N[] = []
  for (let node: N | undefined = end; node !== undefined; node = cameFrom.get(node)) way.push(node)
  return way.reverse()
}
