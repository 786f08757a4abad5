import { compareText } from '../../core/collector.ts'
import { ComponentWalker, type Walked } from '../../core/components.ts'
import type { Edge } from './edge.ts'

/** A document in the graph that edges make. */
export interface GraphNode extends Walked {
  readonly document: string
  /** The first edge to each document that it speaks of, by that document's name. */
  readonly edges: readonly Edge[]
  /** The documents that it speaks of. */
  readonly needs: readonly GraphNode[]
}

/**
 * The graph of some edges, and of documents that may have none; by `kind/name`. The same edges make the same graph, in
 * whatever order they come.
 */
export function graphOf(edges: Iterable<Edge>, documents: Iterable<string> = []): ReadonlyMap<string, GraphNode> {
  const bySource = new Map<string, Map<string, Edge>>()
  const targetsOf = (document: string): Map<string, Edge> => {
    let targets = bySource.get(document)
    if (targets === undefined) bySource.set(document, (targets = new Map<string, Edge>()))
    return targets
  }
  for (const document of documents) targetsOf(document)
  for (const edge of edges) {
    const targets = targetsOf(edge.from)
    if (!targets.has(edge.to)) targets.set(edge.to, edge)
    targetsOf(edge.to)
  }
  const nodes = new Map<string, GraphNode & { edges: readonly Edge[]; needs: readonly GraphNode[] }>()
  for (const document of [...bySource.keys()].sort(compareText)) {
    nodes.set(document, { document, edges: [], needs: [], order: 0, low: 0, open: false })
  }
  for (const node of nodes.values()) {
    node.edges = [...targetsOf(node.document).values()].sort((a, b) => compareText(a.to, b.to))
    node.needs = node.edges.map(({ to }) => nodes.get(to)).filter((target) => target !== undefined)
  }
  return nodes
}

/**
 * The documents in groups, each after what it needs: alone, or in a circle of documents that need one another. A
 * document that needs itself is a circle of one.
 */
export function groupsOf(graph: ReadonlyMap<string, GraphNode>): readonly (readonly GraphNode[])[] {
  const groups: GraphNode[][] = []
  const walker = new ComponentWalker<GraphNode>({
    expand: ({ needs }) => needs,
    done: (members) => groups.push([...members].sort((a, b) => compareText(a.document, b.document))),
  })
  for (const node of graph.values()) walker.walk(node)
  return groups
}

export function isCircle(group: readonly GraphNode[]): boolean {
  const [first] = group
  return group.length > 1 || (first !== undefined && first.needs.includes(first))
}
