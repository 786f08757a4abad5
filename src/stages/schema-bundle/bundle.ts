import { say, type Message } from '../../core/message.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import { resolve, type SchemaNode } from '../../core/schema/schemas.ts'
import { isList, isMapping, own, put, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'

/** A schema that needs no other file; or why there is none. */
export type Bundle = { readonly schema: Value; readonly problem?: undefined } | { readonly problem: Message }

/** Most values of a bundle: it is meant to be read and handed on. */
const LARGEST = 200_000

/**
 * Makes one schema of a schema and of all that its references lead to in other files, which is copied below `$defs`
 * (`definitions` in draft-07). It accepts what the schema accepts. `$id` and anchors of what is copied are left out,
 * since references in a bundle are pointers.
 */
export function bundle(root: SchemaNode): Bundle {
  try {
    return { schema: new Bundling(root).result() }
  } catch (error) {
    if (error instanceof Unbundled) return { problem: error.why }
    throw error
  }
}

class Unbundled extends Error {
  readonly why: Message

  constructor(why: Message) {
    super(why)
    this.why = why
  }
}

const NAMING_KEYWORDS = new Set(['$id', '$anchor', '$dynamicAnchor'])

class Bundling {
  readonly #root: SchemaNode
  readonly #keyword: '$defs' | 'definitions'
  /** What is copied, under its name; more is found as it is copied. */
  readonly #names = new Map<SchemaNode, string>()
  readonly #taken: Set<string>
  #size = 0

  constructor(root: SchemaNode) {
    this.#root = root
    this.#keyword = root.dialect === 'draft-07' ? 'definitions' : '$defs'
    const own = root.keyword(this.#keyword)
    this.#taken = new Set(isMapping(own) ? Object.keys(own) : [])
  }

  result(): Value {
    const schema = this.#copy(this.#root)
    const added: MutableMapping = {}
    for (const [node, name] of this.#names) put(added, name, this.#copy(node))
    if (!isMapping(schema) || Object.keys(added).length === 0) return schema
    const before = own(schema, this.#keyword)
    const out: MutableMapping = {}
    for (const key of Object.keys(schema)) if (key !== this.#keyword) put(out, key, schema[key] as Value)
    put(out, this.#keyword, { ...(isMapping(before) ? before : {}), ...added })
    return out
  }

  #copy(node: SchemaNode): Value {
    const { schema } = node
    if (!isMapping(schema)) return this.#copyValue(schema)
    if (node.keyword('$dynamicRef') !== undefined) throw new Unbundled(DYNAMIC)
    const out: MutableMapping = {}
    for (const keyword of Object.keys(schema)) {
      if (NAMING_KEYWORDS.has(keyword) && node !== this.#root) continue
      if (keyword === '$schema' && node !== this.#root) continue
      put(out, keyword, this.#copyKeyword(node, keyword, schema[keyword] as Value))
    }
    return out
  }

  #copyKeyword(node: SchemaNode, keyword: string, value: Value): Value {
    if (keyword === '$ref' && typeof value === 'string') return this.#referenceTo(node, value)
    const held = heldBy(node, keyword)
    if (held.length === 0) return this.#copyValue(value)
    const [single] = held
    if (single?.[0] === '' && !isList(value) && single[1].above === node) return this.#copy(single[1])
    const copies = new Map(held.map(([token, below]) => [token, this.#copy(below)]))
    if (isList(value)) return value.map((one, i) => copies.get(String(i)) ?? this.#copyValue(one))
    const out: MutableMapping = {}
    for (const [key, one] of Object.entries(value as Mapping)) put(out, key, copies.get(key) ?? this.#copyValue(one))
    return out
  }

  /** What is no schema, as it is. */
  #copyValue(value: Value): Value {
    if (++this.#size > LARGEST) throw new Unbundled(TOO_LARGE)
    return value
  }

  #referenceTo(node: SchemaNode, reference: string): Value {
    const target = resolve(node, reference).node
    if (target === undefined) return reference
    if (target.dialect !== this.#root.dialect) throw new Unbundled(DIALECTS)
    if (target.document === this.#root.document) return `#${fragment(target.tokens)}`
    let name = this.#names.get(target)
    if (name === undefined) this.#names.set(target, (name = this.#nameFor(target)))
    return `#${fragment([this.#keyword, name])}`
  }

  /** `common.port` for `schemas/common.yaml#/$defs/port`. */
  #nameFor({ document, tokens }: SchemaNode): string {
    const file = (document.path.split(/[/:]/).at(-1) ?? '').replace(/\.(?:ya?ml|json)$/, '')
    const last = tokens.at(-1)
    const wanted = last === undefined ? file : `${file}.${last}`
    let name = wanted
    for (let i = 2; this.#taken.has(name); i++) name = `${wanted}.${i}`
    this.#taken.add(name)
    return name
  }
}

/** A pointer as the fragment of a URI (RFC 6901 §6). */
function fragment(tokens: readonly string[]): string {
  return tokens.map((token) => '/' + encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1')).replaceAll('%24', '$')).join('')
}

const DYNAMIC = say`it uses $dynamicRef, which means something else wherever it is used from`
const DIALECTS = say`it refers to a schema of another dialect`
const TOO_LARGE = say`it would be too large`
