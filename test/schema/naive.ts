import { pointer, tokensOf } from '../../src/core/pointer.ts'
import { isList, isMapping, own, valueAt, type Mapping, type Value } from '../../src/core/value.ts'

/**
 * What `applicable` must answer, word for word from its contract and without a thought for speed: pointers of schemas
 * in one document, collected by asking the whole document again and again.
 */
export function naiveApplicable(document: Value, tokens: readonly string[], value: Value | undefined): string[] {
  const old = isMapping(document) && own(document, '$schema') !== undefined
  let pointers = close(document, new Set(['']), value, old)
  let at = value
  for (const token of tokens) {
    const below = new Set<string>()
    for (const one of pointers) {
      const schema = schemaAt(document, one)
      if (schema === undefined || plain(schema, old)) continue
      if (!isList(at)) for (const keyword of forKey(schema, token)) below.add(one + keyword)
      if (!isMapping(at) && /^(0|[1-9][0-9]*)$/.test(token)) for (const keyword of forItem(schema, Number(token))) below.add(one + keyword)
    }
    at = at === undefined ? undefined : valueAt(at, [token])
    pointers = close(document, below, at, old)
  }
  return [...pointers].filter((one) => !plain(schemaAt(document, one), old))
}

function schemaAt(document: Value, at: string): Mapping | undefined {
  const found = valueAt(document, tokensOf(at) ?? [])
  return isMapping(found) ? found : undefined
}

function plain(schema: Mapping | undefined, old: boolean): boolean {
  return old && schema !== undefined && typeof own(schema, '$ref') === 'string'
}

/** Adds what applies to the same value, until nothing is added. */
function close(document: Value, start: Set<string>, value: Value | undefined, old: boolean): Set<string> {
  const pointers = new Set(start)
  for (const one of pointers) {
    const schema = schemaAt(document, one)
    if (schema === undefined) continue
    const ref = own(schema, '$ref')
    if (typeof ref === 'string' && valueAt(document, tokensOf(ref.slice(1)) ?? []) !== undefined) pointers.add(ref.slice(1))
    if (plain(schema, old)) continue
    for (const i of indexes(schema, 'allOf')) pointers.add(`${one}/allOf/${i}`)
    const chosen = isMapping(value) ? choose(document, one, value, old) : undefined
    if (chosen !== undefined) pointers.add(chosen)
  }
  return pointers
}

const indexes = (schema: Mapping, keyword: string): number[] => {
  const list = own(schema, keyword)
  return isList(list) ? [...list.keys()] : []
}

/** The branch of a `oneOf` that is chosen by a property that all branches require, with values that exclude another. */
function choose(document: Value, at: string, value: Mapping, old: boolean): string | undefined {
  const branches = indexes(schemaAt(document, at) ?? {}, 'oneOf').map((i) => `${at}/oneOf/${i}`)
  const required = branches.map((branch) => new Set(
    [...close(document, new Set([branch]), undefined, old)].flatMap((one) => own(schemaAt(document, one) ?? {}, 'required') ?? []) as string[],
  ))
  for (const property of required[0] ?? []) {
    if (!required.every((names) => names.has(property))) continue
    const tags = branches.map((branch) => tagsOf(document, branch, property, old))
    if (tags.some((one) => one === undefined)) continue
    const all = tags.flatMap((one) => one ?? [])
    if (new Set(all).size !== all.length) continue
    const tag = own(value, property)
    const index = tags.findIndex((one) => tag !== undefined && one?.includes(tag))
    return index < 0 ? undefined : branches[index]
  }
  return undefined
}

function tagsOf(document: Value, branch: string, property: string, old: boolean): Value[] | undefined {
  const schemas = new Set<string>()
  for (const one of close(document, new Set([branch]), undefined, old)) {
    const schema = schemaAt(document, one)
    if (schema === undefined || plain(schema, old)) continue
    const properties = own(schema, 'properties')
    if (isMapping(properties) && own(properties, property) !== undefined) schemas.add(one + pointer(['properties', property]))
  }
  let tags: Value[] | undefined
  for (const one of close(document, schemas, undefined, old)) {
    const schema = schemaAt(document, one) ?? {}
    if (plain(schema, old)) continue
    const fixed = own(schema, 'const')
    const named = fixed !== undefined ? [fixed] : own(schema, 'enum')
    if (!isList(named) || named.some((tag) => typeof tag === 'object' && tag !== null)) continue
    tags = tags === undefined ? [...new Set(named)] : tags.filter((tag) => named.includes(tag))
  }
  return tags
}

function forKey(schema: Mapping, key: string): string[] {
  const found: string[] = []
  const properties = own(schema, 'properties')
  if (isMapping(properties) && Object.hasOwn(properties, key)) found.push(pointer(['properties', key]))
  const patterns = own(schema, 'patternProperties')
  for (const pattern of Object.keys(isMapping(patterns) ? patterns : {})) {
    if (new RegExp(pattern, 'u').test(key)) found.push(pointer(['patternProperties', pattern]))
  }
  if (found.length === 0 && own(schema, 'additionalProperties') !== undefined) found.push('/additionalProperties')
  return found
}

function forItem(schema: Mapping, index: number): string[] {
  if (index < indexes(schema, 'prefixItems').length) return [`/prefixItems/${index}`]
  return own(schema, 'items') === undefined ? [] : ['/items']
}
