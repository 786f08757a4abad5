import { list, name, say, type Message } from '../../core/message.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import { resolve, type SchemaNode } from '../../core/schema/schemas.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import type { Subject } from './subject.ts'
import { saidBySchema } from './words.ts'

/** Conditions in conditions that are put into words. */
const DEEPEST = 4

/** Keywords that say nothing about values. */
const SILENT = new Set(['title', 'description', '$comment', '$ref', 'type', 'properties', 'required', 'not', 'allOf'])

/**
 * What the schema of an `if` asks, in words: `/tls/mode is "strict" and cert is set`. `undefined` where words would be
 * longer than a look at the schema, or would tell what a secret is.
 *
 * @param tokens the value that the condition is about.
 */
export function conditionWords(condition: SchemaNode, tokens: Tokens, subject: Subject): Message | undefined {
  const words = clauses(condition, { tokens, below: [], subject }, DEEPEST)
  return words === undefined || words.length === 0 || words.length > 4 ? undefined : list(words)
}

interface At {
  readonly tokens: Tokens
  /** From the value that the condition is about to here. */
  readonly below: Tokens
  readonly subject: Subject
}

function clauses(node: SchemaNode, at: At, depth: number): Message[] | undefined {
  if (depth === 0 || !isMapping(node.schema)) return undefined
  const own = valueClause(node, at)
  if (own !== undefined) return [own]
  if (Object.keys(node.schema).some((keyword) => !SILENT.has(keyword))) return undefined
  const parts: Message[] = []
  const reference = node.keyword('$ref')
  const referred = typeof reference === 'string' ? resolve(node, reference).node : undefined
  const inside = [...(referred === undefined ? [] : [referred]), ...heldBy(node, 'allOf').map(([, member]) => member)]
  for (const member of inside) {
    const words = clauses(member, at, depth - 1)
    if (words === undefined) return undefined
    parts.push(...words)
  }
  const properties = heldBy(node, 'properties')
  for (const [key, property] of properties) {
    const words = clauses(property, { ...at, below: [...at.below, key] }, depth - 1)
    if (words === undefined) return undefined
    parts.push(...words)
  }
  const required = node.keyword('required')
  for (const key of isList(required) ? required : []) {
    if (typeof key === 'string' && !properties.some(([named]) => named === key)) parts.push(say`${path([...at.below, key])} is set`)
  }
  const negated = heldBy(node, 'not')[0]?.[1]
  if (negated === undefined) return parts
  const words = clauses(negated, at, depth - 1)
  return words?.length === 1 ? [...parts, say`it is not so that ${words[0] as Message}`] : undefined
}

/** `/mode is "tls"`. */
function valueClause(node: SchemaNode, { tokens, below, subject }: At): Message | undefined {
  const fixed = node.keyword('const')
  const choice = node.keyword('enum')
  const values: readonly Value[] | undefined = fixed !== undefined ? [fixed] : isList(choice) ? choice : undefined
  if (values === undefined || values.length > 4 || subject.isHidden([...tokens, ...below])) return undefined
  return say`${path(below)} is ${list(values.map((value) => say`${saidBySchema(value)}`), 'or')}`
}

function path(below: Tokens): Message {
  if (below.length === 0) return say`this`
  return below.length === 1 ? say`${name(below[0] as string)}` : say`${pointer(below)}`
}
