import { nearest } from '../nearest.ts'
import { pointer, tokensOf, type Tokens } from '../pointer.ts'
import { isList, isMapping } from '../value.ts'
import { schemasBelow } from './keywords.ts'
import type { SchemaNode } from './node.ts'
import { isSchema, type Home } from './types.ts'
import { decoded, joined, referenceTo, uriOfPath } from './uri.ts'

/** Where a reference leads. */
export type Resolution =
  | { readonly node: SchemaNode; readonly problem?: undefined }
  | { readonly node?: undefined; readonly problem: ReferenceProblem; readonly nearest?: string }

/**
 * Why a `$ref` leads nowhere. `remote`: a URI that no schema here has as its `$id`; nothing is ever fetched.
 * `nearest` is then the whole reference that was probably meant.
 */
export type ReferenceProblem = 'remote' | 'no-document' | 'no-anchor' | 'no-place' | 'no-schema'

const resolvers = new WeakMap<Home, Resolver>()

/** Makes the documents of a set known to the references in them. */
export function connect(home: Home, roots: ReadonlyMap<string, SchemaNode>): void {
  resolvers.set(home, new Resolver(roots))
}

/**
 * Where a reference leads that is written in `from`: `#/$defs/x`, `#anchor`, `common.yaml#/$defs/port`, `cairn:name`,
 * or a URI that some schema of the set has as its `$id`. Relative ones are resolved against the `$id` in force, and
 * where nothing has that URI, against the folder of the file. Never to anything outside the set.
 */
export function resolve(from: SchemaNode, reference: string): Resolution {
  return resolvers.get(from.home)?.resolve(from, reference) ?? { problem: 'no-document' }
}

/**
 * The schemas that a `$dynamicRef` may lead to, depending on the way on which evaluation comes to it: what it leads to
 * by itself, and every schema of the set that has a dynamic anchor of that name.
 */
export function dynamicTargets(from: SchemaNode, reference: string): readonly SchemaNode[] {
  const { node } = resolve(from, reference)
  const anchor = decoded(reference.slice(reference.indexOf('#') + 1))
  const anchored = reference.includes('#') ? (resolvers.get(from.home)?.dynamicallyAnchored(anchor) ?? []) : []
  return [...new Set(node === undefined ? anchored : [node, ...anchored])]
}

/** A schema with an `$id` that another one has already, or that is the path of another file: it leads to that one. */
export interface RepeatedId {
  readonly node: SchemaNode
  readonly first: SchemaNode
}

/** Every `$id` of a set that is not the first one with its URI. */
export function repeatedIds(home: Home): readonly RepeatedId[] {
  return resolvers.get(home)?.repeatedIds() ?? []
}

/** Finds what references lead to, within the documents of one set. */
class Resolver {
  readonly #roots: ReadonlyMap<string, SchemaNode>
  /** Resources by URI: documents by their path, schemas by their `$id`; the first that has it counts. */
  readonly #resources = new Map<string, SchemaNode>()
  readonly #uris = new Map<SchemaNode, string>()
  readonly #anchors = new Map<SchemaNode, Map<string, SchemaNode>>()
  readonly #known = new Map<SchemaNode, Map<string, Resolution>>()
  readonly #repeated: RepeatedId[] = []
  #dynamic: Map<string, SchemaNode[]> | undefined
  #indexed = false

  constructor(roots: ReadonlyMap<string, SchemaNode>) {
    this.#roots = roots
  }

  resolve(from: SchemaNode, reference: string): Resolution {
    const base = from.resource
    let known = this.#known.get(base)
    if (known === undefined) this.#known.set(base, (known = new Map<string, Resolution>()))
    let resolution = known.get(reference)
    if (resolution === undefined) known.set(reference, (resolution = this.#resolve(base, reference)))
    return resolution
  }

  repeatedIds(): readonly RepeatedId[] {
    this.#index()
    return this.#repeated
  }

  /** Looks everywhere in all documents, also where only a reference makes a schema of what stands there. */
  dynamicallyAnchored(anchor: string): readonly SchemaNode[] {
    if (this.#dynamic === undefined) {
      this.#dynamic = new Map()
      const open = [...this.#roots.values()]
      for (let node = open.pop(); node !== undefined; node = open.pop()) {
        const name = node.keyword('$dynamicAnchor')
        if (typeof name === 'string') this.#dynamic.set(name, [...(this.#dynamic.get(name) ?? []), node])
        for (const child of node.collections()) open.push(child)
      }
    }
    return this.#dynamic.get(anchor) ?? []
  }

  #resolve(base: SchemaNode, reference: string): Resolution {
    const hash = reference.indexOf('#')
    const location = hash < 0 ? reference : reference.slice(0, hash)
    const fragment = hash < 0 ? '' : decoded(reference.slice(hash + 1))
    const resource = location === '' ? base : this.#find(location, base)
    if (resource === undefined) return this.#unknownDocument(location, reference.slice(location.length), base)
    if (fragment === '') return answer(resource)
    return fragment.startsWith('/') ? atPointer(resource, location, fragment) : this.#atAnchor(resource, location, fragment)
  }

  #find(location: string, base: SchemaNode): SchemaNode | undefined {
    this.#index()
    const uri = joined(location, this.#uris.get(base) ?? '')
    const found = uri === undefined ? undefined : this.#resources.get(uri)
    if (found !== undefined) return found
    const byPath = joined(location, uriOfPath(base.document.path))
    return byPath === undefined ? undefined : this.#resources.get(byPath)
  }

  #atAnchor(resource: SchemaNode, location: string, anchor: string): Resolution {
    this.#index()
    const anchors = this.#anchors.get(resource)
    const node = anchors?.get(anchor)
    if (node !== undefined) return { node }
    const near = nearest(anchor, anchors?.keys() ?? [])
    return near === undefined ? { problem: 'no-anchor' } : { problem: 'no-anchor', nearest: `${location}#${near}` }
  }

  #unknownDocument(location: string, rest: string, base: SchemaNode): Resolution {
    if (/^https?:/i.test(location)) return { problem: 'remote' }
    const names = new Map<string, string>()
    for (const path of this.#roots.keys()) names.set(referenceTo(path, base.document.path), path)
    const near = this.#roots.has(location) ? referenceTo(location, base.document.path) : nearest(location, names.keys())
    return near === undefined ? { problem: 'no-document' } : { problem: 'no-document', nearest: near + rest }
  }

  /** Notes every `$id` and anchor there is; the first of two equal ones counts. */
  #index(): void {
    if (this.#indexed) return
    this.#indexed = true
    for (const [path, root] of this.#roots) {
      this.#uris.set(root, uriOfPath(path))
      this.#resources.set(uriOfPath(path), root)
    }
    for (const root of this.#roots.values()) for (const node of schemasBelow(root)) this.#note(node)
  }

  #note(node: SchemaNode): void {
    const id = node.ownId
    if (id !== undefined) {
      const base = node.above === undefined ? node : node.above.resource
      const uri = joined(id.endsWith('#') ? id.slice(0, -1) : id, this.#uris.get(base) ?? '')
      this.#uris.set(node, uri ?? id)
      const first = uri === undefined ? undefined : this.#resources.get(uri)
      if (uri !== undefined && first === undefined) this.#resources.set(uri, node)
      else if (first !== undefined && first !== node) this.#repeated.push({ node, first })
    }
    if (node.isPlainReference) return
    const old = node.keyword('$id')
    if (typeof old === 'string' && old.startsWith('#')) this.#noteAnchor(node, old.slice(1))
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const anchor = node.keyword(keyword)
      if (typeof anchor === 'string') this.#noteAnchor(node, anchor)
    }
  }

  #noteAnchor(node: SchemaNode, anchor: string): void {
    let anchors = this.#anchors.get(node.resource)
    if (anchors === undefined) this.#anchors.set(node.resource, (anchors = new Map<string, SchemaNode>()))
    if (!anchors.has(anchor)) anchors.set(anchor, node)
  }
}

function atPointer(resource: SchemaNode, location: string, fragment: string): Resolution {
  const tokens = tokensOf(fragment)
  if (tokens === undefined) return { problem: 'no-place' }
  let node = resource
  for (const [depth, token] of tokens.entries()) {
    const child = node.child(token)
    if (child === undefined) {
      const near = nearest(token, keysOf(node))
      if (near === undefined) return { problem: 'no-place' }
      return { problem: 'no-place', nearest: `${location}#${pointer(tokens.with(depth, near))}` }
    }
    node = child
  }
  return answer(node)
}

function keysOf({ schema }: SchemaNode): Tokens {
  return isMapping(schema) || isList(schema) ? Object.keys(schema) : []
}

function answer(node: SchemaNode): Resolution {
  return isSchema(node.schema) ? { node } : { problem: 'no-schema' }
}
