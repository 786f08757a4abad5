import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml'
import type { Finding } from '../../src/core/finding.ts'
import type { FileLayer, VariableLayer } from '../../src/core/layer.ts'
import { HOLE, Opaque, Sealed } from '../../src/core/opaque.ts'
import { locate, type Place } from '../../src/core/place.ts'
import { Source } from '../../src/core/source.ts'
import { ROOT, type TagTree, type Tree } from '../../src/core/tree.ts'
import { isList, isMapping, put, type MutableMapping, type Value } from '../../src/core/value.ts'
import { keep } from '../../src/core/vault.ts'

const MERGE_TAGS = new Set(['!append', '!prepend', '!replace', '!merge'])

/** A layer from YAML. `!sealed`, `!secret` and `!hole` make opaque leaves; merge tags go into the tag tree. */
export function layer(path: string, text: string, more: Partial<FileLayer> = {}): FileLayer {
  const tree = treeOf(path, text)
  const base: FileLayer = { from: 'file', tree, node: ROOT, value: tree.value, environment: null, encrypted: false }
  const made = { ...base, ...more }
  return tree.tags === undefined ? made : { ...made, tags: tree.tags }
}

/** `BASE=value` lines for pointers: run variables as a layer. */
export function variables(entries: Readonly<Record<string, readonly [variable: string, value: Value]>>): VariableLayer {
  const value: MutableMapping = {}
  const names = new Map<string, string>()
  for (const [path, [variable, said]] of Object.entries(entries)) {
    const tokens = path.slice(1).split('/')
    names.set(tokens.join('\u0000'), variable)
    let at = value
    for (const token of tokens.slice(0, -1)) at = (at[token] ??= {}) as MutableMapping
    put(at, tokens.at(-1) as string, said)
  }
  return { from: 'variables', value, names, environment: null, encrypted: false }
}

/** The findings as a person reads them, related places indented. */
export function told(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ rule, severity, message, place, related }) => [
    `${at(place)} ${severity} ${rule} ${message}`,
    ...related.map((other) => `  ${at(other.place)} ${other.message}`),
  ])
}

export function at(place: Place): string {
  const { file, line, column, variable, environment } = locate(place)
  if (file === undefined) return variable ?? environment ?? ''
  return line === undefined ? file : `${file}:${line}:${column}`
}

/** Opaque leaves as their name in angle brackets, so that values can be compared with literals. */
export function legible(value: Value): unknown {
  if (value instanceof Opaque) return `<${value.opaque}>`
  if (isList(value)) return value.map(legible)
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, legible(child)]))
}

export function treeOf(path: string, text: string): Tree {
  const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false })
  const keys: (string | null)[] = []
  const spans: number[] = []
  const anchors = new Map<string, { node: number; value: Value }>()

  const visit: Visit = (node, key, keySpan) => {
    const index = keys.length
    const [start, end] = node?.range ?? [keySpan[1] + 1, keySpan[1] + 1]
    keys.push(key)
    spans.push(keySpan[0], keySpan[1], start, end, 0)
    if (isAlias(node)) {
      const target = anchors.get(node.source)
      if (target === undefined) throw new Error(`unknown anchor ${node.source}`)
      spans[index * 5 + 4] = ~target.node
      return [target.value, undefined]
    }
    const children = new Map<string, TagTree>()
    const value = contents(node, visit, children)
    spans[index * 5 + 4] = keys.length
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
    if (anchor !== undefined) anchors.set(anchor, { node: index, value })
    const tag = node?.tag !== undefined && MERGE_TAGS.has(node.tag) ? node.tag : ''
    return [value, tag !== '' || children.size > 0 ? { tag, children } : undefined]
  }

  const [value, tags] = visit(document.contents, null, [-1, -1])
  const tree = { source: new Source(path, text), value, keys, spans: Int32Array.from(spans) }
  return tags === undefined ? tree : { ...tree, tags }
}

type Visit = (node: Node | null, key: string | null, keySpan: readonly [number, number]) => [Value, TagTree | undefined]

function contents(node: Node | null, visit: Visit, tags: Map<string, TagTree>): Value {
  const child = (key: string, found: [Value, TagTree | undefined]) => {
    if (found[1] !== undefined) tags.set(key, found[1])
    return found[0]
  }
  if (isMap(node)) {
    const value: MutableMapping = {}
    for (const { key, value: said } of node.items as Pair<Node, Node | null>[]) {
      const text = String(isScalar(key) ? key.value : key)
      put(value, text, child(text, visit(said, text, [key.range?.[0] ?? 0, key.range?.[1] ?? 0])))
    }
    return value
  }
  if (isSeq(node)) return node.items.map((item, i) => child(String(i), visit(item as Node, null, [-1, -1])))
  return isScalar(node) ? scalar(node.value, node.tag) : null
}

function scalar(value: unknown, tag: string | undefined): Value {
  if (tag === '!hole') return HOLE
  if (tag === '!sealed') return new Sealed('str', String(value))
  if (tag === '!secret') return keep(String(value), 'str')
  // The `yaml` library reads a scalar with an unknown tag as a string.
  return tag !== undefined && MERGE_TAGS.has(tag) && (value === '' || value === 'null') ? null : (value as Value)
}
