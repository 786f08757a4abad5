import { Opaque } from '../../core/opaque.ts'
import type { SchemaNode } from '../../core/schema/node.ts'
import { resolve } from '../../core/schema/resolve.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import { LEAF_TESTS } from './accept-leaf.ts'

/** Whether a schema finds a value valid; `undefined` where only ajv can tell. */
type Test = (value: Value, run: Run) => boolean | undefined

interface Run {
  /** How many schemas may still be asked. */
  left: number
  /** How many schemas that ask others the present one stands in. */
  depth: number
}

/** Schemas asked for one value, and inside one another; beyond that ajv counts what its work is. */
const MOST_ASKED = 200_000
const DEEPEST = 500

/**
 * Whether a value is certainly valid, and no part of it deprecated. Most documents are: for them nothing has to be
 * compiled, and ajv is not even loaded. What is not told here in a few lines (opaque leaves, draft-07, what schemas
 * leave unevaluated) is left to ajv, as is everything that is invalid. Property tests hold the two together.
 */
export function accepts(schema: SchemaNode, value: Value): boolean {
  return testOf(schema)(value, { left: MOST_ASKED, depth: 0 }) === true
}

/**
 * Whether a value is what one keyword of a schema asks for; `undefined` where only ajv can tell. Nothing is compiled:
 * this is how values that were opened with a key are judged.
 *
 * @param value without opaque leaves
 */
export function fits(node: SchemaNode, keyword: string, value: Value): boolean | undefined {
  const said = node.keyword(keyword)
  if (said === undefined || node.isPlainReference) return undefined
  const leaf = LEAF_TESTS.get(keyword)
  if (leaf !== undefined) return (leaf(said, node) ?? (() => true))(value)
  if (node.dialect !== '2020-12') return undefined
  return TRIALS.get(keyword)?.(node)?.(value, { left: MOST_ASKED, depth: 0 })
}

/** The keywords of a schema that look at a value itself. */
export function leafKeywordsOf({ schema }: SchemaNode): readonly string[] {
  return isMapping(schema) ? Object.keys(schema).filter((keyword) => LEAF_TESTS.has(keyword)) : []
}

const tests = new WeakMap<SchemaNode, Test>()

function testOf(node: SchemaNode): Test {
  let test = tests.get(node)
  if (test === undefined) {
    // Schemas may be cyclic: what they ask is looked at when it is first asked for.
    let made: Test | undefined
    test = (value, run) => (made ??= make(node))(value, run)
    tests.set(node, test)
  }
  return test
}

const UNTOLD: Test = () => undefined

/** Keywords that are left to ajv. */
const LEFT: ReadonlySet<string> = new Set([
  '$dynamicRef', '$recursiveRef', 'unevaluatedItems', 'unevaluatedProperties', 'dependentSchemas', 'dependencies',
  'additionalItems',
])

function make(node: SchemaNode): Test {
  const { schema } = node
  if (typeof schema === 'boolean') return () => schema
  if (!isMapping(schema) || node.dialect !== '2020-12' || node.keyword('deprecated') === true) return UNTOLD
  const parts: Test[] = []
  for (const keyword of Object.keys(schema)) {
    if (LEFT.has(keyword)) return UNTOLD
    const part = LEAF_TESTS.get(keyword)?.(schema[keyword] as Value, node) ?? TRIALS.get(keyword)?.(node)
    if (part !== undefined) parts.push(part)
  }
  for (const part of [entriesTest(node), itemsTest(node)]) if (part !== undefined) parts.push(part)
  if (parts.length === 0) return () => true
  return (value, run) => {
    if (value instanceof Opaque || run.left-- <= 0 || run.depth > DEEPEST) return undefined
    run.depth++
    const valid = all(parts, value, run)
    run.depth--
    return valid
  }
}

/** What one finds invalid is invalid, whatever others cannot tell. */
function all(parts: readonly Test[], value: Value, run: Run): boolean | undefined {
  let valid: boolean | undefined = true
  for (const part of parts) {
    const one = part(value, run)
    if (one === false) return false
    if (one === undefined) valid = undefined
  }
  return valid
}

function any(parts: readonly Test[], value: Value, run: Run): boolean | undefined {
  let valid: boolean | undefined = false
  for (const part of parts) {
    const one = part(value, run)
    if (one === true) return true
    if (one === undefined) valid = undefined
  }
  return valid
}

function exactlyOne(parts: readonly Test[], value: Value, run: Run): boolean | undefined {
  let valid = 0
  for (const part of parts) {
    const one = part(value, run)
    if (one === undefined) return undefined
    if (one && ++valid > 1) return false
  }
  return valid === 1
}

/** The schema below a keyword; what should be one and is not is left to ajv. */
function below(node: SchemaNode, keyword: string): Test | undefined {
  const child = node.child(keyword)
  return child && testOf(child)
}

/** The schemas in a list or map below a keyword. */
function listed(node: SchemaNode, keyword: string): readonly Test[] {
  return node.child(keyword)?.entries().map(([, schema]) => testOf(schema)) ?? []
}

function among(keyword: string, decide: typeof all): (node: SchemaNode) => Test {
  return (node) => {
    const parts = listed(node, keyword)
    return parts.length === 0 ? UNTOLD : (value, run) => decide(parts, value, run)
  }
}

/** The keywords that try schemas out on the value itself. */
const TRIALS: ReadonlyMap<string, (node: SchemaNode) => Test | undefined> = new Map([
  ['allOf', among('allOf', all)],
  ['anyOf', among('anyOf', any)],
  ['oneOf', among('oneOf', exactlyOne)],
  ['$ref', referenceTest],
  ['not', notTest],
  ['if', conditionTest],
  ['propertyNames', namesTest],
  ['contains', containsTest],
])

function referenceTest(node: SchemaNode): Test {
  const reference = node.keyword('$ref')
  const target = typeof reference === 'string' ? resolve(node, reference).node : undefined
  return target === undefined ? UNTOLD : testOf(target)
}

function notTest(node: SchemaNode): Test {
  const test = below(node, 'not') ?? UNTOLD
  return (value, run) => {
    const valid = test(value, run)
    return valid === undefined ? undefined : !valid
  }
}

const VALID: Test = () => true

function conditionTest(node: SchemaNode): Test {
  const condition = below(node, 'if') ?? UNTOLD
  const [yes, no] = [below(node, 'then') ?? VALID, below(node, 'else') ?? VALID]
  return (value, run) => {
    const holds = condition(value, run)
    if (holds === undefined) return undefined
    return holds ? yes(value, run) : no(value, run)
  }
}

function namesTest(node: SchemaNode): Test {
  const test = below(node, 'propertyNames') ?? UNTOLD
  return (value, run) => {
    if (!isMapping(value)) return true
    for (const key of Object.keys(value)) if (test(key, run) !== true) return undefined
    return true
  }
}

function containsTest(node: SchemaNode): Test {
  const test = below(node, 'contains') ?? UNTOLD
  const [least, most] = [node.keyword('minContains') ?? 1, node.keyword('maxContains') ?? Infinity]
  if (typeof least !== 'number' || typeof most !== 'number') return UNTOLD
  return (value, run) => {
    if (!isList(value)) return true
    let count = 0
    for (const item of value) {
      const one = test(item, run)
      if (one === undefined) return undefined
      if (one) count++
    }
    return count >= least && count <= most
  }
}

/** `properties`, `patternProperties` and `additionalProperties` in one walk over the keys that there are. */
function entriesTest(node: SchemaNode): Test | undefined {
  const [properties, patterns, others] = ['properties', 'patternProperties', 'additionalProperties'].map((keyword) => {
    return node.child(keyword)
  })
  if (properties === undefined && patterns === undefined && others === undefined) return undefined
  const named = new Map(properties?.entries().map(([key, schema]) => [key, testOf(schema)]))
  const matching = patterns?.entries().map(([pattern, schema]) => ({ pattern, test: testOf(schema) })) ?? []
  const rest = others && testOf(others)
  const { regexp } = node.home
  const entry = (key: string, value: Value, run: Run): boolean | undefined => {
    const test = named.get(key)
    let valid = test === undefined ? true : test(value, run)
    let isListed = test !== undefined
    for (const one of matching) {
      const matches = regexp.test(one.pattern, key)
      if (matches === undefined) return undefined
      if (!matches) continue
      isListed = true
      if (one.test(value, run) !== true) valid = valid === false ? false : undefined
    }
    return isListed || rest === undefined ? valid : rest(value, run)
  }
  return (value, run) => {
    if (!isMapping(value)) return true
    let valid: boolean | undefined = true
    for (const key of Object.keys(value)) {
      const one = entry(key, value[key] as Value, run)
      if (one === false) return false
      if (one === undefined) valid = undefined
    }
    return valid
  }
}

function itemsTest(node: SchemaNode): Test | undefined {
  const prefix = listed(node, 'prefixItems')
  const items = below(node, 'items')
  if (items === undefined && prefix.length === 0) return undefined
  return (value, run) => {
    if (!isList(value)) return true
    let valid: boolean | undefined = true
    for (const [i, item] of value.entries()) {
      const one = (prefix[i] ?? items ?? VALID)(item, run)
      if (one === false) return false
      if (one === undefined) valid = undefined
    }
    return valid
  }
}
