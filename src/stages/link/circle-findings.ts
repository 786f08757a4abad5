import type { Effective } from '../../core/effective.ts'
import { finding, type Related, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import type { Place } from '../../core/place.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { stations, wayBack } from './circles.ts'
import { MAX_CIRCLES } from './limits.ts'
import type { Node, TextNode } from './nodes.ts'
import { PartPlaces } from './place.ts'
import type { Resolver } from './resolver.ts'
import { isReference, readText } from './syntax.ts'

/** Most stations of a circle that a message names, and most places that are shown beside it. */
const MAX_STATIONS = 8

/**
 * Reports the circles that the references of one document are in, each once. A circle of several documents is told at
 * the first of them by name, whichever document is being read: the same finding from each, which can be folded. Of a
 * knot of very many circles the first are reported; solving those unties the others.
 */
export class CircleFindings {
  readonly #effective: Effective
  readonly #resolver: Resolver
  readonly #report: Report
  readonly #told = new Set<Node>()
  readonly #count = new Map<ReadonlySet<Node>, number>()

  constructor(effective: Effective, resolver: Resolver, report: Report) {
    this.#effective = effective
    this.#resolver = resolver
    this.#report = report
  }

  tell(node: TextNode): void {
    const { circle } = node
    const count = circle && (this.#count.get(circle) ?? 0)
    if (circle === undefined || count === undefined || count >= MAX_CIRCLES || this.#told.has(node)) return
    this.#count.set(circle, count + 1)
    const way = fromFirstDocument(node, wayBack(node))
    for (const station of way) this.#told.add(station)
    const stops = stations(way)
    const message = say`this reference leads back to itself: ${route(stops)}`
    const environment = this.#effective.environment.name
    const place = this.#placeOf(way[0], way[1])
    this.#report(finding('link/cycle', place, message, { environment, related: this.#hops(way) }))
  }

  /** Where the other texts of the circle refer on. */
  #hops(way: readonly Node[]): Related[] {
    const related: Related[] = []
    for (const [i, node] of way.entries()) {
      if (i === 0 || i === way.length - 1 || node.is !== 'text' || related.length === MAX_STATIONS) continue
      const from = name(`${node.document}#${pointer(node.tokens)}`)
      related.push({ message: say`${from} leads on from here`, place: this.#placeOf(node, way[i + 1]) })
    }
    return related
  }

  #placeOf(node: TextNode, next: Node | undefined): Place {
    return placeOfStep(this.#resolver.lookup(node.document) ?? this.#effective, node, next)
  }
}

/** The way round that starts at `start`, from the text whose document comes first by name. */
function fromFirstDocument(start: TextNode, way: readonly Node[]): readonly [TextNode, ...Node[]] {
  let first = start
  let at = 0
  for (const [i, node] of way.entries()) {
    if (node.is !== 'text' || node.document >= first.document) continue
    first = node
    at = i
  }
  return [first, ...way.slice(at + 1), ...way.slice(1, at + 1)]
}

/** The place of the reference in a text that leads to the next node of a circle. */
function placeOfStep(effective: Effective, node: TextNode, next: Node | undefined): Place {
  const towards = readText(node.text).find(
    (part) => isReference(part) && part.target.of === 'document' && leadsTo(part.target, next),
  )
  return new PartPlaces(effective, node).of(isReference(towards) ? towards : undefined)
}

function leadsTo(target: { readonly document: string; readonly tokens: Tokens }, node: Node | undefined): boolean {
  return node !== undefined && target.document === node.document && pointer(target.tokens) === pointer(node.tokens)
}

function route(stops: readonly Node[]): Message {
  const left = stops.length - MAX_STATIONS
  let text = say``
  for (const [i, { document, tokens }] of stops.entries()) {
    const stop = name(`${document}#${pointer(tokens)}`)
    if (i === 0) text = say`${stop}`
    else if (i < MAX_STATIONS - 1 || i === stops.length - 1) text = say`${text} → ${stop}`
    else if (i === MAX_STATIONS - 1) text = say`${text} → … (${left} more)`
  }
  return text
}
