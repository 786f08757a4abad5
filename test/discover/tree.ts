import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node } from 'yaml'
import { settle, type Finding, type Report } from '../../src/core/finding.ts'
import { HOLE } from '../../src/core/opaque.ts'
import { Source } from '../../src/core/source.ts'
import { type Tree } from '../../src/core/tree.ts'
import { put, type MutableMapping, type Value } from '../../src/core/value.ts'

/** The documents of a YAML text as trees, by the reference parser. The plain scalar `<hole>` makes a hole. */
export function treesOf(path: string, text: string): Tree[] {
  const source = new Source(path, text)
  const documents = parseAllDocuments(text, { merge: false })
  return (Array.isArray(documents) ? documents : []).map((document: Document.Parsed) => {
    if (document.errors.length > 0) throw new Error(`${path}: ${document.errors.join('; ')}`)
    return build(source, document)
  })
}

export function treeOf(path: string, text: string): Tree {
  const empty = { source: new Source(path, text), value: null, keys: [null], spans: Int32Array.of(-1, -1, 0, 0, 1) }
  return treesOf(path, text)[0] ?? empty
}

function build(source: Source, document: Document.Parsed): Tree {
  const keys: (string | null)[] = []
  const spans: number[] = []
  const anchors = new Map<string, { node: number; value: Value }>()
  const add = (node: Node | null, key: string | null, keyRange: readonly [number, number]): Value => {
    const index = keys.push(key) - 1
    const at = index * 5
    const [start, end] = node?.range ?? [keyRange[1] + 1, keyRange[1] + 1]
    spans.push(...keyRange, start, end, 0)
    const anchored = isAlias(node) ? anchors.get(node.source) : undefined
    const value = anchored === undefined ? fill(node) : anchored.value
    spans[at + 4] = anchored === undefined ? keys.length : ~anchored.node
    const anchor = isAlias(node) ? undefined : node?.anchor
    if (anchor !== undefined) anchors.set(anchor, { node: index, value })
    return value
  }
  const fill = (node: Node | null): Value => {
    if (isSeq(node)) return node.items.map((item) => add(item as Node, null, [-1, -1]))
    if (isScalar(node)) return node.value === '<hole>' ? HOLE : (node.value as Value)
    const mapping: MutableMapping = {}
    if (!isMap(node)) return null
    for (const { key, value } of node.items) {
      const { value: text, range } = key as { value: unknown; range: [number, number, number] }
      put(mapping, String(text), add(value as Node | null, String(text), [range[0], range[1]]))
    }
    return mapping
  }
  const value = add(document.contents, null, [-1, -1])
  return { source, value, keys, spans: Int32Array.from(spans) }
}

/** Gathers findings. */
export function collect(): { readonly report: Report; readonly found: Finding[] } {
  const found: Finding[] = []
  return { report: (finding) => void found.push(finding), found }
}

/** Findings as `file:line:column rule`, and the message where wanted. */
export function told(found: readonly Finding[]): string[] {
  return found.map((finding) => {
    const { location } = settle(finding)
    const where = location.file ?? `environment ${location.environment ?? ''}`
    return `${location.line === undefined ? where : `${where}:${location.line}:${location.column ?? 0}`} ${finding.rule}`
  })
}
