import { isList, isMapping, type Value } from '../value.ts'
import { closureOf } from './closure.ts'
import { HOLDERS } from './keywords.ts'
import type { SchemaNode } from './node.ts'
import { possibleEdges, reaching } from './reach.ts'
import { dynamicTargets, resolve } from './resolve.ts'
import type { Scope } from './scope.ts'
import { isSchema } from './types.ts'

const known = new WeakMap<Scope, boolean>()

/**
 * Whether the schemas that may apply at a pointer put what is there under `x-secret`, or might for all that can be read
 * of them: more of them apply than are looked at, or one is wrong in a way that may hide an `x-secret`. What is hidden
 * without need costs less than what is shown.
 *
 * @param scope entered with the reach `maybe`
 */
export function isSecretScope(scope: Scope): boolean {
  let secret = known.get(scope)
  if (secret === undefined) {
    secret = scope.nodes.some(isSecret) || (scope.cut && mayBeLeftOut(scope))
    known.set(scope, secret)
  }
  return secret
}

/** The same of schemas that apply to one value, and all that may apply with them. */
export function isSecretUnder(schemas: ReadonlySet<SchemaNode>): boolean {
  const { nodes, cut } = closureOf(schemas, 'maybe')
  return nodes.some(isSecret) || (cut && [...schemas].some(mayHoldSecret))
}

/** Whether what a schema applies to, or anything in it, may be under `x-secret`. */
export const mayHoldSecret = reaching(possibleEdges, isSecret)

function mayBeLeftOut({ seeds }: Scope): boolean {
  // Where not even all of them are known, neither is what they lead to.
  return seeds.isCut || [...seeds.nodes].some(mayHoldSecret)
}

const secrecy = new WeakMap<SchemaNode, boolean>()

function isSecret(node: SchemaNode): boolean {
  let secret = secrecy.get(node)
  if (secret === undefined) secrecy.set(node, (secret = saysSecret(node) || isUnreadable(node)))
  return secret
}

/** A misspelt value, such as YAML's `yes`, was meant to hide something; it is reported. */
function saysSecret(node: SchemaNode): boolean {
  const said = node.keyword('x-secret')
  return said !== undefined && said !== false
}

/** Whether something that the schema applies cannot be found out. */
function isUnreadable(node: SchemaNode): boolean {
  if (node.document.damaged === true || !isSchema(node.schema)) return true
  if (!isMapping(node.schema)) return false
  for (const keyword of Object.keys(node.schema)) {
    const value = node.schema[keyword] as Value
    if (REFERENCES.has(keyword) ? !leadsSomewhere(node, value, keyword) : !holdsSchemas(keyword, value)) return true
  }
  return false
}

const REFERENCES: ReadonlySet<string> = new Set(['$ref', '$dynamicRef', '$recursiveRef'])

function leadsSomewhere(node: SchemaNode, reference: Value, keyword: string): boolean {
  if (typeof reference !== 'string') return false
  if (keyword === '$dynamicRef') return dynamicTargets(node, reference).length > 0
  return resolve(node, reference).node !== undefined
}

/** Keywords that hold schemas of which nothing about the value itself follows. */
const ELSEWHERE: ReadonlySet<string> = new Set(['$defs', 'definitions', 'not', 'contentSchema', 'propertyNames'])

function holdsSchemas(keyword: string, value: Value): boolean {
  const holds = HOLDERS.get(keyword)
  if (holds === undefined || ELSEWHERE.has(keyword)) return true
  if (holds === 'map') {
    return isMapping(value) && Object.values(value).every((one) => isSchema(one) || (keyword === 'dependencies' && isList(one)))
  }
  if (isList(value)) return (holds === 'list' || keyword === 'items') && value.every(isSchema)
  return holds === 'schema' && isSchema(value)
}
