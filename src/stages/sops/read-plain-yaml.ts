import type { Tokens } from '../../core/pointer.ts'
import { MAX_DEPTH } from '../../core/ports.ts'
import type {
  SopsComment,
  SopsDocument,
  SopsEntry,
  SopsLeaf,
  SopsList,
  SopsMapping,
} from '../../core/sops/document.ts'
import { placeComments, type OpenContainer } from './yaml-comments.ts'
import { plainYaml } from './yaml-scalars.ts'

/**
 * Reads the YAML that SOPS itself writes, and what is as plain: one document, collections by indentation, a value a
 * line, literal blocks. Three times as fast as `readYaml` and says the same (a test compares them); `undefined` for any
 * text with something else in it, which is for `readYaml` then.
 */
export function readPlainYaml(text: string): readonly SopsDocument[] | undefined {
  return new PlainReader(text).read()
}

/** `- ` of items, a key, and what follows it on the line; tabs and carriage returns make a text not plain. */
const LINE = /( *)((?:- )*)(?:([A-Za-z_][A-Za-z0-9_.-]*|"[^"\\\n\t\r]*"):(?: |(?=\n)|$))?([^\n\t\r]*)(?:\n|$)/y
/** Words with blanks between (an envelope is one), or a text in quotes without escapes; then perhaps a comment. */
const WORD = String.raw`(?:[^\s:#]|:(?=\S))+`
const VALUE = new RegExp(String.raw`^((?=[\w.^/+(=$-])${WORD}(?: ${WORD})*|"[^"\\]*"|'[^']*'|\{\}|\[\])?(?: *( #.*))?$`)
const LITERAL = '|'
/** UTF-16 units of a value; of one with megabytes the engine of expressions runs out of stack. */
const LONGEST_VALUE = 100_000

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** A collection whose end is not known yet. */
interface Open {
  readonly column: number
  readonly node: Mutable<SopsMapping | SopsList>
  readonly items: (SopsEntry | SopsComment)[]
  readonly keys: Tokens
}

type OpenEntry = Mutable<SopsEntry>

class PlainReader {
  readonly #text: string
  readonly #stack: Open[] = []
  readonly #containers: OpenContainer[] = []
  readonly #comments: { start: number; end: number }[] = []
  /** The entry whose value may stand on the lines below. */
  #waiting: { readonly entry: OpenEntry; readonly column: number; readonly keys: Tokens } | undefined
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): readonly SopsDocument[] | undefined {
    while (this.#at < this.#text.length) if (!this.#line()) return undefined
    const [root] = this.#containers
    if (root?.node.kind !== 'mapping') return undefined
    this.#closeTo(-1)
    placeComments(this.#text, this.#containers, this.#comments)
    return [{ root: root.node }]
  }

  #line(): boolean {
    LINE.lastIndex = this.#at
    const match = LINE.exec(this.#text)
    if (match === null) return false
    const [whole, blanks = '', dashes = '', key, rest = ''] = match
    const start = this.#at + blanks.length
    this.#at += whole.length
    if (dashes === '' && key === undefined) return rest === '' || this.#comment(rest, start)
    const column = blanks.length
    this.#closeTo(column)
    if (dashes.length > 2) return false
    const into = this.#container(column, dashes === '' ? 'mapping' : 'list', start)
    if (into === undefined) return false
    if (dashes === '') return this.#entry(into, column, start, key ?? '', rest)
    return key === undefined ? this.#item(into, column, start, rest) : this.#itemMapping(into, column, start, key, rest)
  }

  #comment(rest: string, start: number): boolean {
    if (!rest.startsWith('#')) return false
    this.#comments.push({ start, end: start + rest.length })
    return true
  }

  /** Closes what is open to the right of a column. */
  #closeTo(column: number): void {
    while ((this.#stack.at(-1)?.column ?? -1) > column) this.#close()
    if (this.#waiting !== undefined && this.#waiting.column >= column) this.#waiting = undefined
  }

  #close(): void {
    const closed = this.#stack.pop() as Open
    const last = closed.items.at(-1)
    if (last?.kind === 'entry') closed.node.end = last.node.end
  }

  /** The container that a line in a column belongs to: the open one, or a new one, the value of what waits for it. */
  #container(column: number, kind: 'mapping' | 'list', start: number): Open | undefined {
    const top = this.#stack.at(-1)
    if (top?.column === column) return top.node.kind === kind ? top : undefined
    const { entry, keys = [] } = this.#waiting ?? {}
    if (entry === undefined && (top !== undefined || column !== 0)) return undefined
    this.#waiting = undefined
    return this.#stack.length > MAX_DEPTH ? undefined : this.#open({ kind, start }, column, keys, entry)
  }

  #open(
    { kind, start }: Pick<SopsMapping | SopsList, 'kind' | 'start'>,
    column: number,
    keys: Tokens,
    entry: OpenEntry | undefined,
  ): Open {
    const items: Open['items'] = []
    const node: Mutable<SopsMapping | SopsList> = { kind, layout: 'block', start, end: start, items }
    if (entry !== undefined) entry.node = node
    const open = { column, node, items, keys }
    this.#stack.push(open)
    this.#containers.push(open)
    return open
  }

  #entry(into: Open, column: number, start: number, written: string, rest: string): boolean {
    const isQuoted = written.startsWith('"')
    const key = isQuoted ? written.slice(1, -1) : written
    if (!isQuoted && plainYaml(key)?.type !== 'str') return false
    const keyEnd = start + written.length
    const entry: OpenEntry = { kind: 'entry', key, start, keyEnd, node: emptyAt(keyEnd + 1) }
    return this.#put(into, entry, column, [...into.keys, key], rest)
  }

  #item(into: Open, column: number, start: number, rest: string): boolean {
    if (rest === '' || rest.startsWith('-') || rest.startsWith('#')) return false
    const entry: OpenEntry = { kind: 'entry', key: null, start, keyEnd: start + 1, node: emptyAt(start + 1) }
    return this.#put(into, entry, column, into.keys, rest)
  }

  /** `- key: value`: an item that is a mapping, whose first entry stands behind the dash. */
  #itemMapping(into: Open, column: number, start: number, key: string, rest: string): boolean {
    const item: OpenEntry = { kind: 'entry', key: null, start, keyEnd: start + 1, node: emptyAt(start + 1) }
    into.items.push(item)
    const mapping = this.#open({ kind: 'mapping', start: start + 2 }, column + 2, into.keys, item)
    return this.#entry(mapping, column + 2, start + 2, key, rest)
  }

  #put(into: Open, entry: OpenEntry, column: number, keys: Tokens, rest: string): boolean {
    into.items.push(entry)
    this.#waiting = undefined
    const restStart = this.#at - rest.length - (this.#text.charAt(this.#at - 1) === '\n' ? 1 : 0)
    if (rest === LITERAL) return this.#literal(entry, column, restStart)
    const match = rest.length > LONGEST_VALUE ? null : VALUE.exec(rest)
    if (match === null) return false
    const [, value = '', comment] = match
    const end = restStart + rest.length
    // A comment behind empty brackets is in them.
    if (comment !== undefined && (value === '[]' || value === '{}')) return false
    if (comment !== undefined) this.#comments.push({ start: end - comment.length + 1, end })
    if (value !== '') return this.#value(entry, value, restStart)
    if (comment !== undefined || rest !== '') return false
    this.#waiting = { entry, column, keys }
    return true
  }

  #value(entry: OpenEntry, text: string, start: number): boolean {
    const end = start + text.length
    if (text === '{}' || text === '[]') {
      const kind = text === '{}' ? 'mapping' : 'list'
      entry.node = { kind, layout: 'flow', start, end, items: [] }
      return true
    }
    const isQuoted = /^["']/.test(text)
    const value = isQuoted ? ({ type: 'str', text: text.slice(1, -1) } as const) : plainYaml(text)
    if (value === undefined || text === '-' || text.startsWith('- ') || text.startsWith('---')) return false
    entry.node = { kind: 'leaf', start, end, value }
    return true
  }

  /** A literal block (`|`) of lines that are indented alike, none of them blank, as SOPS writes an age file. */
  #literal(entry: OpenEntry, column: number, start: number): boolean {
    const from = this.#at
    const indent = /^ */.exec(this.#text.slice(from, from + MOST_INDENT))?.[0].length ?? 0
    if (indent <= column || indent === MOST_INDENT) return false
    const pad = ' '.repeat(indent)
    let content = ''
    while (this.#text.startsWith(pad, this.#at)) {
      const found = this.#text.indexOf('\n', this.#at)
      if (found < 0) return false
      const line = this.#text.slice(this.#at + indent, found)
      if (!/^[^\s]/.test(line) || /[\t\r]/.test(line)) return false
      content += `${line}\n`
      this.#at = found + 1
    }
    // A blank line may belong to the block.
    const isBlank = this.#at < this.#text.length && /^ *(?:\n|$)/.test(this.#text.slice(this.#at, this.#at + MOST_INDENT))
    if (content === '' || isBlank) return false
    entry.node = { kind: 'leaf', start, end: this.#at - 1, value: { type: 'str', text: content } }
    return true
  }
}

/** Deepest indentation of a literal block that is looked at. */
const MOST_INDENT = 100

function emptyAt(offset: number): SopsLeaf {
  return { kind: 'leaf', start: offset, end: offset, value: null }
}
