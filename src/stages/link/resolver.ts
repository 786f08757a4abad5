import { ComponentWalker } from '../../core/components.ts'
import { documentKey } from '../../core/document.ts'
import type { Effective } from '../../core/effective.ts'
import type { Message } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import type { Value } from '../../core/value.ts'
import { descend } from './descend.ts'
import { EnvironmentValues } from './environment-values.ts'
import { evaluateText } from './evaluate.ts'
import { documentHint } from './hints.ts'
import { MAX_BROUGHT } from './limits.ts'
import { Measure } from './measure.ts'
import type { Node, Outcome, TargetNode, TextNode } from './nodes.ts'
import { isReference, readText } from './syntax.ts'
import { follow, replaceTexts, textsIn, type HoldingText } from './walk.ts'
import type { LinkWorld } from './world.ts'

const resolvers = new WeakMap<LinkWorld, Resolver>()

/** The resolver of a world: one for all documents that are linked in it. */
export function resolverOf(world: LinkWorld): Resolver {
  let resolver = resolvers.get(world)
  if (resolver === undefined) resolvers.set(world, (resolver = new Resolver(world)))
  return resolver
}

/** Resolves references, each target once, in the order in which they need each other. */
export class Resolver {
  readonly measure = new Measure()
  readonly #world: LinkWorld
  readonly #environment: EnvironmentValues
  readonly #texts = new Map<string, TextNode>()
  readonly #targets = new Map<string, TargetNode>()
  readonly #walker = new ComponentWalker<Node>({
    expand: (node) => (node.needs = this.#expand(node)),
    done: (members) => this.#done(members),
  })
  readonly #hints = new Map<string, Message>()
  #known: ReadonlySet<string> | undefined
  /** The document that is being linked. */
  #current: Effective | undefined

  constructor(world: LinkWorld) {
    this.#world = world
    this.#environment = new EnvironmentValues(world.environment)
  }

  /** Every document of the repository. */
  get documents(): ReadonlySet<string> {
    return (this.#known ??= new Set(this.#world.documents))
  }

  /** The hint for the name of a document that does not exist: many documents may have the same mistake. */
  documentHint(wanted: string): Message {
    let hint = this.#hints.get(wanted)
    if (hint === undefined) this.#hints.set(wanted, (hint = documentHint(wanted, this.documents)))
    return hint
  }

  /** Resolves the given texts of a document; the nodes come in their order. */
  resolve(effective: Effective, found: readonly HoldingText[]): readonly TextNode[] {
    this.#current = effective
    const document = documentKey(effective.document)
    const nodes = found.map((holding) => this.#text(document, holding))
    for (const node of nodes) this.#walker.walk(node)
    for (const node of nodes) if (!node.wanted) this.#texts.delete(keyOf(document, node.tokens))
    return nodes
  }

  /** A document of the environment. */
  lookup(document: string): Effective | undefined {
    const current = this.#current
    if (current !== undefined && documentKey(current.document) === document) return current
    return this.#world.lookup(document)
  }

  #expand(node: Node): readonly Node[] {
    if (node.is === 'target') return this.#expandTarget(node)
    node.parts = readText(node.text)
    const needs: Node[] = []
    for (const part of node.parts) {
      if (!isReference(part) || part.target.of !== 'document') continue
      needs.push(this.#target(part.target.document, part.target.tokens))
    }
    return needs
  }

  #expandTarget(node: TargetNode): readonly Node[] {
    const effective = this.lookup(node.document)
    if (effective === undefined) {
      node.result = { failure: { is: 'no-document' } }
      return []
    }
    const arrival = follow(effective.value, node.tokens)
    if (arrival.is === 'missing') {
      const tokens = node.tokens.slice(0, arrival.depth)
      const token = node.tokens[arrival.depth] ?? ''
      node.result = { failure: { is: 'no-value', tokens, token, parent: arrival.parent } }
      return []
    }
    if (arrival.is === 'reference') {
      node.inside = node.tokens.slice(arrival.depth)
      return [this.#wantedText(node.document, { tokens: node.tokens.slice(0, arrival.depth), text: arrival.text })]
    }
    node.raw = arrival.value
    return textsIn(arrival.value, node.tokens).map((holding) => this.#wantedText(node.document, holding))
  }

  #done(members: readonly Node[]): void {
    const circle = members.length > 1 ? new Set(members) : undefined
    for (const node of members) {
      node.circle = circle
      if (node.is === 'target') this.#finishTarget(node)
      else this.#finishText(node)
      // The way round a circle may be asked for; of all others only the result is.
      if (circle === undefined) node.needs = undefined
    }
  }

  #finishText(node: TextNode): void {
    const targets = (node.needs ?? []) as readonly TargetNode[]
    let next = 0
    node.result = evaluateText(node, {
      measure: this.measure,
      outcomeOf: (target) => {
        if (target.of !== 'document') return this.#environment.outcomeOf(target)
        const needed = targets[next++] as TargetNode
        // In a circle, what comes round again is a hole, and so is every text in it.
        return node.circle?.has(needed) === true ? PASSED_ON : (needed.result ?? PASSED_ON)
      },
    })
    if (node.circle === undefined) node.parts = []
  }

  #finishTarget(node: TargetNode): void {
    if (node.result !== undefined) return
    const texts = (node.needs ?? []) as readonly TextNode[]
    const values = texts.map(({ tokens, result }) => ({ tokens, value: result === undefined ? HOLE : result.value }))
    const { raw, inside } = node
    node.raw = undefined
    if (node.circle !== undefined) node.result = PASSED_ON
    else if (inside !== undefined) node.result = descend(values[0]?.value ?? null, above(node.tokens, inside), inside)
    else node.result = { value: replaceTexts(raw as Value, values, node.tokens.length) }
    if ('value' in node.result && this.measure.of(node.result.value).size > MAX_BROUGHT) {
      node.result = { failure: { is: 'too-large' } }
    }
  }

  #wantedText(document: string, holding: HoldingText): TextNode {
    const node = this.#text(document, holding)
    node.wanted = true
    return node
  }

  #text(document: string, { tokens, text }: HoldingText): TextNode {
    const key = keyOf(document, tokens)
    let node = this.#texts.get(key)
    if (node === undefined) {
      node = { ...unvisited(document, tokens), is: 'text', text, parts: [], wanted: false, result: undefined }
      this.#texts.set(key, node)
    }
    return node
  }

  #target(document: string, tokens: Tokens): TargetNode {
    const key = keyOf(document, tokens)
    let node = this.#targets.get(key)
    if (node === undefined) {
      node = { ...unvisited(document, tokens), is: 'target', raw: undefined, inside: undefined, result: undefined }
      this.#targets.set(key, node)
    }
    return node
  }
}

const PASSED_ON: Outcome = { value: HOLE }

function above(tokens: Tokens, inside: Tokens): Tokens {
  return tokens.slice(0, tokens.length - inside.length)
}

function unvisited(document: string, tokens: Tokens) {
  return { document, tokens, needs: undefined, circle: undefined, order: 0, low: 0, open: false }
}

function keyOf(document: string, tokens: Tokens): string {
  return `${document}#${pointer(tokens)}`
}
