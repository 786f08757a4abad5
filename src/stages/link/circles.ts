import type { Node, TextNode } from './nodes.ts'

/** A shortest way from a node that is in a circle back to itself: first and last are the node. */
export function wayRound(start: Node): readonly Node[] {
  const circle = start.circle ?? new Set<Node>()
  const cameFrom = new Map<Node, Node>()
  let front: Node[] = [start]
  while (front.length > 0) {
    const next: Node[] = []
    for (const node of front) {
      for (const needed of node.needs ?? []) {
        if (needed === start) return [...wayTo(node, cameFrom), start]
        if (!circle.has(needed) || cameFrom.has(needed)) continue
        cameFrom.set(needed, node)
        next.push(needed)
      }
    }
    front = next
  }
  return [start]
}

function wayTo(end: Node, cameFrom: ReadonlyMap<Node, Node>): Node[] {
  const way: Node[] = []
  for (let node: Node | undefined = end; node !== undefined; node = cameFrom.get(node)) way.push(node)
  return way.reverse()
}

/** The texts on a way; and the targets where they are not themselves the next text, but hold it. */
export function stations(way: readonly Node[]): readonly Node[] {
  return way.filter((node, i) => {
    const next = way[i + 1]
    return node.is === 'text' || next?.is !== 'text' || !samePointer(node, next)
  })
}

function samePointer(a: Node, b: TextNode): boolean {
  return a.tokens.length === b.tokens.length && a.tokens.every((token, i) => token === b.tokens[i])
}
