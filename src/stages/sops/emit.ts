import { Secret } from '../../core/opaque.ts'
import { entriesOf, type Clear, type LeafValue, type SopsDocument, type SopsList, type SopsMapping, type SopsNode } from '../../core/sops/document.ts'
import { flattenName, METADATA_KEY } from '../../core/sops/metadata.ts'
import { refuse } from '../../core/sops/problem.ts'
import type { SopsFormat } from './read.ts'
import { yamlKey, yamlScalar } from './yaml-text.ts'

/** How a tree is written out. */
export interface Style {
  /** Columns of one level; SOPS has 4 for YAML. */
  readonly unit: number
  readonly lineBreak: string
}

export const SOPS_STYLE: Style = { unit: 4, lineBreak: '\n' }

/**
 * Writes documents in SOPS's own formatting: YAML with four columns a level, JSON with tabs, dotenv with a line a
 * value. Leaves are in clear or envelopes: sealing comes before.
 *
 * @throws SopsRefusal `not-representable` for what the format cannot hold
 */
export function emit(documents: readonly SopsDocument[], format: SopsFormat): string {
  switch (format) {
    case 'yaml':
      return documents.map(({ root }) => (entriesOf(root).length === 0 ? '{}\n' : `${yamlLines(root, 0, SOPS_STYLE).join('\n')}\n`)).join('---\n')
    case 'json':
    case 'binary':
      return `${json(documents[0]?.root ?? refuse('not-representable'), 0)}\n`
    case 'env':
      return (documents[0]?.root.items ?? []).map((item) => `${item.kind === 'comment' ? `#${commentText(item.text)}` : envLine(item.key, item.node)}\n`).join('')
    case 'ini':
      return refuse('read-only')
  }
}

function commentText(text: string | Secret): string {
  return text instanceof Secret || text.includes('\n') ? refuse('not-representable') : text
}

/** What is written of a leaf. A secret that nothing has sealed is refused, never printed. */
function written(value: LeafValue): Clear | null {
  if (value instanceof Secret) throw new TypeError('a secret was about to be written')
  return value
}

/** The lines of a container, each indented by `column`. */
export function yamlLines(container: SopsMapping | SopsList, column: number, style: Style): string[] {
  const pad = ' '.repeat(column)
  const lines: string[] = []
  let inline: string[] = []
  for (const item of container.items) {
    if (item.kind === 'comment') {
      if (item.written === 'inline') inline.push(commentText(item.text))
      else lines.push(`${pad}#${commentText(item.text)}`)
      continue
    }
    const [head = '', ...rest] = entryLines(item.key, item.node, column, style)
    const isOneLine = rest.length === 0
    if (!isOneLine) lines.push(...inline.map((text) => `${pad}#${text}`))
    lines.push(pad + head + (isOneLine ? inline.map((text) => ` #${text}`).join('') : ''), ...rest)
    inline = []
  }
  return [...lines, ...inline.map((text) => `${pad}#${text}`)]
}

/** The column of what is nested under another: the next multiple of a level, as go-yaml has it. */
export function below(column: number, unit: number): number {
  return unit * Math.floor((column + unit) / unit)
}

/** The lines of an entry; the first without its indentation, the others with theirs. */
export function entryLines(key: string | null, node: SopsNode, column: number, style: Style): string[] {
  const head = key === null ? '-' : `${yamlKey(key, 'block')}:`
  const nested = below(column, style.unit)
  if (node.kind === 'leaf') {
    const place = { context: 'block', indent: nested, lineBreak: '\n' } as const
    const [first = '', ...rest] = yamlScalar(written(node.value), place).split('\n')
    return [`${head} ${first}`, ...rest]
  }
  if (entriesOf(node).length === 0) return [`${head} ${node.kind === 'mapping' ? '{}' : '[]'}`]
  if (key !== null) return [head, ...yamlLines(node, nested, style)]
  // In a list the first line of a collection stands behind the `-`.
  const [first = '', ...rest] = yamlLines(node, column + 2, style)
  return [`- ${first.slice(column + 2)}`, ...rest]
}

/** A node as JSON with tabs, as Go writes it, indented by `depth` from the second line on. */
export function json(node: SopsNode, depth: number, indent = '\t', lineBreak = '\n'): string {
  if (node.kind === 'leaf') return jsonScalar(written(node.value))
  const entries = entriesOf(node)
  const [open, close] = node.kind === 'mapping' ? '{}' : '[]'
  if (entries.length === 0) return `${open ?? ''}${close ?? ''}`
  const pad = lineBreak + indent.repeat(depth + 1)
  const parts = entries.map(({ key, node: child }) => {
    const value = json(child, depth + 1, indent, lineBreak)
    return pad + (key === null ? value : `${jsonString(key)}: ${value}`)
  })
  return `${open ?? ''}${parts.join(',')}${lineBreak}${indent.repeat(depth)}${close ?? ''}`
}

export function jsonScalar(value: Clear | null): string {
  if (value === null) return 'null'
  if (value.type === 'bool') return value.text === 'True' ? 'true' : 'false'
  if (value.type === 'int') return value.text
  if (value.type === 'float') return /^[-0-9.]+$/.test(value.text) ? value.text : refuse('not-representable')
  return jsonString(value.text)
}

/** A text as Go's `encoding/json` writes it. */
export function jsonString(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A line of a dotenv file, without its end. */
export function envLine(key: string | null, node: SopsNode): string {
  if (key === null || node.kind !== 'leaf' || /[=\n]|^#|^$/.test(key)) return refuse('not-representable')
  return `${key}=${envText(written(node.value))}`
}

export function envText(value: Clear | null): string {
  if (value === null) return refuse('not-representable')
  if (value.text.includes('\\n')) return refuse('not-representable')
  return value.text.replaceAll('\n', '\\n')
}

/** Metadata as the flat entries that dotenv files have. */
export function flatLines(node: SopsNode, path: readonly (string | number)[]): string[] {
  if (node.kind === 'leaf') {
    const value = written(node.value)
    // SOPS before 3.13 knows `true` alone.
    const text = value?.type === 'bool' ? jsonScalar(value) : envText(value)
    return [`${METADATA_KEY}_${flattenName(path)}=${text}`]
  }
  return entriesOf(node).flatMap(({ key, node: child }, i) => flatLines(child, [...path, key ?? i]))
}
