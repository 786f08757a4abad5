import { isList, isMapping } from '../value.ts'
import { heldBy } from './keywords.ts'
import type { SchemaNode } from './node.ts'
import { dynamicTargets, resolve } from './resolve.ts'

/** The schemas that a schema applies: to the value itself, and to what the value holds. References are resolved. */
export interface Applicators {
  /** Those that always apply to the same value: the target of `$ref`, the members of `allOf`. */
  readonly always: readonly SchemaNode[]
  /** Those that apply to the same value under a condition: branches, `if`, `then`, `else`, dependent schemas. */
  readonly maybe: readonly SchemaNode[]
  readonly properties: ReadonlyMap<string, SchemaNode>
  readonly patterns: readonly (readonly [pattern: string, node: SchemaNode])[]
  readonly additional: SchemaNode | undefined
  /** For the keys of a mapping, which are strings. */
  readonly names: SchemaNode | undefined
  /** By index, from the first item on. */
  readonly prefix: readonly SchemaNode[]
  /** For the items after those. */
  readonly items: SchemaNode | undefined
  /** For items and entries, under a condition: `contains`, `unevaluatedItems`, `unevaluatedProperties`. */
  readonly maybeItems: readonly SchemaNode[]
  readonly maybeEntries: readonly SchemaNode[]
}

const known = new WeakMap<SchemaNode, Applicators>()

/** Works out, once for each schema, which others it applies. */
export function applicatorsOf(node: SchemaNode): Applicators {
  let applicators = known.get(node)
  if (applicators === undefined) known.set(node, (applicators = read(node)))
  return applicators
}

const possible = new WeakMap<SchemaNode, Applicators>()

/**
 * Those that a schema may apply by whatever reading of it: `maybe` has what a `$dynamicRef` may lead to as well, and
 * what stands beside a `$ref` of draft-07 counts, as its author meant it to.
 */
export function possibleApplicatorsOf(node: SchemaNode): Applicators {
  let applicators = possible.get(node)
  if (applicators === undefined) possible.set(node, (applicators = readPossible(node)))
  return applicators
}

const NONE: Applicators = {
  always: [],
  maybe: [],
  properties: new Map(),
  patterns: [],
  additional: undefined,
  names: undefined,
  prefix: [],
  items: undefined,
  maybeItems: [],
  maybeEntries: [],
}

const CONDITIONAL = ['oneOf', 'anyOf', 'if', 'then', 'else', 'dependentSchemas', 'dependencies']

function read(node: SchemaNode): Applicators {
  if (!isMapping(node.schema)) return NONE
  return node.isPlainReference ? { ...NONE, always: referredBy(node, '$ref') } : readAll(node)
}

function readPossible(node: SchemaNode): Applicators {
  if (!isMapping(node.schema)) return NONE
  const reference = node.keyword('$dynamicRef')
  const dynamic = typeof reference === 'string' ? dynamicTargets(node, reference) : []
  const recursive = referredBy(node, '$recursiveRef')
  if (dynamic.length + recursive.length === 0 && !node.isPlainReference) return applicatorsOf(node)
  const all = readAll(node)
  return { ...all, maybe: [...all.maybe, ...dynamic, ...recursive] }
}

function referredBy(node: SchemaNode, keyword: '$ref' | '$recursiveRef'): readonly SchemaNode[] {
  const reference = node.keyword(keyword)
  const target = typeof reference === 'string' ? resolve(node, reference).node : undefined
  return target === undefined ? [] : [target]
}

function readAll(node: SchemaNode): Applicators {
  const prefix = held(node, 'prefixItems')
  const tuple = isList(node.keyword('items'))
  return {
    always: [...referredBy(node, '$ref'), ...held(node, 'allOf')],
    maybe: CONDITIONAL.flatMap((keyword) => held(node, keyword)),
    properties: new Map(heldBy(node, 'properties')),
    patterns: heldBy(node, 'patternProperties'),
    additional: held(node, 'additionalProperties')[0],
    names: held(node, 'propertyNames')[0],
    prefix: tuple ? held(node, 'items') : prefix,
    items: held(node, tuple ? 'additionalItems' : 'items')[0],
    maybeItems: ['contains', 'unevaluatedItems'].flatMap((keyword) => held(node, keyword)),
    maybeEntries: held(node, 'unevaluatedProperties'),
  }
}

function held(node: SchemaNode, keyword: string): readonly SchemaNode[] {
  return heldBy(node, keyword).map(([, below]) => below)
}
