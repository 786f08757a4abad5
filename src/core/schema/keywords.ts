import { isList, isMapping } from '../value.ts'
import type { SchemaNode } from './node.ts'
import { isSchema } from './types.ts'

/**
 * The keywords that hold schemas, and how, of 2020-12 and draft-07 alike. `items` may be a list in draft-07, and
 * entries of `dependencies` may be lists of names.
 */
export const HOLDERS: ReadonlyMap<string, 'schema' | 'list' | 'map'> = new Map([
  ['$defs', 'map'],
  ['definitions', 'map'],
  ['properties', 'map'],
  ['patternProperties', 'map'],
  ['dependentSchemas', 'map'],
  ['dependencies', 'map'],
  ['allOf', 'list'],
  ['anyOf', 'list'],
  ['oneOf', 'list'],
  ['prefixItems', 'list'],
  ['items', 'schema'],
  ['additionalItems', 'schema'],
  ['unevaluatedItems', 'schema'],
  ['contains', 'schema'],
  ['additionalProperties', 'schema'],
  ['unevaluatedProperties', 'schema'],
  ['propertyNames', 'schema'],
  ['if', 'schema'],
  ['then', 'schema'],
  ['else', 'schema'],
  ['not', 'schema'],
  ['contentSchema', 'schema'],
] as const)

/** Keywords whose schemas are there for others to refer to. */
export const DEFINITIONS: ReadonlySet<string> = new Set(['$defs', 'definitions'])

/** The schemas that stand directly below a keyword of a schema, with their tokens; the keyword itself has none. */
export function heldBy(node: SchemaNode, keyword: string): readonly (readonly [token: string, node: SchemaNode])[] {
  const holds = HOLDERS.get(keyword)
  const held = holds === undefined || node.keyword(keyword) === undefined ? undefined : node.child(keyword)
  if (held === undefined) return []
  if (holds === 'map') return isMapping(held.schema) ? held.entries() : []
  if (isList(held.schema)) return holds === 'list' || keyword === 'items' ? held.entries() : []
  return holds === 'schema' && isSchema(held.schema) ? [['', held]] : []
}

/** A schema and every schema that is written below it, in the order of the text. References are not followed. */
export function* schemasBelow(root: SchemaNode): Generator<SchemaNode> {
  const open: SchemaNode[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node
    if (!isMapping(node.schema)) continue
    const held: SchemaNode[] = []
    for (const keyword of Object.keys(node.schema)) for (const [, below] of heldBy(node, keyword)) held.push(below)
    for (let i = held.length - 1; i >= 0; i--) open.push(held[i] as SchemaNode)
  }
}
