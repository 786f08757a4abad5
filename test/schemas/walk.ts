import type { Json } from '../reference/independent.ts'
import { fileOf, SCHEMAS, type Mapping } from './schemas.ts'

/** A schema, and where it stands. */
export interface Place {
  readonly file: string
  readonly tokens: readonly string[]
  readonly schema: Mapping
}

/** The schema of a kind. */
export function schemaOf(kind: string): Place {
  return at(fileOf(kind), [])
}

/** Every schema of a place that applies to a value: through `$ref`, `allOf`, and the branch that the discriminator names. */
export function applying(from: readonly Place[], value: Json): Place[] {
  const found: Place[] = []
  const open = [...from]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    found.push(place)
    const { $ref, allOf = [], oneOf = [], discriminator } = place.schema
    if (typeof $ref === 'string') open.push(referred(place, $ref))
    for (const i of (allOf as Json[]).keys()) open.push(...step(place, ['allOf', String(i)]))
    if (discriminator === undefined) continue
    const tag = (discriminator as Mapping)['propertyName'] as string
    for (const i of (oneOf as Json[]).keys()) {
      const [branch] = step(place, ['oneOf', String(i)])
      if (branch !== undefined && names(branch, tag, value)) open.push(branch)
    }
  }
  return found
}

/** What applies to an entry of a mapping or an item of a list. */
export function below(places: readonly Place[], key: string | number): Place[] {
  return places.flatMap((place) => {
    if (typeof key === 'number') return step(place, ['items'])
    const { properties = {}, patternProperties = {} } = place.schema
    const found = Object.hasOwn(properties as Mapping, key) ? [['properties', key]] : []
    for (const pattern of Object.keys(patternProperties as Mapping)) {
      if (new RegExp(pattern, 'u').test(key)) found.push(['patternProperties', pattern])
    }
    if (found.length === 0) found.push(['additionalProperties'])
    return found.flatMap((tokens) => step(place, tokens))
  })
}

export type Visit = (pointer: readonly (string | number)[], value: Json, places: readonly Place[]) => void

/** Visits every value of a document with the schemas that apply to it. */
export function walk(kind: string, document: Json, visit: Visit): void {
  const descend = (pointer: readonly (string | number)[], value: Json, from: readonly Place[]): void => {
    const places = applying(from, value)
    visit(pointer, value, places)
    if (Array.isArray(value)) for (const [i, item] of value.entries()) descend([...pointer, i], item, below(places, i))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) descend([...pointer, key], item, below(places, key))
    }
  }
  descend([], document, [schemaOf(kind)])
}

/** Every schema in a file, with where it stands; `true` and `false` are none. */
export function* schemasIn(file: string): Generator<Place> {
  const open = [at(file, [])]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    yield place
    for (const keyword of ['$defs', 'properties', 'patternProperties', 'allOf', 'anyOf', 'oneOf']) {
      for (const key of Object.keys(place.schema[keyword] ?? {})) open.push(...step(place, [keyword, key]))
    }
    for (const keyword of ['additionalProperties', 'propertyNames', 'items', 'contains']) open.push(...step(place, [keyword]))
  }
}

/** The schema that a `$ref` leads to. */
export function referred(place: Place, reference: string): Place {
  const [file = '', pointer = ''] = reference.split('#')
  return at(file === '' ? place.file : file, pointer.split('/').slice(1))
}

function at(file: string, tokens: readonly string[]): Place {
  let schema: Json | undefined = SCHEMAS.get(file)
  for (const token of tokens) schema = (schema as Mapping | undefined)?.[token]
  if (typeof schema !== 'object' || schema === null) throw new Error(`no schema at ${file}#/${tokens.join('/')}`)
  return { file, tokens, schema: schema as Mapping }
}

/** The schema at tokens below a place, none where there is nothing or a boolean. */
function step({ file, tokens, schema }: Place, more: readonly string[]): Place[] {
  let found: Json | undefined = schema
  for (const token of more) found = (found as Mapping | undefined)?.[token]
  return typeof found === 'object' ? [{ file, tokens: [...tokens, ...more], schema: found as Mapping }] : []
}

/** Whether a branch is the one for the value's tag. */
function names(branch: Place, tag: string, value: Json): boolean {
  const told = (value as Mapping | null)?.[tag]
  const { $ref, properties = {} } = branch.schema
  if (typeof $ref === 'string') return names(referred(branch, $ref), tag, value)
  const { const: only, enum: several = [] } = ((properties as Mapping)[tag] ?? {}) as { const?: Json; enum?: Json[] }
  return told !== undefined && (told === only || several.includes(told))
}
