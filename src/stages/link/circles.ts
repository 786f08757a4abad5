import { wayRound } from '../../core/components.ts'
import type { Node, TextNode } from './nodes.ts'

/** A shortest way from a node that is in a circle back to itself: first and last are the node. */
export function wayBack(start: Node): readonly Node[] {
  const { circle } = start
  return wayRound(start, (node) => (node.needs ?? []).filter((needed) => circle?.has(needed) === true))
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
