import type { AST } from 'toml-eslint-parser'
import { finding, type Report } from '../../core/finding.ts'
import { say, type Message } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import { inSpan } from '../../core/place.ts'
import { MAX_DEPTH, MAX_NODES } from '../../core/ports.ts'
import type { RuleId } from '../../core/rules.ts'
import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import type { Value } from '../../core/value.ts'
import {
  draftKeyPlace,
  draftLeaf,
  draftList,
  draftMapping,
  NO_KEY,
  plant,
  plantHole,
  reportDuplicate,
  type Draft,
  type DraftMapping,
} from './draft.ts'
import type { FormatOptions } from './options.ts'
import { badKey, BadNumber, floatOf, integerOf } from './scalars.ts'
import { readToml, type TomlText } from './toml-read.ts'

/**
 * Reads a TOML 1.0 file: one document. Tables may be written in any order and places; the tree is that of the value,
 * and a table's place is its header and what stands below it. A table that only a dotted name implies has the place of
 * what follows its part of the name.
 *
 * Dates and times are strings as they are written. Integers that a double cannot hold, `inf` and `nan` are
 * `parse/number`. A key that is given twice is an error at the second place; the last value counts. A text that is not
 * TOML is one `parse/syntax`, and the document is a hole.
 */
export function parseToml(source: Source, _options: FormatOptions, report: Report): readonly Tree[] {
  const loneReturn = /\r(?!\n)/.exec(source.text)
  if (loneReturn !== null) {
    const place = inSpan(source, loneReturn.index, loneReturn.index + 1)
    report(finding('parse/syntax', place, say`a carriage return without a line feed is no line break in TOML`))
    return [plantHole(source)]
  }
  const text = readToml(source, report)
  return [text === undefined ? plantHole(source) : new TomlGardener(source, text, report).tree()]
}

const NAMED_FLOAT = /[a-z]{3}/
const NOT_FINITE = new BadNumber(
  say`infinity and NaN are no JSON numbers: give a finite number, or quote it to keep it as text`,
)

type Part = AST.TOMLBare | AST.TOMLQuoted
type Span = readonly [number, number]

class TomlGardener {
  readonly #source: Source
  readonly #text: TomlText
  readonly #report: Report
  #count = 0
  #failed = false

  constructor(source: Source, text: TomlText, report: Report) {
    this.#source = source
    this.#text = text
    this.#report = report
  }

  tree(): Tree {
    const root = draftMapping(NO_KEY, 0, this.#source.text.length)
    for (const item of this.#text.body) {
      if (this.#failed) break
      if (item.type === 'TOMLKeyValue') this.#entry(item, root, 0)
      else this.#table(item, root)
    }
    return this.#failed ? plantHole(this.#source) : plant(this.#source, root)
  }

  #table(node: AST.TOMLTable, root: DraftMapping): void {
    const parts = node.key.keys
    const depth = parts.length + (node.kind === 'array' ? 1 : 0)
    if (this.#isTooMuch(node.key, depth + 1)) return
    const range = this.#span(node)
    const parent = this.#walk(root, parts, range[1])
    const table = node.kind === 'array' ? this.#listedTable(parent, parts, range) : this.#ownTable(parent, parts, range)
    for (const entry of node.body) this.#entry(entry, table, depth)
  }

  /** The table of `[a.b]`: a new one, or the one that `[a.b.c]` implied before. */
  #ownTable(parent: DraftMapping, parts: readonly Part[], range: Span): DraftMapping {
    const { key, span, known } = this.#last(parent, parts)
    if (known?.kind === 'mapping') {
      // The header is where a person looks for the table.
      Object.assign(known, { keyStart: span[0], keyEnd: span[1], valueStart: range[0], valueEnd: range[1] })
      return known
    }
    return this.#set(parent, key, draftMapping(span, range[0], range[1]))
  }

  /** The table of `[[a.b]]`: another item of the list. */
  #listedTable(parent: DraftMapping, parts: readonly Part[], range: Span): DraftMapping {
    const { key, span, known } = this.#last(parent, parts)
    const list = known?.kind === 'list' ? known : this.#set(parent, key, draftList(span, range[0], range[1]))
    const table = draftMapping(NO_KEY, range[0], range[1])
    this.#count++
    list.items.push(table)
    list.valueEnd = range[1]
    return table
  }

  #entry(node: AST.TOMLKeyValue, table: DraftMapping, depth: number): void {
    const parts = node.key.keys
    if (this.#isTooMuch(node.key, depth + parts.length)) return
    const value = this.#span(node.value)
    const parent = this.#walk(table, parts, value[1])
    const { key, span } = this.#last(parent, parts)
    this.#set(parent, key, this.#content(node.value, span, depth + parts.length))
  }

  /** The mapping that all parts of a dotted name but the last lead to. */
  #walk(from: DraftMapping, parts: readonly Part[], end: number): DraftMapping {
    let at = from
    for (let i = 0; i < parts.length - 1; i++) {
      const { key, span, known } = this.#look(at, parts[i] as Part)
      const last = known?.kind === 'list' ? known.items.at(-1) : known
      if (last?.kind === 'mapping') at = last
      else at = this.#set(at, key, draftMapping(span, this.#text.offset((parts[i + 1] as Part).range[0]), end))
    }
    return at
  }

  #last(parent: DraftMapping, parts: readonly Part[]): Found {
    return this.#look(parent, parts[parts.length - 1] as Part)
  }

  /** What a part of a name finds in a table. A second definition that the library complained of is reported here. */
  #look(parent: DraftMapping, part: Part): Found {
    const written = part.type === 'TOMLBare' ? part.name : part.value
    const standIn = this.#text.standIn(written, part.range[0])
    const key = standIn?.means ?? written
    const span = this.#span(part)
    const known = parent.children.get(key)
    if (standIn?.is === 'second key') {
      const first = known === undefined ? undefined : draftKeyPlace(this.#source, known)
      reportDuplicate(key, inSpan(this.#source, span[0], span[1]), first, this.#report)
    }
    const bad = part.type === 'TOMLQuoted' ? badKey(key) : undefined
    if (bad !== undefined) this.#give('parse/complex-key', part, bad)
    return { key, span, known }
  }

  #set<D extends Draft>(parent: DraftMapping, key: string, draft: D): D {
    this.#count++
    parent.children.set(key, draft)
    return draft
  }

  #content(node: AST.TOMLContentNode, key: Span, depth: number): Draft {
    const [start, end] = this.#span(node)
    if (this.#isTooMuch(node, node.type === 'TOMLValue' ? depth : depth + 1)) return draftLeaf(HOLE, key, start, end)
    if (node.type === 'TOMLArray') {
      const list = draftList(key, start, end)
      for (const item of node.elements) {
        this.#count++
        list.items.push(this.#content(item, NO_KEY, depth + 1))
      }
      return list
    }
    if (node.type === 'TOMLInlineTable') {
      const table = draftMapping(key, start, end)
      for (const entry of node.body) this.#entry(entry, table, depth)
      return table
    }
    return draftLeaf(this.#scalar(node, [start, end]), key, start, end)
  }

  #scalar(node: AST.TOMLValue, span: Span): Value {
    switch (node.kind) {
      case 'boolean':
        return node.value
      case 'string': {
        const standIn = this.#text.standIn(node.value, node.range[0])
        return standIn?.is === 'long number' ? this.#number(integerOf(standIn.means), span) : (standIn?.means ?? node.value)
      }
      case 'integer':
        return this.#number(integerOf(node.number), span)
      case 'float':
        return this.#number(NAMED_FLOAT.test(node.number) ? NOT_FINITE : floatOf(node.number), span)
      default:
        return node.datetime
    }
  }

  #number(value: number | BadNumber, span: Span): Value {
    if (!(value instanceof BadNumber)) return value
    this.#say('parse/number', span, value.message)
    return HOLE
  }

  /**
   * Whether the document goes beyond the limits, here or already.
   *
   * @param depth the collections that are open with this node, the root included.
   */
  #isTooMuch(node: AST.TOMLNode, depth: number): boolean {
    if (depth > MAX_DEPTH) this.#give('parse/too-deep', node, say`this is nested more than ${MAX_DEPTH} levels deep`)
    else if (this.#count > MAX_NODES) {
      this.#give('parse/too-many-nodes', node, say`this file has more than ${MAX_NODES} values`)
    }
    return this.#failed
  }

  /** Gives the document up; only the first reason is told. */
  #give(rule: RuleId, node: AST.TOMLNode, message: Message): void {
    if (!this.#failed) this.#say(rule, this.#span(node), message)
    this.#failed = true
  }

  #say(rule: RuleId, span: Span, message: Message): void {
    this.#report(finding(rule, inSpan(this.#source, span[0], span[1]), message))
  }

  #span(node: AST.TOMLNode): Span {
    return [this.#text.offset(node.range[0]), this.#text.offset(node.range[1])]
  }
}

interface Found {
  readonly key: string
  readonly span: Span
  /** What the key has been given before. */
  readonly known: Draft | undefined
}
