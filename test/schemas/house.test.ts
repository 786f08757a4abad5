import { Ajv } from 'ajv'
import { RE2JS } from 're2js'
import { describe, expect, test } from 'vitest'
import { createAjv, SCHEMAS, type Mapping } from './schemas.ts'
import { referred, schemasIn, type Place } from './walk.ts'

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'
const KINDS = ['models', 'services', 'infrastructure', 'integrations', 'monitoring', 'deployments']
/** Taken in with allOf by a schema that repeats their keys and is closed. */
const OPEN = new Set(['service-base.yaml#', 'integrations.yaml#/$defs/integration'])
const UNITS: Readonly<Record<string, string>> = {
  mb: 'MiB', kb: 'KiB', gb: 'GB', ms: 'milliseconds', seconds: 'seconds', minutes: 'minutes', hours: 'hours', days: 'days', cores: 'cores',
}

test('there is a schema for every kind of the reference repository', () => {
  for (const kind of KINDS) expect(SCHEMAS.has(`${kind}.yaml`), kind).toBe(true)
})

describe.each([...SCHEMAS.keys()])('schemas/%s', (file) => {
  const all = [...schemasIn(file)]
  const properties = all.filter(isProperty)

  test('is a schema', () => {
    const ajv = createAjv()
    expect(ajv.validateSchema(SCHEMAS.get(file) as Mapping, false), ajv.errorsText()).toBe(true)
    expect(SCHEMAS.get(file)).toMatchObject({ $schema: DIALECT, title: expect.any(String) as string, description: expect.any(String) as string })
  })

  test('is a schema to editors that know no more than draft-07', () => {
    const ajv = new Ajv({ strict: false })
    const schema = { ...SCHEMAS.get(file), $schema: 'http://json-schema.org/draft-07/schema#' }
    expect(ajv.validateSchema(schema, false), ajv.errorsText()).toBe(true)
  })

  test('refers to nothing outside this folder', () => {
    for (const place of all) {
      expect(place.schema, where(place)).not.toHaveProperty('$id')
      const { $ref } = place.schema
      if (typeof $ref !== 'string') continue
      expect($ref).toMatch(/^(?:[a-z-]+\.yaml)?(?:#\/.+)?$/)
      expect(() => referred(place, $ref)).not.toThrow()
    }
  })

  test('has patterns that RE2 reads', () => {
    for (const { schema } of all) {
      const { pattern, patternProperties = {} } = schema
      const patterns = [...Object.keys(patternProperties as Mapping), ...(typeof pattern === 'string' ? [pattern] : [])]
      for (const one of patterns) expect(() => RE2JS.compile(one)).not.toThrow()
    }
  })

  test('says of every key what it is', () => {
    for (const place of properties) expect(resolved(place, 'description'), where(place)).toMatch(/^[A-Z].*\.$/)
  })

  test('knows all keys of every mapping', () => {
    for (const place of all) {
      const { type, properties: keys, additionalProperties, oneOf } = place.schema
      if (type !== 'object' || OPEN.has(where(place)) || place.schema['$ref'] !== undefined) continue
      if (oneOf !== undefined && keys === undefined) continue // its branches are closed
      if (keys !== undefined) expect(additionalProperties, where(place)).toBe(false)
      else expect(additionalProperties, where(place)).toBeTypeOf('object')
    }
  })

  test('gives bounds to numbers, and units to those that are measured', () => {
    for (const place of all) {
      const { type, minimum, exclusiveMinimum, maximum } = place.schema
      if (type !== 'integer' && type !== 'number') continue
      expect([minimum ?? exclusiveMinimum, maximum], where(place)).toEqual([expect.any(Number), expect.any(Number)])
    }
    for (const place of properties) {
      const unit = UNITS[place.tokens.at(-1)?.split('_').findLast((word) => word in UNITS) ?? '']
      if (unit !== undefined && resolved(place, 'type') !== 'object') expect(resolved(place, 'x-unit'), where(place)).toBe(unit)
    }
  })

  test('gives an example wherever one can be wrong', () => {
    for (const place of properties) {
      const isOpen = ['string', 'integer', 'number', 'array'].includes(String(resolved(place, 'type')))
      const isScalar = resolved(place, 'enum') === undefined && resolved(place, 'const') === undefined
      if (!isOpen || !isScalar || resolved(place, 'x-secret') === true || isNameOfType(place)) continue
      if (resolved(place, 'items') !== undefined && listsMappings(place)) continue
      expect(resolved(place, 'examples'), where(place)).toBeInstanceOf(Array)
    }
  })

  test('gives no default to what is required', () => {
    for (const { schema } of all) {
      for (const key of (schema['required'] ?? []) as string[]) {
        const property = (schema['properties'] as Mapping | undefined)?.[key]
        expect(property ?? {}, key).not.toHaveProperty('default')
      }
    }
  })

  test('has x-merge where it counts', () => {
    for (const place of all.filter(({ schema }) => schema['x-merge'] !== undefined)) {
      expect(place.tokens.filter((token) => ['oneOf', 'anyOf', 'if', 'then', 'else', 'not'].includes(token)), where(place)).toEqual([])
      expect(place.tokens[0], where(place)).toBe('properties')
    }
  })

  test('repeats every key of what it takes in, so that it can be closed', () => {
    for (const place of all.filter(({ schema }) => schema['additionalProperties'] === false)) {
      for (const taken of (place.schema['allOf'] ?? []) as Mapping[]) {
        const base = referred(place, taken['$ref'] as string)
        expect(keysOf(place)).toEqual(expect.arrayContaining(keysOf(base)))
      }
    }
  })
})

/** The keys of a schema and of what it takes in. */
function keysOf(place: Place): string[] {
  const taken = ((place.schema['allOf'] ?? []) as Mapping[]).map((one) => referred(place, one['$ref'] as string))
  return [...new Set([...Object.keys((place.schema['properties'] ?? {}) as Mapping), ...taken.flatMap(keysOf)])]
}

function isProperty({ tokens }: Place): boolean {
  const holder = tokens.at(-2)
  // Branches only narrow what the schema above says.
  return (holder === 'properties' || holder === 'patternProperties') && !tokens.includes('oneOf')
}

/** A keyword here or, through `$ref`, there. */
function resolved(place: Place, keyword: string): unknown {
  if (place.schema[keyword] !== undefined) return place.schema[keyword]
  const { $ref } = place.schema
  return typeof $ref === 'string' ? resolved(referred(place, $ref), keyword) : undefined
}

function listsMappings(place: Place): boolean {
  return (resolved(place, 'items') as Mapping)['type'] === 'object'
}

/** `provider` of every integration: its branches list the values. */
function isNameOfType(place: Place): boolean {
  return OPEN.has(`${place.file}#/${place.tokens.slice(0, 2).join('/')}`)
}

function where({ file, tokens }: Place): string {
  return `${file}#${tokens.map((token) => `/${token}`).join('')}`
}
