import { readFileSync } from 'node:fs'
import type { Finding, Report } from '../../src/core/finding.ts'
import { Opaque, Sealed } from '../../src/core/opaque.ts'
import { locate, type Place } from '../../src/core/place.ts'
import { Source } from '../../src/core/source.ts'
import { childrenOf, findNode, keyPlace, MERGE_KEY, NODE_WIDTH, ROOT, valuePlace, type Tree } from '../../src/core/tree.ts'
import { isList, isMapping, valueAt, type Value } from '../../src/core/value.ts'
import { NotLoaded } from '../../src/core/lazy.ts'
import { judge } from '../../src/stages/parse/lazy.ts'
import type { FormatOptions } from '../../src/stages/parse/options.ts'

type Parse = (source: Source, options: FormatOptions, report: Report) => readonly Tree[]

/** YAML that js-yaml refuses needs a parser that is loaded on demand. */
export async function loadParsers(): Promise<void> {
  try {
    judge()
  } catch (error) {
    if (error instanceof NotLoaded) await error.load()
  }
}

export interface Read {
  readonly trees: readonly Tree[]
  readonly tree: Tree
  /** The first document as JSON, with `!hole` and `!sealed str` for what is none. */
  readonly value: unknown
  readonly findings: readonly Finding[]
  /** `line:column-endLine:endColumn rule` of each finding, and ` < line:column` of what it relates to. */
  readonly places: readonly string[]
}

export function read(parse: Parse, text: string, path = 'file.txt'): Read {
  const findings: Finding[] = []
  const trees = parse(new Source(path, text), { stream: true, tags: new Map() }, (found) => findings.push(found))
  const tree = trees[0]
  if (tree === undefined) throw new Error('no document')
  return { trees, tree, value: plain(tree.value), findings, places: findings.map(show) }
}

export function show({ place, rule, related }: Finding): string {
  return [`${span(place)} ${rule}`, ...related.map((other) => span(other.place, 'start'))].join(' < ')
}

export function span(place: Place, part: 'start' | 'whole' = 'whole'): string {
  const { line, column, endLine, endColumn } = locate(place)
  return part === 'start' ? `${line}:${column}` : `${line}:${column}-${endLine}:${endColumn}`
}

export function plain(value: Value): unknown {
  if (value instanceof Sealed) return `!sealed ${value.type}`
  if (value instanceof Opaque) return `!${value.opaque}`
  if (isList(value)) return value.map(plain)
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, plain(child)]))
}

export interface Leaf {
  readonly tokens: readonly string[]
  readonly value: Value
  /** What the source has at the leaf. */
  readonly text: string
  /** What it has at its key; that of the value for list items. */
  readonly key: string
}

/** Every leaf of a document, found through its source map alone. */
export function leavesOf(tree: Tree, node = ROOT, tokens: readonly string[] = []): Leaf[] {
  const value = valueAt(tree.value, tokens)
  if (value === undefined) return []
  if (!isMapping(value) && !isList(value)) {
    return [{ tokens, value, text: cut(valuePlace(tree, node)), key: cut(keyPlace(tree, node)) }]
  }
  return [...childrenOf(tree, node)].flatMap((child, i) => {
    const key = tree.keys[child]
    return key === MERGE_KEY ? [] : leavesOf(tree, child, [...tokens, key ?? String(i)])
  })
}

/** What the source has at the value of a path. */
export function textAt(tree: Tree, ...tokens: string[]): string {
  return cut(valuePlace(tree, findNode(tree, tokens)))
}

export function cut(place: Place): string {
  if (place.in !== 'span') throw new Error('no span')
  return place.source.text.slice(place.start, place.end)
}

/** Throws unless a source map is in pre-order, inside its text, and leads to every value. */
export function checkMap(tree: Tree): void {
  const { keys, spans, source } = tree
  if (spans.length !== keys.length * NODE_WIDTH) throw new Error('spans and keys differ')
  for (let node = 0; node < keys.length; node++) {
    const [keyStart, keyEnd, start, end, next] = spans.subarray(node * NODE_WIDTH, (node + 1) * NODE_WIDTH)
    const ordered = (keyStart as number) <= (keyEnd as number) && (start as number) <= (end as number)
    if (!ordered || (start as number) < 0 || (end as number) > source.text.length) throw new Error(`bad span of ${node}`)
    if ((next as number) >= 0 && ((next as number) <= node || (next as number) > keys.length)) throw new Error(`bad end of ${node}`)
  }
  if (countLeaves(tree.value) !== leavesOf(tree).length) throw new Error('the map does not lead to every leaf')
}

function countLeaves(value: Value): number {
  if (isList(value)) return value.reduce<number>((sum, item) => sum + countLeaves(item), 0)
  return isMapping(value) ? Object.values(value).reduce<number>((sum, child) => sum + countLeaves(child), 0) : 1
}

export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
}
