import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import { inSpan, type SpanPlace } from '../../core/place.ts'
import { MAX_DEPTH, MAX_NODES } from '../../core/ports.ts'
import type { RuleId } from '../../core/rules.ts'
import { MERGE_KEY, NODE, NODE_WIDTH, nodeAfter, ROOT, type TagTree, type Tree } from '../../core/tree.ts'
import { isList, isMapping, own, type Mapping, type Value } from '../../core/value.ts'
import {
  draftKeyPlace,
  draftLeaf,
  draftList,
  draftMapping,
  plant,
  plantHole,
  reportDuplicate,
  type Draft,
  type DraftMapping,
} from './draft.ts'
import { createEntriesOf, targetOf, type EntriesOf, type TreeEntries } from './tree-entries.ts'

/**
 * Opens flat keys: with the separator `.`, `a.b.c: 1` is read as `a: {b: {c: 1}}`, in every mapping of the document.
 * A flat key and a mapping of the same path are put together, as Spring does. Each part of a flat key has its own span,
 * where the key stands in the file letter by letter; the value of a mapping that exists only through a flat key is all
 * of that key and its value.
 *
 * A key with an empty part (`a..b`, `.a`) and a key with a bracket stay as they are written: Spring's list indexes
 * (`a[0].b`) and quoted keys (`a.[b.c]`) are text here. Aliases and merge keys are expanded, at most to `MAX_NODES`.
 *
 * A path that one key sets to a scalar or list and another opens as a mapping is `parse/flat-key` at the second key; a
 * path that is set twice is `parse/duplicate-key`. The later one counts. A document without flat keys is returned as it
 * is, at the cost of a look at its keys.
 */
export function splitKeys(tree: Tree, separator: string, report: Report): Tree {
  if (separator === '' || !tree.keys.some((key) => key !== null && isFlat(key, separator))) return tree
  const planted = new KeyOpener(tree, separator, report).open()
  return tree.encrypted === true ? { ...planted, encrypted: true } : planted
}

function isFlat(key: string, separator: string): boolean {
  return key.includes(separator) && partsOf(key, separator).length > 1
}

function partsOf(key: string, separator: string): readonly string[] {
  if (key === MERGE_KEY || key.includes('[')) return [key]
  const parts = key.split(separator)
  return parts.includes('') ? [key] : parts
}

/** What is inserted: an entry of a mapping of the tree. */
interface Seed {
  readonly key: string
  readonly node: number
  readonly value: Value
  readonly tags: TagTree | undefined
  /** What a merge key brings in gives way to what is there, in silence. */
  readonly from: TreeEntries['from']
}

class KeyOpener {
  readonly #tree: Tree
  readonly #separator: string
  readonly #report: Report
  readonly #entriesOf: EntriesOf
  #count = 0
  #failed = false

  constructor(tree: Tree, separator: string, report: Report) {
    this.#tree = tree
    this.#separator = separator
    this.#report = report
    this.#entriesOf = createEntriesOf(tree)
  }

  open(): Tree {
    const { source, value, tags } = this.#tree
    const root = this.#draft(ROOT, value, tags, 0)
    return this.#failed ? plantHole(source) : plant(source, root)
  }

  #draft(node: number, value: Value, tags: TagTree | undefined, depth: number): Draft {
    const { spans } = this.#tree
    const key = [this.#field(node, NODE.keyStart), this.#field(node, NODE.keyEnd)] as const
    const at = targetOf(this.#tree, node) * NODE_WIDTH
    const start = spans[at + NODE.valueStart] as number
    const end = spans[at + NODE.valueEnd] as number
    const draft = this.#contents(node, value, tags, { key, start, end, depth })
    if (tags !== undefined && tags.tag !== '') draft.tag = tags.tag
    return draft
  }

  #contents(node: number, value: Value, tags: TagTree | undefined, at: DraftSpans): Draft {
    const isCollection = isMapping(value) || isList(value)
    if (this.#exhausted(node, isCollection ? at.depth + 1 : at.depth)) return draftLeaf(HOLE, at.key, at.start, at.end)
    if (isMapping(value)) {
      const mapping = draftMapping(at.key, at.start, at.end)
      this.#fill(mapping, node, value, tags, at.depth)
      return mapping
    }
    if (!isList(value)) return draftLeaf(value, at.key, at.start, at.end)
    const list = draftList(at.key, at.start, at.end)
    let child = targetOf(this.#tree, node) + 1
    for (const [i, item] of value.entries()) {
      list.items.push(this.#draft(child, item, tags?.children.get(String(i)), at.depth + 1))
      child = nodeAfter(this.#tree, child)
    }
    return list
  }

  /** Inserts the entries of a mapping of the tree into a draft, which may have entries of other mappings. */
  #fill(into: DraftMapping, node: number, value: Mapping, tags: TagTree | undefined, depth: number): void {
    for (const { from, nodes } of this.#entriesOf(node)) {
      for (const [key, child] of nodes) {
        if (this.#failed) return
        const held = own(value, key)
        if (held === undefined) continue
        this.#insert(into, { key, node: child, value: held, tags: tags?.children.get(key), from }, depth)
      }
    }
  }

  #insert(into: DraftMapping, seed: Seed, depth: number): void {
    const parts = partsOf(seed.key, this.#separator)
    if (this.#tooDeep(seed.node, depth + parts.length)) return
    let at = into
    for (let i = 0; i < parts.length - 1; i++) {
      const next = this.#step(at, parts, i, seed)
      if (next === undefined) return
      at = next
    }
    this.#set(at, parts, seed, depth + parts.length)
  }

  /** The mapping that the part `i` of a flat key leads to; `undefined` where a seed gives way. */
  #step(at: DraftMapping, parts: readonly string[], i: number, seed: Seed): DraftMapping | undefined {
    const part = parts[i] as string
    const known = at.children.get(part)
    if (known?.kind === 'mapping') return known
    if (known !== undefined) {
      if (seed.from === 'merge key') return undefined
      this.#clash(known, seed, say`${name(parts.slice(0, i + 1).join(this.#separator))} cannot be a mapping as well`)
    }
    const place = this.#keyPlace(seed)
    const end = Math.max(place.end, this.#field(seed.node, NODE.valueEnd))
    const opened = draftMapping(this.#partSpan(seed, parts, i), place.start, end)
    this.#count++
    at.children.set(part, opened)
    return opened
  }

  #set(at: DraftMapping, parts: readonly string[], seed: Seed, depth: number): void {
    const part = parts[parts.length - 1] as string
    const known = at.children.get(part)
    if (known?.kind === 'mapping' && isMapping(seed.value)) {
      if (seed.tags !== undefined && seed.tags.tag !== '' && seed.from === 'itself') known.tag = seed.tags.tag
      this.#fill(known, seed.node, seed.value, seed.tags, depth)
      return
    }
    if (known !== undefined) {
      if (seed.from === 'merge key') return
      const path = parts.join(this.#separator)
      if (known.kind === 'mapping') this.#clash(known, seed, say`${name(path)} is a mapping already`)
      else if (isMapping(seed.value)) this.#clash(known, seed, say`${name(path)} cannot be a mapping as well`)
      else if (!holds(known, HOLE) && seed.value !== HOLE) {
        reportDuplicate(path, this.#keyPlace(seed), draftKeyPlace(this.#tree.source, known), this.#report)
      }
    }
    const draft = this.#draft(seed.node, seed.value, seed.tags, depth)
    if (parts.length > 1) [draft.keyStart, draft.keyEnd] = this.#partSpan(seed, parts, parts.length - 1)
    at.children.set(part, draft)
  }

  /** Where the part `i` of a flat key stands; the whole key where it is written in another way, as with escapes. */
  #partSpan(seed: Seed, parts: readonly string[], i: number): readonly [number, number] {
    const { start, end } = this.#keyPlace(seed)
    const { text } = this.#tree.source
    const quotes = end - start - seed.key.length
    if ((quotes !== 0 && quotes !== 2) || !text.startsWith(seed.key, start + quotes / 2)) return [start, end]
    let from = start + quotes / 2
    for (let before = 0; before < i; before++) from += (parts[before] as string).length + this.#separator.length
    return [from, from + (parts[i] as string).length]
  }

  #clash(known: Draft, seed: Seed, message: Message): void {
    if (holds(known, HOLE) || seed.value === HOLE) return
    const place = draftKeyPlace(this.#tree.source, known)
    const related = [{ message: say`first given here`, place }]
    this.#report(finding('parse/flat-key', this.#keyPlace(seed), message, { related }))
  }

  #exhausted(node: number, depth: number): boolean {
    if (this.#failed || this.#tooDeep(node, depth)) return true
    if (++this.#count <= MAX_NODES) return false
    return this.#give('parse/too-many-nodes', node, say`this document opens to more than ${MAX_NODES} values`)
  }

  #tooDeep(node: number, depth: number): boolean {
    if (depth <= MAX_DEPTH) return false
    return this.#give('parse/too-deep', node, say`this opens to more than ${MAX_DEPTH} levels`)
  }

  /** Gives the document up. */
  #give(rule: RuleId, node: number, message: Message): true {
    this.#failed = true
    const at = this.#field(node, NODE.keyStart) < 0 ? NODE.valueStart : NODE.keyStart
    const place = inSpan(this.#tree.source, this.#field(node, at), this.#field(node, at + 1))
    this.#report(finding(rule, place, message))
    return true
  }

  #keyPlace({ node }: Seed): SpanPlace {
    return inSpan(this.#tree.source, this.#field(node, NODE.keyStart), this.#field(node, NODE.keyEnd))
  }

  #field(node: number, offset: number): number {
    return this.#tree.spans[node * NODE_WIDTH + offset] as number
  }
}

interface DraftSpans {
  readonly key: readonly [number, number]
  readonly start: number
  readonly end: number
  readonly depth: number
}

function holds(draft: Draft, value: Value): boolean {
  return draft.kind === 'leaf' && draft.value === value
}
