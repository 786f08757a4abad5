import { entriesOf, type LeafValue, type SopsEntry, type SopsList, type SopsMapping, type SopsNode } from '../../core/sops/document.ts'
import { Secret } from '../../core/opaque.ts'
import { refuse } from '../../core/sops/problem.ts'
import { below, entryLines, envLine, envText, json, jsonScalar, jsonString, yamlLines } from './emit.ts'
import type { SopsFormat } from './read.ts'
import { yamlKey, yamlScalar } from './yaml-text.ts'

/** A change of a text: what stands between two offsets becomes another text. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Applies changes that do not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = ''
  let at = 0
  for (const splice of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, splice.start) + splice.text
    at = splice.end
  }
  return result + text.slice(at)
}

/** A container in its place: what it is the value of, `undefined` for the root of a document. */
export interface Placed {
  readonly container: SopsMapping | SopsList
  readonly parent: SopsEntry | undefined
  /** Columns below which the container's entries stand where it has none yet. */
  readonly column: number
  /** The metadata among the entries of a root: what is put in stands before it. */
  readonly tail?: SopsEntry | undefined
}

/** A tag that says of what type a scalar is, which the new one need not be, and an anchor behind it. */
const TAG = /(?<![^ \t\r\n[{,])!!(?:str|int|float|bool|null|timestamp)[ \t]+(&[^ \t\r\n]+[ \t]+)?$/
/** Characters before a scalar in which they are looked for. */
const TAG_LENGTH = 200

/** Where the root of a document takes a first entry: before the metadata. */
export interface RootEnd {
  readonly offset: number
}

/**
 * Changes single values of a text and nothing around them: lines, comments, quotes and order stay. Knows the three
 * layouts: by indentation (YAML), between brackets (JSON, YAML), and lines (dotenv).
 */
export class Splicer {
  readonly #text: string
  readonly #format: SopsFormat
  readonly #lineBreak: string
  readonly #unit: number

  constructor(text: string, format: SopsFormat, unit: number) {
    this.#text = text
    this.#format = format
    this.#lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
    this.#unit = unit
  }

  /** Gives a leaf another value, in the quotes or block that it has. */
  replaceLeaf({ container }: Placed, entry: SopsEntry, value: LeafValue): Splice {
    const { start, end } = entry.node
    if (this.#format === 'env') return { start, end, text: envText(clear(value)) }
    const raw = this.#text.slice(start, end)
    const lead = start === end && this.#format === 'yaml' && !/\s/.test(this.#text.charAt(start - 1)) ? ' ' : ''
    const text = lead + this.#scalar(raw, value, entry, container)
    const tagged = this.#format === 'yaml' ? TAG.exec(this.#text.slice(Math.max(0, start - TAG_LENGTH), start)) : null
    if (tagged === null) return { start, end, text }
    const [whole, anchor = ''] = tagged
    return { start: start - whole.length, end, text: anchor + text }
  }

  #scalar(raw: string, value: LeafValue, entry: SopsEntry, container: SopsMapping | SopsList): string {
    const plain = clear(value)
    if (this.#format !== 'yaml') return jsonScalar(plain)
    const isEnvelope = plain?.type === 'str' && /^[\w[\],:=+/.-]*$/.test(plain.text) && plain.text !== ''
    if (isEnvelope && (raw.startsWith('"') || raw.startsWith("'"))) return raw.charAt(0) + plain.text + raw.charAt(0)
    const indent = /^[|>][^\n]*\n(?:[ \t]*\r?\n)*( +)/.exec(raw)?.[1]?.length ?? below(this.#columnOf(entry.start), this.#unit)
    const text = yamlScalar(plain, { context: container.layout === 'flow' ? 'flow' : 'block', indent, lineBreak: this.#lineBreak })
    return plain?.type === 'str' && raw.startsWith('"') && !/^["'|]/.test(text) ? JSON.stringify(plain.text) : text
  }

  /** Puts an entry behind the last one of a container. */
  insert(placed: Placed, key: string | null, node: SopsNode, rootEnd: RootEnd): Splice {
    const { container, tail } = placed
    const last = entriesOf(container).findLast((entry) => entry !== tail)
    if (container.layout === 'lines') return this.#line(last === undefined ? rootEnd.offset : this.#afterLine(endOf(last)), envLine(key, node))
    if (container.layout === 'flow') return this.#insertFlow(placed, last, key, node)
    if (last === undefined) return this.#line(rootEnd.offset, this.#block(key, node, placed.column))
    const column = this.#columnOf(last.start)
    return this.#line(this.#afterLine(endOf(last)), ' '.repeat(column) + this.#block(key, node, column))
  }

  /** The lines of an entry, joined; the first without its indentation. */
  #block(key: string | null, node: SopsNode, column: number): string {
    return entryLines(key, node, column, { unit: this.#unit, lineBreak: this.#lineBreak }).join(this.#lineBreak)
  }

  /** A line of its own at an offset that starts a line, or ends the text. */
  #line(offset: number, text: string): Splice {
    const isOpen = offset > 0 && this.#text.charAt(offset - 1) !== '\n'
    return { start: offset, end: offset, text: (isOpen ? this.#lineBreak : '') + text + this.#lineBreak }
  }

  #insertFlow(placed: Placed, last: SopsEntry | undefined, key: string | null, node: SopsNode): Splice {
    const { container, parent, column, tail } = placed
    const { start, end } = container
    if (last === undefined && tail !== undefined) {
      const before = this.#text.slice(Math.max(start + 1, this.#lineStart(tail.start)), tail.start)
      const gap = before.trim() === '' && before !== '' ? this.#lineBreak + before : ' '
      return { start: tail.start, end: tail.start, text: `${this.#flowEntry(key, node, 1)},${gap}` }
    }
    if (last === undefined && this.#format === 'yaml' && parent !== undefined) {
      const fresh = { ...container, layout: 'block', items: [{ kind: 'entry', key, start: -1, keyEnd: -1, node }] } as const
      return { start, end, text: this.#lineBreak + yamlLines(fresh, column, { unit: this.#unit, lineBreak: '\n' }).join(this.#lineBreak) }
    }
    const depth = this.#format === 'yaml' ? 0 : this.#depthOf(start)
    const text = this.#flowEntry(key, node, depth + 1)
    if (last === undefined) {
      const pad = this.#format === 'yaml' ? '' : this.#lineBreak + this.#jsonIndent().repeat(depth + 1)
      const close = pad === '' ? '' : this.#lineBreak + this.#jsonIndent().repeat(depth)
      return { start: start + 1, end: end - 1, text: pad + text + close }
    }
    const before = this.#text.slice(Math.max(start, this.#lineStart(last.start)), last.start)
    const isOwnLine = before.trim() === ''
    const at = endOf(last)
    return { start: at, end: at, text: isOwnLine ? `,${this.#lineBreak}${before}${text}` : `, ${text}` }
  }

  #flowEntry(key: string | null, node: SopsNode, depth: number): string {
    if (this.#format !== 'yaml') {
      const value = json(node, depth, this.#jsonIndent(), this.#lineBreak)
      return key === null ? value : `${jsonString(key)}: ${value}`
    }
    const value = node.kind === 'leaf' ? yamlScalar(clear(node.value), { context: 'flow', indent: 0, lineBreak: '\n' }) : json(node, 0, '', ' ')
    return key === null ? value : `${yamlKey(key, 'flow')}: ${value}`
  }

  /** What one level of a JSON file is indented by. */
  #jsonIndent(): string {
    return /\n([ \t]+)"/.exec(this.#text)?.[1] ?? '\t'
  }

  #depthOf(offset: number): number {
    const indent = this.#jsonIndent()
    const lead = /^[ \t]*/.exec(this.#text.slice(this.#lineStart(offset)))?.[0] ?? ''
    return Math.round(lead.length / indent.length)
  }

  /** Takes an entry out, with its lines. A container that has no other becomes `{}` or `[]`; comments stay. */
  remove({ container, parent }: Placed, entry: SopsEntry): readonly Splice[] {
    const entries = entriesOf(container)
    const index = entries.indexOf(entry)
    const [previous, next] = [entries[index - 1], entries[index + 1]]
    if (container.layout === 'flow') {
      if (entries.length === 1) return [{ start: container.start + 1, end: container.end - 1, text: '' }]
      if (previous !== undefined) return [{ start: endOf(previous), end: endOf(entry), text: '' }]
      return [{ start: entry.start, end: next?.start ?? endOf(entry), text: '' }]
    }
    const isFirstOnLine = this.#text.slice(this.#lineStart(entry.start), entry.start).trim() === ''
    const empty = parent === undefined || entries.length > 1 ? [] : [this.#emptied(container, parent)]
    if (isFirstOnLine) return [...empty, { start: this.#lineStart(entry.start), end: this.#afterLine(endOf(entry)), text: '' }]
    // The first key of a mapping in a list stands behind the `-`, and the next takes its place.
    if (next !== undefined) return [{ start: entry.start, end: next.start, text: '' }]
    return [{ start: entry.start, end: endOf(entry), text: container.kind === 'mapping' ? '{}' : '[]' }]
  }

  #emptied(container: SopsMapping | SopsList, parent: SopsEntry): Splice {
    const colon = parent.key === null ? parent.keyEnd : this.#text.indexOf(':', parent.keyEnd) + 1
    return { start: colon, end: colon, text: container.kind === 'mapping' ? ' {}' : ' []' }
  }

  /** Gives an entry another value where either is a collection; its key and place stay. */
  replaceNode({ container }: Placed, entry: SopsEntry, node: SopsNode): Splice {
    const { start, end } = entry.alias ?? entry.node
    if (container.layout === 'lines') return refuse('not-representable')
    if (container.layout === 'flow') return { start, end, text: this.#flowValue(node, start) }
    const column = this.#columnOf(entry.start)
    const lines = entryLines(entry.key, node, column, { unit: this.#unit, lineBreak: this.#lineBreak })
    const head = entry.key === null ? '-' : `${yamlKey(entry.key, 'block')}:`
    const colon = entry.key === null ? entry.keyEnd : this.#text.indexOf(':', entry.keyEnd) + 1
    const [first = '', ...rest] = lines
    return { start: colon, end: Math.max(end, colon), text: [first.slice(head.length), ...rest].join(this.#lineBreak) }
  }

  #flowValue(node: SopsNode, start: number): string {
    if (this.#format === 'yaml') return json(node, 0, '', ' ')
    return json(node, this.#depthOf(start), this.#jsonIndent(), this.#lineBreak)
  }

  /** An entry of a line alone, rewritten: for metadata of dotenv files. */
  replaceLines(entries: readonly SopsEntry[], lines: readonly string[]): readonly Splice[] {
    const [first, ...others] = entries
    if (first === undefined) return []
    const text = lines.map((line) => line + this.#lineBreak).join('')
    return [
      { start: this.#lineStart(first.start), end: this.#afterLine(endOf(first)), text },
      ...others.map((entry) => ({ start: this.#lineStart(entry.start), end: this.#afterLine(endOf(entry)), text: '' })),
    ]
  }

  #columnOf(offset: number): number {
    return offset - this.#lineStart(offset)
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1
  }

  /** Where the line after an offset's starts. */
  #afterLine(offset: number): number {
    const found = this.#text.indexOf('\n', offset)
    return found < 0 ? this.#text.length : found + 1
  }
}

/** Where the text of an entry ends. */
export function endOf({ node, alias, keyEnd }: SopsEntry): number {
  if (alias !== undefined) return alias.end
  if (node.kind === 'leaf' || node.layout !== 'block') return Math.max(node.end, keyEnd)
  const last = entriesOf(node).at(-1)
  return last === undefined ? Math.max(node.end, keyEnd) : endOf(last)
}

function clear(value: LeafValue): Exclude<LeafValue, Secret> {
  if (value instanceof Secret) throw new TypeError('a secret was about to be written')
  return value
}

