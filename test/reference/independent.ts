import { isSeq, parseDocument, visit } from 'yaml'

/**
 * A second reading of a repository in the default layout, written against the specification and nothing of Cairn's: the
 * `yaml` package, RFC 7396, C3 and references by substitution. It has no places and no findings; what it cannot follow
 * throws. What INI and dotenv say stays text: `typed` gives it types.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Mapping = { [key: string]: Json }

interface Definition {
  readonly inherits?: string | string[]
  readonly abstract?: boolean
  readonly labels?: Mapping
  readonly variables?: Mapping
  readonly without?: string[]
}

/** Marks a list under `!append`; a first item that no document has. */
const APPEND = '\u0000append'

/** The documents of all environments that are not abstract: `{environment: {document: value}}`. */
export function readIndependently(files: Readonly<Record<string, Uint8Array>>): Record<string, Record<string, Json>> {
  const definitions: Record<string, Definition> = {}
  const layers: Record<string, Record<string, Json>> = {}
  for (const [path, content] of Object.entries(files)) {
    const [, environment, rest = ''] = path.split(/^environments\/([^/]+)\//)
    if (environment === undefined) continue // a schema
    const value = parseFile(path, Buffer.from(content).toString())
    if (rest === 'environment.yaml') definitions[environment] = value as Definition
    else (layers[environment] ??= {})[rest.replace(/\.[a-z]+$/, '')] = value
  }
  const concrete = Object.keys(definitions).filter((name) => definitions[name]?.abstract !== true)
  return Object.fromEntries(concrete.map((name) => [name, environmentOf(name, definitions, layers)]))
}

function environmentOf(
  name: string,
  definitions: Readonly<Record<string, Definition>>,
  layers: Readonly<Record<string, Record<string, Json>>>,
): Record<string, Json> {
  const documents: Record<string, Json> = {}
  let properties: Mapping = { labels: {}, variables: {} }
  for (const ancestor of lineage(name, definitions).reverse()) {
    const { labels = {}, variables = {}, without = [] } = definitions[ancestor] as Definition
    properties = mergePatch(properties, { labels, variables }) as Mapping
    for (const gone of without) Reflect.deleteProperty(documents, gone)
    for (const [document, layer] of Object.entries(layers[ancestor] ?? {})) {
      documents[document] = document in documents ? mergePatch(documents[document] as Json, layer) : layer
    }
  }
  const at = (document: string, pointer: string): Json => {
    if (document === 'var') return (properties['variables'] as Mapping)[pointer] as Json
    return follow(document === 'environment' ? properties : (documents[document] as Json), pointer)
  }
  return Object.fromEntries(Object.entries(documents).map(([document, value]) => [document, substitute(value, at)]))
}

/** C3, highest precedence first. */
function lineage(name: string, definitions: Readonly<Record<string, Definition>>): string[] {
  const parents = [definitions[name]?.inherits ?? []].flat().reverse()
  const lists = [...parents.map((parent) => lineage(parent, definitions)), [...parents]]
  const order = [name]
  for (;;) {
    const open = lists.filter((list) => list.length > 0)
    if (open.length === 0) return order
    const next = open.map((list) => list[0] as string).find((head) => !open.some((list) => list.indexOf(head) > 0))
    if (next === undefined) throw new Error(`no order for ${name}`)
    order.push(next)
    for (const list of open) if (list[0] === next) list.shift()
  }
}

/** RFC 7396 §2, and lists that are to be appended. */
function mergePatch(target: Json, patch: Json): Json {
  if (Array.isArray(patch) && patch[0] === APPEND) return [...(target as Json[]), ...patch.slice(1)]
  if (!isMapping(patch)) return patch
  const result: Mapping = isMapping(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, key)
    else result[key] = mergePatch(result[key] ?? null, value)
  }
  return result
}

const REFERENCE = /\$\{cairn:([^}#]+)#([^}]*)\}/g

function substitute(value: Json, at: (document: string, pointer: string) => Json): Json {
  if (Array.isArray(value)) return value.map((item) => substitute(item, at))
  if (isMapping(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substitute(item, at)]))
  }
  if (typeof value !== 'string') return value
  const [whole] = [...value.matchAll(REFERENCE)]
  if (whole?.[0] === value) return substitute(at(whole[1] as string, whole[2] as string), at)
  return value.replace(REFERENCE, (_, document: string, pointer: string) => {
    const inserted = substitute(at(document, pointer), at)
    if (typeof inserted === 'object') throw new Error(`${pointer} is no scalar`)
    return String(inserted)
  })
}

function follow(value: Json, pointer: string): Json {
  let at = value
  for (const token of pointer.split('/').slice(1)) {
    if (!isMapping(at) || at[token] === undefined) throw new Error(`nothing at ${pointer}`)
    at = at[token]
  }
  return at
}

function parseFile(path: string, text: string): Json {
  if (path.endsWith('.json')) return JSON.parse(text) as Json
  if (!/\.ya?ml$/.test(path)) return parseLines(text, path.endsWith('.toml') ? (value) => JSON.parse(value) as Json : (value) => value)
  const append = { tag: '!append', collection: 'seq', identify: () => false } as const
  const document = parseDocument(text, { merge: true, customTags: [append] })
  if (document.errors.length > 0) throw new Error(`${path} is no YAML`)
  visit(document, {
    Seq: (_, node) => {
      if (isSeq(node) && node.tag === '!append') node.items.unshift(document.createNode(APPEND))
    },
  })
  return document.toJS() as Json
}

/** As much of TOML, INI and dotenv as one line a key needs: headers, comments of their own, values without quotes. */
function parseLines(text: string, read: (value: string) => Json): Json {
  const root: Mapping = {}
  let table = root
  for (const line of text.split('\n')) {
    if (line === '' || /^[#;]/.test(line)) continue
    const header = /^\[([a-z_.]+)\]$/.exec(line)?.[1]
    const [, key, value] = /^([A-Za-z_]+) ?= ?(\S.*)$/.exec(line) ?? []
    if (header !== undefined) table = header.split('.').reduce((at, name) => (at[name] ??= {}) as Mapping, root)
    else if (key !== undefined && value !== undefined) table[key] = read(value)
    else throw new Error(`${line} is more than this reader knows`)
  }
  return root
}

function isMapping(value: Json): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
