import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
  type ChompingMode,
  type DocumentDirective,
  type Event,
  type ScalarStyle,
} from 'js-yaml'
import { CST } from 'yaml'
import { MAX_DEPTH } from '../../core/ports.ts'
import type { YamlScalar } from './yaml-scalars.ts'

type Token = CST.Token
type Property = Pick<CST.SourceToken, 'type' | 'offset' | 'source'>

/** The properties of a node as js-yaml's events have them: -1 for what is not there. */
interface Properties {
  anchorStart: number
  anchorEnd: number
  tagStart: number
  tagEnd: number
}

const NO_TOKENS: readonly Property[] = []

/**
 * The events that js-yaml would give for a document that `yaml` has read as a concrete syntax tree; `undefined` where
 * it is nested deeper than `MAX_DEPTH`. What js-yaml leaves out of its events is left out here as well.
 */
export function cstEvents(token: CST.Document, directives: readonly DocumentDirective[]): Event[] | undefined {
  const explicitStart = token.start.some(({ type }) => type === 'doc-start')
  const walk = new CstWalk()
  walk.events.push({ type: EVENT_ID.DOCUMENT, explicitStart, explicitEnd: false, directives: [...directives] })
  walk.node(token.value, token.start)
  walk.events.push({ type: EVENT_ID.POP })
  return walk.tooDeep ? undefined : walk.events
}

class CstWalk {
  readonly events: Event[] = []
  tooDeep = false
  #depth = 0

  /** @param before the tokens before a node, its tag and anchor among them. */
  node(token: Token | null | undefined, before: readonly Property[]): void {
    const properties = propertiesOf(before)
    switch (token?.type) {
      case 'alias':
        this.events.push({
          type: EVENT_ID.ALIAS,
          anchorStart: token.offset + 1,
          anchorEnd: token.offset + token.source.length,
        })
        break
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        this.#flowScalar(token, properties)
        break
      case 'block-scalar':
        this.#blockScalar(token, properties)
        break
      case 'block-map':
      case 'block-seq':
      case 'flow-collection':
        this.#collection(token, properties)
        break
      default:
        this.#scalar(SCALAR_STYLE.PLAIN, -1, -1, '', properties)
    }
  }

  #flowScalar(token: CST.FlowScalar, properties: Properties): void {
    const { type, source, offset } = token
    const text = CST.resolveAsScalar(token, false, ignore).value
    if (type === 'single-quoted-scalar' || type === 'double-quoted-scalar') {
      const style = type === 'single-quoted-scalar' ? SCALAR_STYLE.SINGLE_QUOTED : SCALAR_STYLE.DOUBLE_QUOTED
      this.#scalar(style, offset + 1, offset + source.length - 1, text, properties)
    } else if (source === '') {
      this.#scalar(SCALAR_STYLE.PLAIN, -1, -1, '', properties)
    } else {
      this.#scalar(SCALAR_STYLE.PLAIN, offset, offset + source.length, text, properties)
    }
  }

  #blockScalar(token: CST.BlockScalar, properties: Properties): void {
    let start = token.offset
    let indicator = ''
    for (const header of token.props) {
      if (!('source' in header)) continue
      start += header.source.length
      if (header.type === 'block-scalar-header') indicator = header.source
    }
    const style = indicator.startsWith('>') ? SCALAR_STYLE.FOLDED_BLOCK : SCALAR_STYLE.LITERAL_BLOCK
    const text = CST.resolveAsScalar(token, false, ignore).value
    const chomping = indicator.includes('+') ? CHOMPING_MODE.KEEP : CHOMPING_MODE.CLIP
    this.#scalar(style, start, start + token.source.length, text, properties, chomping)
  }

  #scalar(
    style: ScalarStyle,
    valueStart: number,
    valueEnd: number,
    text: string,
    properties: Properties,
    chomping: ChompingMode = CHOMPING_MODE.CLIP,
  ): void {
    const event: YamlScalar = {
      type: EVENT_ID.SCALAR,
      valueStart,
      valueEnd,
      ...properties,
      style,
      chomping,
      indent: -1,
      fast: false,
      text,
    }
    this.events.push(event)
  }

  #collection(token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection, properties: Properties): void {
    if (++this.#depth > MAX_DEPTH) {
      this.tooDeep = true
    } else if (token.type === 'block-map') {
      this.#open(EVENT_ID.MAPPING, blockStart(token), properties, COLLECTION_STYLE.BLOCK)
      for (const item of token.items) {
        if (item.sep === undefined && !includes(item.start, 'explicit-key-ind') && !hasProperties(item.start)) continue
        this.node(item.key, item.start)
        this.node(item.value, item.sep ?? NO_TOKENS)
      }
      this.events.push({ type: EVENT_ID.POP })
    } else if (token.type === 'block-seq') {
      this.#open(EVENT_ID.SEQUENCE, token.offset, properties, COLLECTION_STYLE.BLOCK)
      for (const item of token.items) {
        if (item.value === undefined && !includes(item.start, 'seq-item-ind') && !hasProperties(item.start)) continue
        this.node(item.value, item.start)
      }
      this.events.push({ type: EVENT_ID.POP })
    } else {
      this.#flowCollection(token, properties)
    }
    this.#depth--
  }

  #flowCollection(token: CST.FlowCollection, properties: Properties): void {
    const isMapping = token.start.source === '{'
    this.#open(isMapping ? EVENT_ID.MAPPING : EVENT_ID.SEQUENCE, token.offset, properties, COLLECTION_STYLE.FLOW)
    for (const item of token.items) {
      const explicit = includes(item.start, 'explicit-key-ind')
      if (!explicit && !hasProperties(item.start) && item.sep === undefined && item.value === undefined) continue
      if (isMapping) {
        this.#pair(item)
      } else if (item.sep === undefined && !explicit) {
        this.node(item.value, item.start)
      } else {
        this.#open(EVENT_ID.MAPPING, pairStart(item, token.offset), propertiesOf(NO_TOKENS), COLLECTION_STYLE.FLOW)
        this.#pair(item)
        this.events.push({ type: EVENT_ID.POP })
      }
    }
    this.events.push({ type: EVENT_ID.POP })
  }

  #pair(item: CST.CollectionItem): void {
    this.node(item.key, item.start)
    this.node(item.value, item.sep ?? NO_TOKENS)
  }

  #open(type: 2 | 3, start: number, properties: Properties, style: 1 | 2): void {
    this.events.push({ type, start, ...properties, style })
  }
}

function propertiesOf(tokens: readonly Property[]): Properties {
  const properties = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 }
  for (const { type, offset, source } of tokens) {
    if (type === 'anchor') {
      properties.anchorStart = offset + 1
      properties.anchorEnd = offset + source.length
    } else if (type === 'tag') {
      properties.tagStart = offset
      properties.tagEnd = offset + source.length
    }
  }
  return properties
}

function hasProperties(tokens: readonly Property[]): boolean {
  return includes(tokens, 'anchor') || includes(tokens, 'tag')
}

function includes(tokens: readonly Property[], wanted: Property['type']): boolean {
  return tokens.some(({ type }) => type === wanted)
}

/** js-yaml lets a block mapping start with its first key's tag, anchor or `?`. */
function blockStart(token: CST.BlockMap): number {
  const first = token.items[0]?.start.find(({ type }) => FIRST_OF_KEY.has(type))
  return Math.min(token.offset, first?.offset ?? token.offset)
}

const FIRST_OF_KEY: ReadonlySet<string> = new Set(['explicit-key-ind', 'anchor', 'tag'])

/** Where a pair without braces starts: `[a: b]`. */
function pairStart(item: CST.CollectionItem, otherwise: number): number {
  const property = item.start.find(({ type }) => type === 'anchor' || type === 'tag')
  return property?.offset ?? item.key?.offset ?? item.sep?.[0]?.offset ?? otherwise
}

function ignore(): void {
  // the errors of a scalar are the document's errors, which the judge has already
}
