import type { Tokens } from '../pointer.ts'
import { isList, isMapping, own, type Value } from '../value.ts'
import { isSchema, type Dialect, type Home, type SchemaDocument } from './types.ts'

/**
 * A schema, or what stands at a pointer of its document. There is one node for each place: nodes can be compared with
 * `===` and be keys of maps.
 */
export class SchemaNode {
  /** A mapping or a boolean, for every node that is a schema. */
  readonly schema: Value
  readonly document: SchemaDocument
  readonly dialect: Dialect
  readonly home: Home
  /** Unique in its set. */
  readonly id: number
  /** What it stands in: a schema, or a list or map of schemas. None for a document as a whole. */
  readonly above: SchemaNode | undefined
  /** The nearest schema above, or this one, that has an `$id` of its own: what `#` means in a reference. */
  readonly resource: SchemaNode
  readonly #token: string
  #children: Map<string, SchemaNode> | undefined
  #tokens: Tokens | undefined

  constructor(schema: Value, from: RootOf | ChildOf) {
    const above = 'above' in from ? from.above : undefined
    const shared = 'above' in from ? from.above : from
    this.schema = schema
    this.document = shared.document
    this.dialect = shared.dialect
    this.home = shared.home
    this.id = this.home.count++
    this.above = above
    this.resource = above === undefined || this.ownId !== undefined ? this : above.resource
    this.#token = 'above' in from ? from.token : ''
  }

  /** The schema that its document is as a whole. */
  get root(): SchemaNode {
    let root = this as SchemaNode
    while (root.above !== undefined) root = root.above
    return root
  }

  /** Where it stands in its document. */
  get tokens(): Tokens {
    if (this.#tokens !== undefined) return this.#tokens
    const tokens = this.above === undefined ? [] : [this.#token]
    for (let at = this.above; at?.above !== undefined; at = at.above) tokens.push(at.#token)
    return (this.#tokens = tokens.reverse())
  }

  /** The `$id` that makes it a resource of its own (in draft-07 one that starts with `#` is an anchor). */
  get ownId(): string | undefined {
    const id = this.keyword('$id')
    return typeof id === 'string' && !id.startsWith('#') && !this.isPlainReference ? id : undefined
  }

  /** Whether it is a `$ref` of draft-07, beside which nothing counts. */
  get isPlainReference(): boolean {
    return this.dialect === 'draft-07' && typeof this.keyword('$ref') === 'string'
  }

  /** The value of a keyword, `undefined` where the schema lacks it (a boolean has none). */
  keyword(keyword: string): Value | undefined {
    return isMapping(this.schema) ? own(this.schema, keyword) : undefined
  }

  /** What stands below a token, schema or not; `undefined` where nothing does. */
  child(token: string): SchemaNode | undefined {
    const value = valueBelow(this.schema, token)
    if (value === undefined) return undefined
    this.#children ??= new Map()
    let child = this.#children.get(token)
    if (child === undefined) this.#children.set(token, (child = new SchemaNode(value, { above: this, token })))
    return child
  }

  /** The mappings and lists that stand directly below, whatever they are. */
  *collections(): Generator<SchemaNode> {
    if (!isMapping(this.schema) && !isList(this.schema)) return
    for (const [token, value] of Object.entries(this.schema)) {
      const child = isMapping(value) || isList(value) ? this.child(token) : undefined
      if (child !== undefined) yield child
    }
  }

  /** The entries of a list or map of schemas that are schemas, by token. */
  entries(): readonly (readonly [token: string, node: SchemaNode])[] {
    const entries: [string, SchemaNode][] = []
    if (!isMapping(this.schema) && !isList(this.schema)) return entries
    for (const token of Object.keys(this.schema)) {
      const node = this.child(token)
      if (node !== undefined && isSchema(node.schema)) entries.push([token, node])
    }
    return entries
  }
}

interface RootOf {
  readonly document: SchemaDocument
  readonly dialect: Dialect
  readonly home: Home
}

interface ChildOf {
  readonly above: SchemaNode
  readonly token: string
}

const LIST_INDEX = /^(?:0|[1-9][0-9]*)$/

function valueBelow(value: Value, token: string): Value | undefined {
  if (isMapping(value)) return own(value, token)
  return isList(value) && LIST_INDEX.test(token) ? value[Number(token)] : undefined
}
