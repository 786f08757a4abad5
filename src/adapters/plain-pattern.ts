/** A regular expression of plain form. Sets of characters are bits: one for each of ASCII, and one for all others. */
export type PlainPattern =
  | { readonly is: 'character'; readonly set: bigint }
  | { readonly is: 'anchor' }
  | { readonly is: 'sequence'; readonly parts: readonly PlainPattern[] }
  | { readonly is: 'alternatives'; readonly parts: readonly PlainPattern[] }
  | { readonly is: 'repeated'; readonly part: PlainPattern; readonly least: number; readonly most: number }

/**
 * Reads a pattern of plain form: literals, classes, groups, alternatives, anchors at its ends and greedy repetitions.
 * `undefined` for every other one: look-around, references back, word boundaries, lazy or very large repetitions, and
 * what is no pattern.
 */
export function readPlain(pattern: string): PlainPattern | undefined {
  const reader = new Reader(pattern)
  const read = reader.alternatives(0)
  return reader.atEnd ? read : undefined
}

const NON_ASCII = 1n << 128n
const ALL = (1n << 129n) - 1n
/** RE2 takes no larger repetitions. */
const MOST_REPEATED = 1_000
const DEEPEST = 20
const QUANTIFIER = /(?:[*+?]|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})(?![*+?{])/y
/** What may follow a backslash for itself, as all engines have it. */
const ESCAPED = '.*+?^$()[]{}|/\\-'

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length
  }

  alternatives(depth: number): PlainPattern | undefined {
    const parts: PlainPattern[] = []
    do {
      const one = this.#sequence(depth)
      if (one === undefined) return undefined
      parts.push(one)
    } while (this.#skip('|'))
    return parts.length === 1 ? parts[0] : { is: 'alternatives', parts }
  }

  #sequence(depth: number): PlainPattern | undefined {
    const parts: PlainPattern[] = []
    while (!this.atEnd && this.#next !== '|' && this.#next !== ')') {
      const part = this.#anchor() ?? this.#repeated(depth)
      if (part === undefined) return undefined
      parts.push(part)
    }
    return { is: 'sequence', parts }
  }

  #anchor(): PlainPattern | undefined {
    return this.#skip('^') || this.#skip('$') ? { is: 'anchor' } : undefined
  }

  #repeated(depth: number): PlainPattern | undefined {
    const part = this.#skip('(') ? this.#group(depth + 1) : this.#character()
    if (part === undefined) return undefined
    QUANTIFIER.lastIndex = this.#at
    const match = QUANTIFIER.exec(this.#text)
    if (match === null) return '*+?{'.includes(this.#next) && !this.atEnd ? undefined : part
    this.#at = QUANTIFIER.lastIndex
    const [quantifier, from, comma, to] = match
    const least = Number(from ?? (quantifier === '+' ? 1 : 0))
    const isEndless = quantifier === '*' || quantifier === '+' || (comma !== undefined && to === undefined)
    const most = isEndless ? Infinity : Number(to ?? from ?? 1)
    if (least > MOST_REPEATED || (most > MOST_REPEATED && !isEndless) || least > most) return undefined
    return { is: 'repeated', part, least, most }
  }

  #group(depth: number): PlainPattern | undefined {
    if (depth > DEEPEST || (this.#next === '?' && !this.#skip('?:'))) return undefined
    const inside = this.alternatives(depth)
    return this.#skip(')') ? inside : undefined
  }

  #character(): PlainPattern | undefined {
    const set = this.#skip('[') ? this.#class() : this.#skip('.') ? ALL : this.#single()
    return set === undefined ? undefined : { is: 'character', set }
  }

  #class(): bigint | undefined {
    const isNegated = this.#skip('^')
    let set = 0n
    while (!this.#skip(']')) {
      const start = this.#at
      const one = this.#next === '[' || this.atEnd ? undefined : this.#inClass()
      if (one === undefined) return undefined
      const isRange = this.#next === '-' && this.#text[this.#at + 1] !== ']'
      const range = isRange ? this.#range(start) : one
      if (range === undefined) return undefined
      set |= range
    }
    return isNegated ? (ALL & ~set) | NON_ASCII : set
  }

  /** From the single character at `start` on to the one after the dash. */
  #range(start: number): bigint | undefined {
    const from = this.#text.charCodeAt(start)
    this.#at++
    const to = this.#text.charCodeAt(this.#at)
    const isPlain = from <= to && to < 128 && from !== BACKSLASH && to !== BACKSLASH
    if (!isPlain || this.#inClass() === undefined) return undefined
    return (1n << BigInt(to + 1)) - (1n << BigInt(from))
  }

  #inClass(): bigint | undefined {
    if (this.#next === '\\') return this.#single()
    const set = setOf(this.#text.codePointAt(this.#at) ?? 0)
    this.#at += set === NON_ASCII && (this.#text.codePointAt(this.#at) ?? 0) > 0xffff ? 2 : 1
    return set
  }

  #single(): bigint | undefined {
    if (!this.#skip('\\')) return '()[]{}*+?|'.includes(this.#next) ? undefined : this.#inClass()
    const escaped = this.#next
    this.#at++
    if (escaped !== '' && ESCAPED.includes(escaped)) return setOf(escaped.charCodeAt(0))
    return CLASSES.get(escaped)
  }

  get #next(): string {
    return this.#text.charAt(this.#at)
  }

  #skip(text: string): boolean {
    const found = this.#text.startsWith(text, this.#at)
    if (found) this.#at += text.length
    return found
  }
}

const BACKSLASH = 0x5c

function setOf(code: number): bigint {
  return code < 128 ? 1n << BigInt(code) : NON_ASCII
}

function setOfAll(characters: string): bigint {
  let set = 0n
  for (const character of characters) set |= setOf(character.charCodeAt(0))
  return set
}

const DIGITS = setOfAll('0123456789')
const WORDS = DIGITS | setOfAll('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_')
const SPACES = setOfAll('\t\n\v\f\r ')

const CLASSES: ReadonlyMap<string, bigint> = new Map([
  ['d', DIGITS],
  ['D', ALL & ~DIGITS],
  ['w', WORDS],
  ['W', ALL & ~WORDS],
  ['s', SPACES | NON_ASCII],
  ['S', ALL & ~SPACES],
  ['n', setOfAll('\n')],
  ['r', setOfAll('\r')],
  ['t', setOfAll('\t')],
])
