import type { Place } from '../place.ts'
import type { Tokens } from '../pointer.ts'
import { findNode, keyPlace, ROOT, valuePlace } from '../tree.ts'
import { isMapping, own, valueAt, type Value } from '../value.ts'
import { SchemaNode } from './node.ts'
import { connect } from './resolve.ts'
import { enter, type Scope } from './scope.ts'
import { isSecretScope, mayHoldSecret } from './secret.ts'
import type { Dialect, Home, RegExpPort, SchemaDocument } from './types.ts'

export type { SchemaNode } from './node.ts'
export { repeatedIds, resolve, type ReferenceProblem } from './resolve.ts'
export { enter, type Scope } from './scope.ts'
export type { Dialect, RegExpPort, SchemaDocument } from './types.ts'
export { branchOf, unionsOf, type Union } from './union.ts'

/** The schemas of a repository and the built-in ones: all that a `$ref` can lead to (`resolve`). */
export interface SchemaSet {
  readonly documents: readonly SchemaDocument[]
  /** The schema that a document is as a whole, by its path; `undefined` where there is no such document. */
  readonly root: (path: string) => SchemaNode | undefined
}

/** Puts schemas together that may refer to one another. Of two documents with one path the first counts. */
export function createSchemas(documents: readonly SchemaDocument[], regexp: RegExpPort): SchemaSet {
  const home: Home = { documents, regexp, count: 0 }
  const roots = new Map<string, SchemaNode>()
  for (const document of documents) {
    if (roots.has(document.path)) continue
    const { value } = document.tree
    roots.set(document.path, new SchemaNode(value, { document, dialect: dialectOf(value) ?? '2020-12', home }))
  }
  connect(home, roots)
  return { documents, root: (path) => roots.get(path) }
}

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  ['https://json-schema.org/draft/2020-12/schema', '2020-12'],
  ['http://json-schema.org/draft-07/schema', 'draft-07'],
  ['https://json-schema.org/draft-07/schema', 'draft-07'],
])

/** The dialect that a schema's `$schema` names; `undefined` for one that is not known. */
export function dialectOf(schema: Value): Dialect | undefined {
  const named = isMapping(schema) ? own(schema, '$schema') : undefined
  if (named === undefined) return '2020-12'
  return typeof named === 'string' ? DIALECTS.get(named.replace(/#$/, '')) : undefined
}

/**
 * The subschemas that apply unconditionally at a pointer of a value, nearest first: through `$ref`, `allOf`,
 * `properties`, `patternProperties`, `additionalProperties`, `items` and `prefixItems`, and the branch of a
 * discriminated union whose tag the value has. Boolean schemas are among them. What `anyOf`, `if` and other `oneOf` say
 * is not: it may not hold. Whoever walks a value asks `enter` once and then steps (`Scope`).
 *
 * @param value the whole value that `root` is the schema of; the pointer may lead to nothing in it.
 */
export function applicable(root: SchemaNode, tokens: Tokens, value: Value | undefined): readonly SchemaNode[] {
  return scopeAt(root, tokens, value).nodes
}

/** The scope at a pointer of a value: see `applicable`. */
export function scopeAt(root: SchemaNode, tokens: Tokens, value: Value | undefined): Scope {
  let scope = enter(root, value)
  let at = value
  for (const token of tokens) {
    scope = scope.at(token, at)
    at = childOf(at, token)
  }
  return scope
}

function childOf(value: Value | undefined, token: string): Value | undefined {
  return value === undefined ? undefined : valueAt(value, [token])
}

/**
 * Whether the schema puts what is at a pointer under `x-secret`, there or above, in any branch that might apply; or
 * might, for all that can be read of it (`isSecretScope`).
 */
export function isSecretAt(root: SchemaNode, tokens: Tokens): boolean {
  if (!mayHoldSecret(root)) return false
  let scope = enter(root, undefined, 'maybe')
  for (let depth = 0; ; depth++) {
    if (isSecretScope(scope)) return true
    const token = tokens[depth]
    if (token === undefined) return false
    scope = scope.at(token, undefined)
  }
}

/**
 * Where a schema, or one of its keywords, stands in its file; the nearest place above where it has none of its own.
 *
 * @param part of the keyword: the `value` (what it says) or the `key` (that it is there). A schema is at its key.
 */
export function placeOfSchema(node: SchemaNode, keyword?: string, part: 'key' | 'value' = 'value'): Place {
  const { tree } = node.document
  const tokens = keyword === undefined ? node.tokens : [...node.tokens, keyword]
  for (let depth = tokens.length; depth > 0; depth--) {
    const found = findNode(tree, tokens.slice(0, depth))
    if (found < 0) continue
    const whole = depth === tokens.length && keyword !== undefined
    return whole && part === 'value' ? valuePlace(tree, found) : keyPlace(tree, found)
  }
  return valuePlace(tree, ROOT)
}
