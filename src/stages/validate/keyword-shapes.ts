import { name, say, type Message } from '../../core/message.ts'
import { isSchema, type Dialect } from '../../core/schema/types.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'

/** What a keyword of JSON Schema must hold (2020-12 and draft-07 meta-schemas). */
export interface Shape {
  readonly fits: (value: Value, dialect: Dialect) => boolean
  readonly words: Message
}

export const TYPE_NAMES = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'] as const

const text: Shape = { fits: (value) => typeof value === 'string', words: say`a string` }
const flag: Shape = { fits: (value) => typeof value === 'boolean', words: say`true or false` }
const number: Shape = { fits: (value) => typeof value === 'number', words: say`a number` }
const count: Shape = { fits: (value) => Number.isInteger(value) && (value as number) >= 0, words: say`a whole number that is not negative` }
const schema: Shape = { fits: isSchema, words: say`a schema: a mapping, true or false` }
const schemas: Shape = { fits: (value) => isList(value) && value.length > 0 && value.every(isSchema), words: say`a list of schemas` }
const mapOfSchemas: Shape = { fits: (value) => hasOnly(value, isSchema), words: say`a mapping from names to schemas` }
const names: Shape = { fits: areNames, words: say`a list of names, each once` }

function hasOnly(value: Value, fits: (entry: Value) => boolean): boolean {
  return isMapping(value) && Object.values(value).every(fits)
}

function areNames(value: Value): boolean {
  return isList(value) && value.every((one) => typeof one === 'string') && new Set(value).size === value.length
}

const types: Shape = {
  fits: (value) => {
    const named = isList(value) ? value : [value]
    const known = named.length > 0 && named.every((one) => TYPE_NAMES.some((type) => type === one))
    return known && new Set(named).size === named.length
  },
  words: say`one of ${name(TYPE_NAMES.join(', '))}, or a list of them`,
}

const items: Shape = {
  fits: (value, dialect) => isSchema(value) || (dialect === 'draft-07' && schemas.fits(value, dialect)),
  words: say`a schema: a mapping, true or false ("prefixItems" is for a list of them)`,
}

const dependencies: Shape = {
  fits: (value) => hasOnly(value, (one) => isSchema(one) || areNames(one)),
  words: say`a mapping from names to schemas or lists of names`,
}

const BOTH: readonly (readonly [Shape, readonly string[]])[] = [
  [text, ['$id', '$schema', '$ref', '$comment', 'title', 'description', 'pattern', 'format', 'contentEncoding', 'contentMediaType']],
  [flag, ['readOnly', 'writeOnly', 'uniqueItems']],
  [number, ['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum']],
  [count, ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties']],
  [{ fits: (value) => typeof value === 'number' && value > 0, words: say`a number above 0` }, ['multipleOf']],
  [{ fits: isList, words: say`a list` }, ['examples']],
  [{ fits: (value) => isList(value) && value.length > 0, words: say`a list of at least one value` }, ['enum']],
  [types, ['type']],
  [schema, ['additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else']],
  [schemas, ['allOf', 'anyOf', 'oneOf']],
  [mapOfSchemas, ['properties', 'patternProperties', 'definitions']],
  [names, ['required']],
  [items, ['items']],
  [dependencies, ['dependencies']],
]

const SINCE_2020: readonly (readonly [Shape, readonly string[]])[] = [
  [text, ['$anchor', '$dynamicRef', '$dynamicAnchor']],
  [flag, ['deprecated']],
  [count, ['minContains', 'maxContains']],
  [schema, ['unevaluatedItems', 'unevaluatedProperties', 'contentSchema']],
  [schemas, ['prefixItems']],
  [mapOfSchemas, ['dependentSchemas', '$defs']],
  [{ fits: (value) => hasOnly(value, areNames), words: say`a mapping from names to lists of names` }, ['dependentRequired']],
]

const table = (rows: typeof BOTH): ReadonlyMap<string, Shape> =>
  new Map(rows.flatMap(([shape, keywords]) => keywords.map((keyword) => [keyword, shape] as const)))

/** The keywords of a dialect, and what each must hold; others mean nothing to it. */
export const SHAPES: Readonly<Record<Dialect, ReadonlyMap<string, Shape>>> = {
  '2020-12': table([...BOTH, ...SINCE_2020]),
  'draft-07': table([...BOTH, [schema, ['additionalItems']]]),
}
