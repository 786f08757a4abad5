import { CST, Parser } from 'yaml'
import type { Tokens } from '../../core/pointer.ts'
import { MAX_DEPTH, MAX_NODES } from '../../core/ports.ts'
import type { SopsComment, SopsDocument, SopsEntry, SopsList, SopsMapping, SopsNode } from '../../core/sops/document.ts'
import { refuse } from '../../core/sops/problem.ts'
import { MERGE_KEY } from './refuse-twice.ts'
import { placeComments, type OpenContainer } from './yaml-comments.ts'
import { plainYaml } from './yaml-scalars.ts'
import { withTag } from './yaml-tags.ts'

/**
 * Reads YAML as SOPS does: every document an ordered mapping with its comments, aliases written out, merge keys as keys
 * named `<<`, scalars typed by go-yaml's rules. It expects text that the parse stage accepts; what SOPS cannot hold is
 * refused: documents that are no mappings, keys that are no texts, 64-bit integers without room for a sign.
 *
 * @throws SopsRefusal `bad-content`; `not-taken` for `!!binary`, of which go-yaml makes a text where it is one, and for
 * brackets that are closed to the left of what they are in
 */
export function readYaml(text: string): readonly SopsDocument[] {
  const reader = new YamlReader(text)
  return reader.read()
}

type Items = (SopsEntry | SopsComment)[]
type Token = CST.Token
type Source = CST.SourceToken

/** A node and how many nodes it stands for, aliases written out. */
interface Weighed {
  readonly node: SopsNode
  readonly weight: number
}

class YamlReader {
  readonly #text: string
  #anchors = new Map<string, Weighed>()
  #containers: OpenContainer[] = []
  #comments: { start: number; end: number }[] = []

  constructor(text: string) {
    this.#text = text
  }

  read(): SopsDocument[] {
    const documents: SopsDocument[] = []
    for (const token of new Parser().parse(this.#text)) {
      if (token.type === 'document') documents.push(this.#document(token))
      else if (token.type === 'comment') this.#comments.push(spanOf(token))
      else if (token.type === 'doc-end') this.#noteComments(token.end)
      else if (token.type === 'error') this.#refuse(token.offset)
    }
    if (documents.length === 0) return this.#refuse(0)
    // Comments after the last document, which nothing has placed yet.
    if (this.#comments.length > 0) placeComments(this.#text, this.#lastRoot, this.#comments)
    return documents
  }

  #lastRoot: OpenContainer[] = []

  #document({ start, value, end, offset }: CST.Document): SopsDocument {
    this.#anchors = new Map()
    this.#containers = []
    this.#noteComments(start)
    this.#noteComments(end)
    const props = this.#props(start)
    const root = this.#root(value, props, offset)
    placeComments(this.#text, this.#containers, this.#comments)
    this.#lastRoot = this.#containers
    this.#comments = []
    return { root }
  }

  /** The mapping of a document; what holds nothing is an empty one. */
  #root(value: Token | undefined, props: Props, offset: number): SopsMapping {
    if (value === undefined) return this.#empty(offset)
    const { node } = this.#node(value, props, { keys: [], depth: 0 })
    if (node.kind === 'mapping') return node
    return node.kind === 'leaf' && node.value === null ? this.#empty(offset) : this.#refuse(node.start)
  }

  #empty(offset: number): SopsMapping {
    const items: Items = []
    const mapping: SopsMapping = { kind: 'mapping', layout: 'block', start: offset, end: offset, items }
    this.#containers.push({ node: mapping, items, keys: [] })
    return mapping
  }

  #node(token: Token, props: Props, at: At): Weighed {
    const weighed = this.#bare(token, props, at)
    if (props.anchor !== undefined) this.#anchors.set(props.anchor, weighed)
    if (weighed.weight > MAX_NODES) return this.#refuse(token.offset)
    return weighed
  }

  #bare(token: Token, props: Props, at: At): Weighed {
    if (at.depth > MAX_DEPTH) return this.#refuse(token.offset)
    switch (token.type) {
      case 'block-map':
        return this.#mapping(token.items, { kind: 'mapping', layout: 'block', start: token.offset }, at)
      case 'block-seq':
        return this.#list(token.items, { kind: 'list', layout: 'block', start: token.offset }, at)
      case 'flow-collection':
        return this.#flow(token, at)
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        return { node: this.#scalar(token, props), weight: 1 }
      default:
        return this.#refuse(token.offset)
    }
  }

  #flow(token: CST.FlowCollection, at: At): Weighed {
    const last = token.end[0]
    if (last === undefined || last.type === 'flow-error-end') return this.#unclosed(token.offset)
    this.#noteComments(token.end)
    const open = { layout: 'flow', start: token.start.offset, end: last.offset + 1 } as const
    return token.start.type === 'flow-map-start'
      ? this.#mapping(token.items, { ...open, kind: 'mapping' }, at)
      : this.#list(token.items, { ...open, kind: 'list' }, at)
  }

  /** go-yaml takes, and writes, brackets that are closed to the left of what they are in. */
  #unclosed(start: number): never {
    const isClosed = /^ *[}\]]/m.test(this.#text.slice(start))
    return refuse(isClosed ? 'not-taken' : 'bad-content', { start, end: start })
  }

  #mapping(items: CST.CollectionItem[], open: Opening, at: At): Weighed {
    const into = this.#open(open, at)
    let weight = 1
    for (const item of items) {
      this.#noteComments(item.start)
      if (item.key === undefined && item.sep === undefined) {
        // `{a}` is a key without a value.
        if (!item.value) continue
        const key = this.#key(item.value)
        into.push({ kind: 'entry', ...key, node: emptyLeaf(key.keyEnd) })
        continue
      }
      const named = item.key === undefined || item.key === null ? this.#refuse(open.start) : this.#key(item.key)
      // An entry whose key stands behind a `?`, an anchor or a tag (`!!merge <<`) starts there.
      const before = item.start.find(({ type }) => type === 'explicit-key-ind' || type === 'tag' || type === 'anchor')
      const key = { ...named, start: before?.offset ?? named.start }
      const within = { keys: [...at.keys, key.key], depth: at.depth + 1 }
      const value = this.#value(item.value, item.sep ?? [], key.keyEnd, within)
      weight += value.weight
      into.push({ kind: 'entry', ...key, ...value.entry })
    }
    return { node: this.#close(open, into), weight }
  }

  #list(items: CST.CollectionItem[], open: Opening, at: At): Weighed {
    const into = this.#open(open, at)
    let weight = 1
    for (const item of items) {
      this.#noteComments(item.start)
      const indicator = item.start.find(({ type }) => type === 'seq-item-ind')
      if (item.key !== undefined || item.sep !== undefined) return this.#refuse(open.start)
      if (indicator === undefined && !item.value) continue
      const start = indicator?.offset ?? item.value?.offset ?? open.start
      const keyEnd = indicator === undefined ? start : indicator.offset + 1
      const after = indicator === undefined ? item.start : item.start.slice(item.start.indexOf(indicator) + 1)
      const value = this.#value(item.value, after, keyEnd, { keys: at.keys, depth: at.depth + 1 })
      weight += value.weight
      into.push({ kind: 'entry', key: null, start, keyEnd, ...value.entry })
    }
    return { node: this.#close(open, into), weight }
  }

  #open(open: Opening, { keys }: At): Items {
    const items: Items = []
    // The node is made when its items are known; it shares their list, into which comments are put at the end.
    const { kind, layout, start, end = start } = open
    this.#containers.push({ node: { kind, layout, start, end, items }, items, keys })
    return items
  }

  #close(open: Opening, items: Items): SopsMapping | SopsList {
    const last = items.findLast((item) => item.kind === 'entry')
    const end = open.end ?? (last === undefined ? open.start : last.alias?.end ?? last.node.end)
    return { kind: open.kind, layout: open.layout, start: open.start, end, items }
  }

  #value(token: Token | null | undefined, before: Source[], keyEnd: number, at: At): { weight: number; entry: Pick<SopsEntry, 'node' | 'alias'> } {
    this.#noteComments(before)
    const props = this.#props(before)
    if (token === undefined || token === null) {
      const colon = before.find(({ type }) => type === 'map-value-ind')
      const node = this.#typed('', props, colon === undefined ? keyEnd : colon.offset + 1)
      return { weight: 1, entry: { node } }
    }
    if (token.type !== 'alias') {
      const { node, weight } = this.#node(token, props, at)
      return { weight, entry: { node } }
    }
    const found = this.#anchors.get(token.source.slice(1)) ?? this.#refuse(token.offset)
    this.#noteComments(token.end)
    return { weight: found.weight, entry: { node: found.node, alias: spanOf(token) } }
  }

  #typed(text: string, props: Props, offset: number): SopsNode {
    const value = withTag(props.tag, () => plainYaml(text), text)
    return value === undefined ? this.#refuse(offset) : { kind: 'leaf', start: offset, end: offset, value }
  }

  #scalar(token: CST.FlowScalar | CST.BlockScalar, props: Props): SopsNode {
    if (token.type === 'block-scalar') this.#noteComments(token.props)
    else this.#noteComments(token.end)
    const start = token.type === 'block-scalar' ? (token.props[0]?.offset ?? token.offset) : token.offset
    const text = this.#textOf(token)
    if (props.tag === BINARY) return refuse('not-taken', { start, end: endOf(token) })
    const value = withTag(props.tag, () => (token.type === 'scalar' ? plainYaml(text) : { type: 'str', text }), text)
    if (value === undefined) return this.#refuse(start)
    return { kind: 'leaf', start, end: endOf(token), value }
  }

  #textOf(token: CST.FlowScalar | CST.BlockScalar): string {
    // Nearly all: an envelope or a word on one line, which is its own text.
    if (token.type === 'scalar' && !token.source.includes('\n') && !ODD_START.test(token.source)) return token.source
    return CST.resolveAsScalar(token, true, () => this.#refuse(token.offset)).value
  }

  #key(token: Token): { key: string; start: number; keyEnd: number } {
    // go-yaml writes a key of several lines so, behind a `?`.
    if (token.type === 'block-scalar') {
      this.#noteComments(token.props)
      return { key: this.#textOf(token), start: token.props[0]?.offset ?? token.offset, keyEnd: endOf(token) }
    }
    if (token.type !== 'scalar' && token.type !== 'single-quoted-scalar' && token.type !== 'double-quoted-scalar') {
      return this.#refuse(token.offset)
    }
    this.#noteComments(token.end)
    const key = this.#textOf(token)
    if (token.type === 'scalar' && key !== MERGE_KEY && plainYaml(key)?.type !== 'str') return this.#refuse(token.offset)
    return { key, start: token.offset, keyEnd: token.offset + token.source.length }
  }

  #props(tokens: readonly Source[]): Props {
    const anchor = tokens.find(({ type }) => type === 'anchor')?.source.slice(1)
    const tag = tokens.find(({ type }) => type === 'tag')?.source
    return { anchor, tag }
  }

  #noteComments(tokens: readonly Token[] | undefined): void {
    for (const token of tokens ?? []) {
      if (token.type === 'comment') this.#comments.push(spanOf(token))
      else if (token.type === 'error') this.#refuse(token.offset)
    }
  }

  #refuse(offset: number): never {
    const start = Math.max(0, offset)
    return refuse('bad-content', { start, end: start })
  }
}

interface Props {
  readonly anchor: string | undefined
  readonly tag: string | undefined
}

interface At {
  readonly keys: Tokens
  readonly depth: number
}

interface Opening {
  readonly kind: 'mapping' | 'list'
  readonly layout: 'block' | 'flow'
  readonly start: number
  readonly end?: number
}

const BINARY = '!!binary'
/** What a plain scalar cannot start with; the library says so. */
const ODD_START = /^[@`,[\]{}&*!|>'"%\t\r]/

function spanOf(token: { readonly offset: number; readonly source: string }): { start: number; end: number } {
  return { start: token.offset, end: token.offset + token.source.length }
}

/** Where a scalar ends in the text; of a block scalar without the line breaks that end it. */
function endOf(token: CST.FlowScalar | CST.BlockScalar): number {
  if (token.type !== 'block-scalar') return token.offset + token.source.length
  const last = token.props.at(-1)
  const from = last === undefined ? token.offset : last.offset + ('source' in last ? last.source.length : 0)
  return from + token.source.replace(/[\r\n]+$/, '').length
}

function emptyLeaf(offset: number): SopsNode {
  return { kind: 'leaf', start: offset, end: offset, value: null }
}
