import type { Node } from './nodes.ts'

export interface Visitor {
  /** Works out what a node needs to know first. */
  readonly expand: (node: Node) => readonly Node[]
  /** Called once for each node or circle of nodes, when all that it needs besides itself is done. */
  readonly done: (members: readonly Node[]) => void
}

interface Step {
  readonly node: Node
  readonly needs: readonly Node[]
  next: number
}

/**
 * Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), with a stack of its own: chains of references may
 * be longer than the call stack. One walker for all walks over a graph: what is done is not visited again.
 */
export class ComponentWalker {
  readonly #visitor: Visitor
  #discovered = 0
  readonly #open: Node[] = []
  readonly #path: Step[] = []

  constructor(visitor: Visitor) {
    this.#visitor = visitor
  }

  /** Visits a node and all that it needs. */
  walk(start: Node): void {
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

  #enter(node: Node): void {
    node.order = node.low = ++this.#discovered
    node.open = true
    this.#open.push(node)
    const needs = this.#visitor.expand(node)
    node.needs = needs
    this.#path.push({ node, needs, next: 0 })
  }

  #leave(node: Node): void {
    this.#path.pop()
    const parent = this.#path.at(-1)?.node
    if (parent !== undefined) parent.low = Math.min(parent.low, node.low)
    if (node.low !== node.order) return
    const members = this.#open.splice(this.#open.lastIndexOf(node))
    for (const member of members) member.open = false
    this.#visitor.done(members)
  }
}
