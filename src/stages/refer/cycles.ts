import { wayRound } from '../../core/components.ts'
import type { Concern, DocumentSpot } from '../../core/concern.ts'
import { name, say, type Message } from '../../core/message.ts'
import type { Edge } from './edge.ts'
import { graphOf, groupsOf, isCircle, type GraphNode } from './graph.ts'

/** Most documents of a circle that a message names, and most places that are told beside it. */
const MOST_STATIONS = 8

/**
 * The circles in which documents of one environment name one another where the schema allows none (`acyclic`): one
 * concern (`refer/cycle`) for each knot of them, at the first of its documents by name, with a shortest way round.
 */
export function findCycles(edges: Iterable<Edge>, environment: string): readonly Concern[] {
  const concerns: Concern[] = []
  const graph = graphOf(onlyAcyclic(edges))
  for (const group of groupsOf(graph)) if (isCircle(group)) concerns.push(concernOf(group, environment))
  return concerns
}

export function* onlyAcyclic(edges: Iterable<Edge>): Generator<Edge> {
  for (const edge of edges) if (edge.acyclic) yield edge
}

function concernOf(circle: readonly GraphNode[], environment: string): Concern {
  const members = new Set(circle)
  const way = wayRound(circle[0] as GraphNode, ({ needs }) => needs.filter((node) => members.has(node)))
  const steps = way.slice(0, -1).map((node, i) => edgeBetween(node, way[i + 1] as GraphNode))
  const related = steps.slice(1, MOST_STATIONS).map((edge) => ({
    message: say`${name(edge.from)} names ${name(edge.to)} here`,
    at: spotOf(edge, environment),
  }))
  const others = circle.length === steps.length ? say`` : say`; ${circle.length} documents in all are in circles with one another`
  const message = say`a document may not need itself: ${route(way)}${others}`
  return { rule: 'refer/cycle', message, at: spotOf(steps[0] as Edge, environment), related }
}

function edgeBetween(node: GraphNode, next: GraphNode): Edge {
  return node.edges.find(({ to }) => to === next.document) as Edge
}

function spotOf({ from, tokens, part }: Edge, environment: string): DocumentSpot {
  return { environment, document: from, tokens, part }
}

function route(way: readonly GraphNode[]): Message {
  const left = way.length - MOST_STATIONS
  let text = say``
  for (const [i, { document }] of way.entries()) {
    if (i === 0) text = say`${name(document)}`
    else if (i < MOST_STATIONS - 1 || i === way.length - 1) text = say`${text} → ${name(document)}`
    else if (i === MOST_STATIONS - 1) text = say`${text} → … (${left} more)`
  }
  return text
}
