import { finding, type Finding, type Report } from '../../core/finding.ts'
import { say, type Message } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import { inSpan } from '../../core/place.ts'
import { MAX_DEPTH, MAX_NODES } from '../../core/ports.ts'
import type { RuleId } from '../../core/rules.ts'
import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import { put, type MutableMapping, type Value } from '../../core/value.ts'
import { plantHole } from './draft.ts'
import { reportDuplicates } from './duplicates.ts'
import { readEscaped } from './json-strings.ts'
import type { FormatOptions } from './options.ts'
import { refusal } from './refusal.ts'
import { badKey, BadNumber, badText, floatOf, integerOf, NOT_FINITE } from './scalars.ts'
import { TreeBuilder } from './tree-builder.ts'

/**
 * Reads a JSON text (RFC 8259): one document; an empty text is null, as in YAML. What a person can be told and whose
 * meaning is plain (a comment, a comma before a closing bracket, a tab in a string) is a finding and the reading goes
 * on; a bad escape or number makes a hole of its value. Anything else ends the reading, and the document is a hole.
 *
 * Integers beyond the safe ones are `parse/number`, half a surrogate pair is `parse/encoding`; `1.0` is the number 1.
 */
export function parseJson(source: Source, _options: FormatOptions, report: Report): readonly Tree[] {
  const reader = new JsonReader(source)
  const tree = reader.read()
  const failure = reader.failure
  if (failure === undefined) {
    for (const found of reader.findings) report(found)
    return [tree]
  }
  const plain = refusal(source, failure.place.in === 'span' ? failure.place.start : 0)
  if (plain === undefined) for (const found of reader.findings) report(found)
  report(plain ?? failure)
  return [plantHole(source)]
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const SLASH = 0x2f
const HASH = 0x23
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const TAB = 0x09
const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/
/** Whatever stands where a value is expected and is no string, list or mapping, up to what ends it. */
const WORD = /[^\s,:[\]{}"]*/y
const FRACTION = /[.eE]/

class JsonReader {
  readonly findings: Finding[] = []
  /** What ended the reading before its end. */
  failure: Finding | undefined
  readonly #source: Source
  readonly #text: string
  readonly #builder: TreeBuilder
  #at = 0
  #depth = 0
  #commented = false
  /** Where the last word ended that is no value and has been told; -1 where there was none. */
  #wrongWordEnd = -1

  constructor(source: Source) {
    this.#source = source
    this.#text = source.text
    this.#builder = new TreeBuilder(source)
  }

  read(): Tree {
    if (this.#peek() !== -1) {
      const value = this.#node(null, -1, -1)
      const isDone = this.failure !== undefined || this.#peek() === -1
      if (!isDone) this.#stop(say`nothing may follow the value that ends before this`)
      return this.#builder.finish(value)
    }
    this.#builder.close(this.#builder.open(null, -1, -1), 0, 0)
    return this.#builder.finish(null)
  }

  #node(key: string | null, keyStart: number, keyEnd: number): Value {
    const char = this.#peek()
    if (this.#builder.count >= MAX_NODES) {
      return this.#fail(say`this file has more than ${MAX_NODES} values`, 'parse/too-many-nodes')
    }
    const node = this.#builder.open(key, keyStart, keyEnd)
    const start = this.#at
    let value: Value
    if (char === QUOTE) value = this.#stringValue()
    else if (char === OPEN_BRACE) value = this.#nested(node, CLOSE_BRACE)
    else if (char === OPEN_BRACKET) value = this.#nested(node, CLOSE_BRACKET)
    else value = this.#word()
    this.#builder.close(node, start, this.#at)
    return value
  }

  #nested(node: number, closer: number): Value {
    if (this.#depth >= MAX_DEPTH) {
      return this.#fail(say`this is nested more than ${MAX_DEPTH} levels deep`, 'parse/too-deep')
    }
    this.#depth++
    const start = this.#at++
    const value = closer === CLOSE_BRACE ? this.#object(node, start) : this.#list(start)
    this.#depth--
    return value
  }

  #object(node: number, start: number): Value {
    const mapping: MutableMapping = {}
    let count = 0
    let more = this.#peek() !== CLOSE_BRACE
    while (more && this.failure === undefined) {
      this.#entry(mapping, start)
      count++
      more = this.#goesOn(CLOSE_BRACE, start)
    }
    this.#at++
    if (this.failure === undefined && Object.keys(mapping).length !== count) {
      reportDuplicates(this.#builder, node, (found) => this.findings.push(found))
    }
    return mapping
  }

  #list(start: number): Value {
    const items: Value[] = []
    let more = this.#peek() !== CLOSE_BRACKET
    while (more && this.failure === undefined) {
      if (this.#peek() === COMMA) return this.#fail(say`a value is missing before this comma`)
      items.push(this.#node(null, -1, -1))
      more = this.#goesOn(CLOSE_BRACKET, start)
    }
    this.#at++
    return items
  }

  #entry(mapping: MutableMapping, opener: number): void {
    const start = this.#at
    const key = this.#key(opener)
    if (key === undefined) return
    const end = this.#at
    if (this.#peek() === COLON) {
      this.#at++
      put(mapping, key, this.#node(key, start, end))
    } else {
      this.#fail(say`a colon is missing after the key`, 'parse/syntax', start, end)
    }
  }

  /** Takes a key; `undefined` (reported, and the end of the reading) where there is none. */
  #key(opener: number): string | undefined {
    const start = this.#at
    const char = this.#peek()
    if (char === -1) this.#unclosed(opener)
    else if (char !== QUOTE) this.#fail(say`a key in double quotes is expected here`)
    const key = char === QUOTE ? this.#string() : undefined
    if (this.failure !== undefined) return undefined
    if (key === undefined) this.#giveUp()
    const bad = key === undefined || this.#isVerbatim(key, start) ? undefined : badKey(key)
    if (bad !== undefined) this.#fail(bad, 'parse/complex-key', start, this.#at)
    return bad === undefined ? key : undefined
  }

  /** Whether the string that has been taken from `start` on has no escapes. */
  #isVerbatim(text: string, start: number): boolean {
    return this.#at - start === text.length + 2
  }

  /** After an entry or item: whether another one follows. Stands on the closing bracket where none does. */
  #goesOn(closer: number, opener: number): boolean {
    if (this.failure !== undefined) return false
    const char = this.#peek()
    if (char === closer) return false
    if (char === COMMA) {
      const comma = this.#at++
      if (this.#peek() !== closer) return true
      this.#tell('parse/syntax', comma, comma + 1, say`JSON has no comma before a closing bracket: take it out`)
      return false
    }
    if (char === -1) this.#unclosed(opener)
    else this.#stop(say`a comma or a closing bracket is missing before this`)
    return false
  }

  #stringValue(): Value {
    const start = this.#at
    const text = this.#string()
    if (text === undefined) return HOLE
    const bad = this.#isVerbatim(text, start) ? undefined : badText(text)
    if (bad === undefined) return text
    this.#tell('parse/encoding', start, this.#at, bad)
    return HOLE
  }

  /** Takes a string; `undefined` (reported) where an escape in it means nothing. */
  #string(): string | undefined {
    const text = this.#text
    const start = this.#at + 1
    for (let at = start; at < text.length; at++) {
      const char = text.charCodeAt(at)
      if (char === QUOTE) {
        this.#at = at + 1
        return text.slice(start, at)
      }
      if (char === BACKSLASH || char < SPACE) return this.#escapedString(start, at)
    }
    return void this.#fail(say`this quote is not closed`, 'parse/syntax', start - 1, start)
  }

  #escapedString(start: number, from: number): string | undefined {
    const read = readEscaped(this.#text, start, from, (at, end, message) => this.#tell('parse/syntax', at, end, message))
    if (read.end < 0) return void this.#fail(say`this quote is not closed on its line`, 'parse/syntax', start - 1, start)
    this.#at = read.end
    return read.text
  }

  /** A number, `true`, `false`, `null`, or what somebody took for one. */
  #word(): Value {
    const start = this.#at
    WORD.lastIndex = start
    const word = WORD.exec(this.#text)?.[0] ?? ''
    this.#at += word.length
    if (NUMBER.test(word)) return this.#number(word, start)
    switch (word) {
      case 'true':
        return true
      case 'false':
        return false
      case 'null':
        return null
      case 'NaN':
      case 'Infinity':
      case '-Infinity':
        return this.#number(word, start)
    }
    this.#at = start
    if (word === '') return this.#fail(say`a value is expected here`)
    if (word.startsWith("'")) return this.#fail(say`JSON has no single quotes: use double quotes`)
    this.#at += word.length
    this.#wrongWordEnd = this.#at
    this.#tell('parse/syntax', start, this.#at, wrongWord(word))
    return HOLE
  }

  #number(word: string, start: number): Value {
    const isFinite = !word.endsWith('N') && !word.endsWith('y')
    const value = isFinite ? (FRACTION.test(word) ? floatOf(word) : integerOf(word)) : NOT_FINITE
    if (!(value instanceof BadNumber)) return value
    this.#tell('parse/number', start, this.#at, value.message)
    return HOLE
  }

  /** The character that comes next after white space and comments, -1 at the end. */
  #peek(): number {
    const text = this.#text
    for (;;) {
      const char = text.charCodeAt(this.#at)
      if (char === SPACE || char === LINE_FEED || char === RETURN || char === TAB) this.#at++
      else if (char === HASH || char === SLASH) {
        if (!this.#skipComment()) return char
      } else return this.#at < text.length ? char : -1
    }
  }

  #skipComment(): boolean {
    const start = this.#at
    const isBlock = this.#text.startsWith('/*', start)
    if (!isBlock && !this.#text.startsWith('//', start) && !this.#text.startsWith('#', start)) return false
    const end = this.#text.indexOf(isBlock ? '*/' : '\n', start + 1)
    this.#at = end < 0 ? this.#text.length : isBlock ? end + 2 : end
    if (!this.#commented) this.#tell('parse/syntax', start, this.#at, say`JSON has no comments: take them out`)
    this.#commented = true
    return true
  }

  #unclosed(opener: number): void {
    this.#fail(say`this bracket is not closed`, 'parse/syntax', opener, opener + 1)
  }

  /** Ends the reading with a finding at `start`, or at the next character. */
  #fail(message: Message, rule: RuleId = 'parse/syntax', start = this.#at, end = start + 1): Value {
    this.failure ??= finding(rule, inSpan(this.#source, start, Math.min(end, this.#text.length)), message)
    this.#at = this.#text.length
    return HOLE
  }

  /** Ends the reading over what follows a value; in silence where it is the rest of a text without quotes. */
  #stop(message: Message): void {
    const isRest = this.#wrongWordEnd >= 0 && this.#text.slice(this.#wrongWordEnd, this.#at).trim() === ''
    if (isRest) this.#giveUp()
    else this.#fail(message)
  }

  /** Ends the reading over what was told last. */
  #giveUp(): void {
    this.failure = this.findings.pop()
    this.#at = this.#text.length
  }

  #tell(rule: RuleId, start: number, end: number, message: Message): void {
    this.findings.push(finding(rule, inSpan(this.#source, start, end), message))
  }
}

function wrongWord(word: string): Message {
  return /^[-+.0-9]/.test(word)
    ? say`this is no JSON number: no leading \`+\`, \`.\` or 0, no hexadecimal, and digits after a \`.\``
    : say`a text must stand in double quotes, and JSON knows no words but true, false and null`
}
