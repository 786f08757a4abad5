import { compareText } from '../../core/collector.ts'
import { onlyAcyclic } from './cycles.ts'
import type { Edge } from './edge.ts'
import { graphOf, groupsOf, isCircle, type GraphNode } from './graph.ts'

/** In which order documents start. */
export interface StartOrder {
  /** What is in a level needs what is in levels before it and nothing else: it can start together. Sorted. */
  readonly levels: readonly (readonly string[])[]
  /** Documents that need one another, each circle sorted: none of them can be the first. */
  readonly circles: readonly (readonly string[])[]
  /** Documents that need one in a circle, sorted. */
  readonly waiting: readonly string[]
}

/**
 * The order in which the documents of one environment can start, what each needs (names that are `acyclic`) before it.
 *
 * @param documents those to put in order, `kind/name`; what they need comes with them
 */
export function startOrder(edges: Iterable<Edge>, documents: Iterable<string>): StartOrder {
  const levels: string[][] = []
  const circles: string[][] = []
  const waiting: string[] = []
  const levelOf = new Map<GraphNode, number>()
  for (const group of groupsOf(graphOf(onlyAcyclic(edges), documents))) {
    if (isCircle(group)) {
      circles.push(group.map(({ document }) => document))
      continue
    }
    const [node] = group as readonly [GraphNode]
    // Groups come after what they need: what has no level yet never gets one.
    const level = levelAfter(node.needs, levelOf)
    if (level === undefined) {
      waiting.push(node.document)
    } else {
      levelOf.set(node, level)
      const together = levels[level]
      if (together === undefined) levels[level] = [node.document]
      else together.push(node.document)
    }
  }
  for (const level of levels) level.sort(compareText)
  circles.sort(([a = ''], [b = '']) => compareText(a, b))
  return { levels, circles, waiting: waiting.sort(compareText) }
}

/** The first level after those of what a document needs; `undefined` where something of it never starts. */
function levelAfter(needs: readonly GraphNode[], levelOf: ReadonlyMap<GraphNode, number>): number | undefined {
  let level = 0
  for (const needed of needs) {
    const before = levelOf.get(needed)
    if (before === undefined) return undefined
    level = Math.max(level, before + 1)
  }
  return level
}
