import { MAX_DEPTH } from '../../core/ports.ts'
import type { Clear, SopsDocument, SopsEntry, SopsLeaf, SopsNode } from '../../core/sops/document.ts'
import { refuse } from '../../core/sops/problem.ts'
import { fitsInt, floatText } from '../../core/sops/scalars.ts'

/**
 * Reads JSON as SOPS does: one ordered object, duplicate keys kept. Integers that fit 64 bits are ints, as for SOPS
 * 3.13.2 and later; to earlier versions every number was a float (see `asFloat`).
 *
 * @throws SopsRefusal `bad-content`
 */
export function readJson(text: string): readonly SopsDocument[] {
  const reader = new JsonReader(text)
  return [reader.read()]
}

/** A number of JSON as SOPS before 3.13.2 had it. */
export function asFloat(value: Clear): Clear {
  return value.type === 'int' ? { type: 'float', text: floatText(Number(value.text)) } : value
}

const BLANK = /[ \t\r\n]*/y
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y
const WORD = /true|false|null/y
const INTEGER = /^-?[0-9]+$/
const LONGEST_NUMBER = 1000

class JsonReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): SopsDocument {
    const root = this.#node(0)
    this.#skip()
    if (root.kind !== 'mapping' || this.#at !== this.#text.length) return this.#refuse()
    return { root }
  }

  #node(depth: number): SopsNode {
    this.#skip()
    if (depth > MAX_DEPTH) return this.#refuse()
    const first = this.#text[this.#at]
    if (first === '{') return this.#collection('mapping', '}', depth)
    if (first === '[') return this.#collection('list', ']', depth)
    if (first === '"') return this.#stringLeaf()
    return first === 't' || first === 'f' || first === 'n' ? this.#leaf(WORD, wordOf) : this.#leaf(NUMBER, numberOf)
  }

  #collection(kind: 'mapping' | 'list', close: string, depth: number): SopsNode {
    const start = this.#at++
    const items: SopsEntry[] = []
    this.#skip()
    while (this.#text[this.#at] !== close) {
      if (items.length > 0) this.#take(',')
      this.#skip()
      items.push(kind === 'mapping' ? this.#entry(depth) : this.#item(depth))
      this.#skip()
    }
    this.#at++
    return { kind, layout: 'flow', start, end: this.#at, items }
  }

  #entry(depth: number): SopsEntry {
    const start = this.#at
    const key = this.#string()
    const keyEnd = this.#at
    this.#skip()
    this.#take(':')
    return { kind: 'entry', key, start, keyEnd, node: this.#node(depth + 1) }
  }

  #item(depth: number): SopsEntry {
    const start = this.#at
    return { kind: 'entry', key: null, start, keyEnd: start, node: this.#node(depth + 1) }
  }

  #leaf(expression: RegExp, valueOf: (text: string) => Clear | null | undefined): SopsLeaf {
    const start = this.#at
    const value = valueOf(this.#match(expression))
    return value === undefined ? this.#refuse() : { kind: 'leaf', start, end: this.#at, value }
  }

  #stringLeaf(): SopsLeaf {
    const start = this.#at
    const text = this.#string()
    return { kind: 'leaf', start, end: this.#at, value: { type: 'str', text } }
  }

  /** Up to the quote that ends it: an expression would run out of stack on a text of megabytes. */
  #string(): string {
    const start = this.#at
    if (this.#text[start] !== '"') this.#refuse()
    let end = this.#text.indexOf('"', start + 1)
    while (end >= 0 && this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1)
    const text = end < 0 ? undefined : textOf(this.#text.slice(start, end + 1))
    if (text === undefined) return this.#refuse()
    this.#at = end + 1
    return text
  }

  #isEscaped(quote: number): boolean {
    let at = quote
    while (this.#text[at - 1] === '\\') at--
    return (quote - at) % 2 === 1
  }

  #match(expression: RegExp): string {
    expression.lastIndex = this.#at
    const text = expression.exec(this.#text)?.[0] ?? this.#refuse()
    this.#at += text.length
    return text
  }

  #take(sign: string): void {
    if (this.#text[this.#at] !== sign) this.#refuse()
    this.#at++
  }

  #skip(): void {
    BLANK.lastIndex = this.#at
    BLANK.test(this.#text)
    this.#at = BLANK.lastIndex
  }

  #refuse(): never {
    return refuse('bad-content', { start: this.#at, end: this.#at })
  }
}

/**
 * `undefined` for what is no string of JSON. Half a surrogate pair becomes U+FFFD, as Go has it: no UTF-8 text can hold
 * one.
 */
function textOf(quoted: string): string | undefined {
  const text = parsed(quoted)
  if (text === undefined) return undefined
  return quoted.includes('\\u') ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text
}

function parsed(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return undefined
  }
}

function wordOf(text: string): Clear | null {
  return text === 'null' ? null : { type: 'bool', text: text === 'true' ? 'True' : 'False' }
}

function numberOf(text: string): Clear | undefined {
  if (text.length > LONGEST_NUMBER) return undefined
  const int = INTEGER.test(text) && text !== '-0' ? fitsInt(BigInt(text)) : undefined
  if (int !== undefined) return { type: 'int', text: int }
  const value = Number(text)
  return Number.isFinite(value) ? { type: 'float', text: floatText(value) } : undefined
}
