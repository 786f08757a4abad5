type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Mapping = { [key: string]: Json }

/** As much of an OpenAPI 3.0 description as the cut needs. */
export interface Description {
  readonly openapi: string
  readonly info: Mapping
  readonly paths: Readonly<Record<string, Readonly<Record<string, Mapping>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>
}

/**
 * Keeps the named operations and the components that they lead to. Prose and examples are left out: nothing checks
 * them.
 *
 * @param operations `get /path/{parameter}`
 * @returns JSON, a line for each operation and component, so that a difference can be read
 * @throws where the description has no such operation or component
 */
export function cut(whole: Description, operations: readonly string[]): string {
  const paths: Record<string, Mapping> = {}
  const components: Record<string, Mapping> = {}
  const follow = (value: Json): void => {
    for (const reference of referencesIn(value)) {
      const [, section = '', name = ''] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(reference) ?? []
      const found = whole.components[section]?.[name]
      if (found === undefined) throw new Error(`there is no ${reference}`)
      const kept = (components[section] ??= {})
      if (Object.hasOwn(kept, name)) continue
      kept[name] = bare(found)
      follow(kept[name])
    }
  }
  for (const operation of operations) {
    const [method = '', path = ''] = operation.split(' ')
    const found = whole.paths[path]?.[method]
    if (found === undefined) throw new Error(`there is no ${operation}`)
    const kept = bare(found)
    ;(paths[path] ??= {})[method] = kept
    follow(kept)
  }
  const { openapi, info } = whole
  return `${lines({ openapi, info, paths: sorted(paths), components: sorted(components) }, 3)}\n`
}

function sorted(value: Mapping): Mapping {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A value without prose. A property may be called as a keyword is: what stands below `properties` are names. */
function bare(value: Json, names: 'keywords' | 'names' = 'keywords'): Json {
  if (Array.isArray(value)) return value.map((item) => bare(item))
  if (typeof value !== 'object' || value === null) return value
  const kept: Mapping = {}
  for (const [key, item] of Object.entries(value)) {
    if (names === 'keywords' && PROSE.has(key)) continue
    kept[key] = key === 'enum' ? item : bare(item, names === 'keywords' && key === 'properties' ? 'names' : 'keywords')
  }
  return kept
}

const PROSE = new Set(['description', 'summary', 'title', 'example', 'examples', 'externalDocs', 'tags', 'x-github', 'x-octokit'])

function* referencesIn(value: Json): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (key === '$ref' && typeof item === 'string') yield item
    else yield* referencesIn(item)
  }
}

/** JSON with mappings spread over lines down to a depth. */
function lines(value: Json, depth: number, indent = ''): string {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  const inner = `${indent} `
  const entries = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${lines(item, depth - 1, inner)}`)
  return `{\n${entries.join(',\n')}\n${indent}}`
}
