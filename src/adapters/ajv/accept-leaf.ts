import type { SchemaNode } from '../../core/schema/node.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import { FORMATS } from './formats.ts'
import { isMultipleOf, isOneOf, isUnique } from './predicates.ts'

/** Whether a value that is not opaque fits what one keyword says; `undefined` where only ajv can tell. */
export type LeafTest = (value: Value) => boolean | undefined

/** Makes the test of a keyword; `undefined` where it asks nothing. */
type Maker = (said: Value, node: SchemaNode) => LeafTest | undefined

/** What a keyword says that it should not say: ajv's copy of the schema has an answer to that. */
export const UNTOLD = (): undefined => undefined

/** The keywords that look at a value itself rather than at what is in it. */
export const LEAF_TESTS: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['type', typeTest],
  ['enum', (said) => (isList(said) ? among(said) : UNTOLD)],
  ['const', (said) => among([said])],
  ['minimum', limit((value, bound) => value >= bound)],
  ['maximum', limit((value, bound) => value <= bound)],
  ['exclusiveMinimum', limit((value, bound) => value > bound)],
  ['exclusiveMaximum', limit((value, bound) => value < bound)],
  ['multipleOf', (said) => (typeof said === 'number' && said > 0 ? isMultipleOf(said) : UNTOLD)],
  ['minLength', size(points, (is, bound) => is >= bound)],
  ['maxLength', size(points, (is, bound) => is <= bound)],
  ['minItems', size(itemCount, (is, bound) => is >= bound)],
  ['maxItems', size(itemCount, (is, bound) => is <= bound)],
  ['minProperties', size(keyCount, (is, bound) => is >= bound)],
  ['maxProperties', size(keyCount, (is, bound) => is <= bound)],
  ['pattern', (said, { home: { regexp } }) => {
    if (typeof said !== 'string') return UNTOLD
    return (value) => typeof value !== 'string' || regexp.test(said, value)
  }],
  ['format', formatTest],
  ['uniqueItems', (said) => {
    if (said === false) return undefined
    return (value) => {
      if (!isList(value)) return true
      return said !== true || value.some(isCollectionOrOpaque) ? undefined : isUnique(value)
    }
  }],
  ['required', (said) => {
    if (!isNames(said)) return UNTOLD
    return (value) => !isMapping(value) || hasAll(value, said)
  }],
  ['dependentRequired', (said) => {
    if (!isMapping(said)) return UNTOLD
    const rules = Object.entries(said)
    return (value) => {
      if (!isMapping(value)) return true
      for (const [key, names] of rules) {
        if (!Object.hasOwn(value, key)) continue
        if (!isNames(names)) return undefined
        if (!hasAll(value, names)) return false
      }
      return true
    }
  }],
])

const TYPES: ReadonlyMap<Value, (value: Value) => boolean> = new Map<Value, (value: Value) => boolean>([
  ['object', isMapping],
  ['array', isList],
  ['string', (value) => typeof value === 'string'],
  ['boolean', (value) => typeof value === 'boolean'],
  ['null', (value) => value === null],
  ['number', (value) => typeof value === 'number'],
  ['integer', (value) => Number.isInteger(value)],
])

function typeTest(said: Value): LeafTest {
  const tests = (isList(said) ? said : [said]).map((type) => TYPES.get(type) ?? UNTOLD)
  if (tests.length === 0 || tests.includes(UNTOLD)) return UNTOLD
  const [only] = tests
  return tests.length === 1 && only !== undefined ? only : (value) => tests.some((test) => test(value) === true)
}

function among(allowed: readonly Value[]): LeafTest {
  const isAllowed = isOneOf(allowed)
  return (value) => (isCollectionOrOpaque(value) ? undefined : isAllowed(value))
}

/** What may hold something opaque: comparing collections is left to ajv. */
function isCollectionOrOpaque(value: Value): boolean {
  return typeof value === 'object' && value !== null
}

function limit(fits: (value: number, bound: number) => boolean): Maker {
  return (said) => {
    if (typeof said !== 'number') return UNTOLD
    return (value) => typeof value !== 'number' || fits(value, said)
  }
}

function size(sizeOf: (value: Value) => number | undefined, fits: (size: number, bound: number) => boolean): Maker {
  return (said) => {
    if (typeof said !== 'number') return UNTOLD
    return (value) => {
      const is = sizeOf(value)
      return is === undefined || fits(is, said)
    }
  }
}

/** Characters as JSON Schema counts them: code points. */
function points(value: Value): number | undefined {
  if (typeof value !== 'string') return undefined
  let count = value.length
  for (let i = 1; i < value.length; i++) {
    const isPair = (value.charCodeAt(i) & 0xfc00) === 0xdc00 && (value.charCodeAt(i - 1) & 0xfc00) === 0xd800
    if (isPair) count--
  }
  return count
}

function itemCount(value: Value): number | undefined {
  return isList(value) ? value.length : undefined
}

function keyCount(value: Value): number | undefined {
  return isMapping(value) ? Object.keys(value).length : undefined
}

function formatTest(said: Value): LeafTest | undefined {
  const format = typeof said === 'string' ? FORMATS.get(said) : undefined
  if (format?.type === 'string') return (value) => typeof value !== 'string' || format.validate(value)
  if (format?.type === 'number') return (value) => typeof value !== 'number' || format.validate(value)
  return undefined
}

function isNames(value: Value): value is readonly string[] {
  return isList(value) && value.every((name) => typeof name === 'string')
}

function hasAll(mapping: object, names: readonly string[]): boolean {
  for (const name of names) if (!Object.hasOwn(mapping, name)) return false
  return true
}
