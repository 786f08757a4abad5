import {
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
  type AliasEvent,
  type DocumentEvent,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { nearest } from '../../core/nearest.ts'
import { HOLE } from '../../core/opaque.ts'
import { inSpan } from '../../core/place.ts'
import { MAX_DEPTH, MAX_NODES } from '../../core/ports.ts'
import type { RuleId } from '../../core/rules.ts'
import type { Source } from '../../core/source.ts'
import { MERGE_KEY, type TagTree, type Tree } from '../../core/tree.ts'
import { isList, isMapping, kindOf, put, type MutableMapping, type Value } from '../../core/value.ts'
import { reportDuplicates } from './duplicates.ts'
import type { FormatOptions } from './options.ts'
import { badKey } from './scalars.ts'
import { TEMPLATE } from './refusal.ts'
import { TreeBuilder } from './tree-builder.ts'
import { isAbsent, startOf, YamlCursor } from './yaml-cursor.ts'
import { hasEscapes, scalarValue, taggedScalar, textOf, typeName, type ScalarRun } from './yaml-scalars.ts'
import { fullName, meaningOf, MERGE_KEY_TAG, tagTree } from './yaml-tags.ts'
import { documentMarker } from './yaml-text.ts'

/** The events of a YAML text as js-yaml gives them, and which scalars could not be read. */
export interface YamlEvents {
  readonly events: readonly Event[]
  /** Scalars whose finding has been reported: they become holes. */
  readonly holes?: ReadonlySet<Event>
}

/**
 * Makes plain values and source maps of YAML events, one tree a document, by the core schema of YAML 1.2.2. Merge keys
 * are resolved, aliases share the value of their anchor. What cannot be kept (numbers that would be rounded, unknown
 * tags, aliases that lead nowhere, too many nodes) is a finding and a hole.
 *
 * Without `options.stream` only the first document is composed, and a second one is a finding.
 */
export function compose(source: Source, read: YamlEvents, options: FormatOptions, report: Report): readonly Tree[] {
  return new Composition(source, read, options, report).documents()
}

/** What an anchor stands for. */
interface Anchor {
  readonly value: Value
  /** The anchored node; -1 where there is none, as with an anchored key. */
  readonly node: number
  /** How many nodes it and what is below it count, those of aliases as often as they are used. */
  readonly size: number
  /** How many collections it is deep. */
  readonly height: number
  /** Its text, if it can serve as a key. */
  readonly key: string | undefined
  readonly tags: TagTree | undefined
}

/** An anchor whose node is not finished: an alias to it would make a value contain itself. */
const UNFINISHED: Anchor = { value: HOLE, node: -1, size: 1, height: 0, key: undefined, tags: undefined }
/** An anchor in something that was left out, with a finding. */
const LEFT_OUT: Anchor = { ...UNFINISHED }

/** A mapping under construction. */
interface Entries {
  readonly mapping: MutableMapping
  /** Merge tags at and below its values. */
  tags: Map<string, TagTree> | undefined
  /** Entries of its own so far, those with a key that was there before included. */
  count: number
  hasMerge: boolean
}

class Composition {
  readonly #source: Source
  readonly #text: string
  readonly #events: readonly Event[]
  readonly #holes: ReadonlySet<Event> | undefined
  readonly #run: ScalarRun
  readonly #cursor: YamlCursor
  #builder: TreeBuilder
  #anchors = new Map<string, Anchor>()
  /** Index of the event to be read next. */
  #next = 0
  /** Nodes of the file so far, those of aliases as often as they are used. */
  #nodes = 0
  #overflown = false
  /** Collections that are open, and the deepest nesting seen since an anchored collection was opened. */
  #depth = 0
  #deepest = 0
  /** The merge tags at and below the node composed last. */
  #tags: TagTree | undefined

  constructor(source: Source, read: YamlEvents, options: FormatOptions, report: Report) {
    this.#source = source
    this.#text = source.text
    this.#events = read.events
    this.#holes = read.holes
    this.#run = { source, options, report, directives: [] }
    this.#cursor = new YamlCursor(source.text)
    this.#builder = new TreeBuilder(source)
  }

  documents(): readonly Tree[] {
    const trees: Tree[] = []
    while (this.#next < this.#events.length) {
      const event = this.#events[this.#next++] as DocumentEvent
      if (trees.length > 0 && this.#isEmptyRest()) break
      const start = event.explicitStart ? documentMarker(this.#text, this.#cursor.at) : this.#cursor.at
      if (trees.length > 0 && !this.#run.options.stream) {
        this.#reportSecond(event, start)
        break
      }
      this.#cursor.at = event.explicitStart ? start + 3 : start
      if (trees.length > 0) this.#builder = new TreeBuilder(this.#source)
      trees.push(this.#document(event))
    }
    if (trees.length === 0) trees.push(this.#finish(null, 0))
    return trees
  }

  /** Whether the document that starts here is the last one and has nothing in it: a `---` at the end of a file. */
  #isEmptyRest(): boolean {
    return this.#next + 2 === this.#events.length && isAbsent(this.#peek())
  }

  #reportSecond(event: DocumentEvent, marker: number): void {
    const start = event.explicitStart ? marker : startOf(this.#peek(), marker)
    const end = event.explicitStart ? marker + 3 : start
    const message = say`a second document starts here and is left out: split the file, or read it with \`stream: true\``
    this.#say('parse/stream', start, end, message)
  }

  #document(event: DocumentEvent): Tree {
    const start = this.#cursor.at
    this.#anchors.clear()
    this.#run.directives = event.directives
    const value = this.#node(null, -1, -1)
    this.#next++
    return this.#finish(this.#overflown ? HOLE : value, start)
  }

  /** @param start where a document without a node stands. */
  #finish(value: Value, start: number): Tree {
    if (this.#builder.count === 0) this.#builder.close(this.#builder.open(null, -1, -1), start, start)
    return this.#builder.finish(value, this.#tags)
  }

  #node(key: string | null, keyStart: number, keyEnd: number): Value {
    const event = this.#peek()
    this.#tags = undefined
    if (++this.#nodes > MAX_NODES) return this.#overflow(event)
    this.#next++
    const at = this.#builder.open(key, keyStart, keyEnd)
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event, at)
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING:
        return this.#collection(event, at)
      default:
        return this.#alias(event as AliasEvent, at)
    }
  }

  #scalar(event: ScalarEvent, at: number): Value {
    const text = textOf(this.#text, event)
    const start = this.#cursor.takeScalar(event)
    this.#builder.close(at, start, this.#cursor.at)
    let value: Value
    if (this.#holes?.has(event) === true) value = HOLE
    else if (event.tagStart < 0) value = scalarValue(event, text, start, this.#run)
    else {
      const tagged = taggedScalar(event, text, start, this.#run)
      value = tagged.value
      this.#tags = tagTree(tagged.merge, undefined)
    }
    if (event.anchorStart >= 0) {
      this.#anchors.set(this.#anchorName(event), { value, node: at, size: 1, height: 0, key: text, tags: this.#tags })
    }
    return value
  }

  #alias(event: AliasEvent, at: number): Value {
    const start = event.anchorStart - 1
    const end = (this.#cursor.at = event.anchorEnd)
    this.#builder.close(at, start, end)
    const anchor = this.#anchorOf(event)
    if (anchor === undefined) return HOLE
    if (this.#depth + anchor.height > MAX_DEPTH) {
      this.#say('parse/too-deep', start, end, say`this alias leads more than ${MAX_DEPTH} levels deep`)
      return HOLE
    }
    this.#deepest = Math.max(this.#deepest, this.#depth + anchor.height)
    this.#nodes += anchor.size - 1
    if (this.#nodes > MAX_NODES) return this.#tooMany(start, end)
    if (anchor.node >= 0) this.#builder.alias(at, anchor.node, start, end)
    this.#tags = anchor.tags
    return anchor.value
  }

  /** The anchor that an alias names; `undefined` (reported) where there is none or its node is not finished. */
  #anchorOf(event: AliasEvent): Anchor | undefined {
    const wanted = this.#anchorName(event)
    const anchor = this.#anchors.get(wanted)
    if (anchor !== undefined && anchor !== UNFINISHED) return anchor
    const message = anchor === undefined ? this.#noAnchor(wanted) : say`this alias stands inside its own anchor`
    this.#say('parse/unknown-anchor', event.anchorStart - 1, event.anchorEnd, message)
    return undefined
  }

  #noAnchor(wanted: string): Message {
    const near = nearest(wanted, this.#anchors.keys())
    if (near === undefined) return say`no anchor &${name(wanted)} comes before this alias`
    return say`no anchor &${name(wanted)} comes before this alias; did you mean *${name(near)}?`
  }

  #collection(event: SequenceEvent | MappingEvent, at: number): Value {
    const anchored = event.anchorStart >= 0
    const nodes = this.#nodes
    const deepest = this.#deepest
    if (anchored) {
      this.#anchors.set(this.#anchorName(event), UNFINISHED)
      this.#deepest = 0
    }
    if (++this.#depth > this.#deepest) this.#deepest = this.#depth
    this.#cursor.at = event.start
    let value: Value = event.type === EVENT_ID.SEQUENCE ? this.#sequence() : this.#mapping(event, at)
    this.#builder.close(at, event.start, this.#cursor.takeEnd(event))
    this.#depth--
    if (event.tagStart >= 0) value = this.#tagged(event, value)
    if (anchored) {
      const size = this.#nodes - nodes + 1
      const height = this.#deepest - this.#depth
      this.#anchors.set(this.#anchorName(event), { value, node: at, size, height, key: undefined, tags: this.#tags })
      this.#deepest = Math.max(deepest, this.#deepest)
    }
    return value
  }

  #tagged(event: SequenceEvent | MappingEvent, value: Value): Value {
    const { directives, options } = this.#run
    const meaning = meaningOf(this.#text.slice(event.tagStart, event.tagEnd), directives, options.tags)
    const own = event.type === EVENT_ID.SEQUENCE ? 'seq' : 'map'
    if (meaning.is === 'merge') {
      this.#tags = tagTree(meaning.name, this.#tags?.children)
    } else if (meaning.is === 'unknown') {
      this.#say('parse/unknown-tag', event.tagStart, event.tagEnd, meaning.message)
      return HOLE
    } else if (meaning.is === 'core' ? meaning.type !== own : meaning.is === 'allowed' && meaning.as === 'string') {
      const wanted = typeName(meaning.is === 'core' ? meaning.type : 'str')
      this.#say('parse/tag', event.tagStart, event.tagEnd, say`this is a ${kindOf(value)}, and its tag says: ${wanted}`)
      return HOLE
    }
    return value
  }

  #sequence(): Value {
    const items: Value[] = []
    let tags: Map<string, TagTree> | undefined
    while (this.#peek().type !== EVENT_ID.POP) {
      items.push(this.#node(null, -1, -1))
      if (this.#tags !== undefined) (tags ??= new Map()).set(String(items.length - 1), this.#tags)
    }
    this.#next++
    this.#tags = tagTree('', tags)
    return items
  }

  #mapping(event: MappingEvent, at: number): Value {
    if (this.#isTemplate(event)) return this.#template(event)
    const entries: Entries = { mapping: {}, tags: undefined, count: 0, hasMerge: false }
    for (;;) {
      const key = this.#peek()
      if (key.type === EVENT_ID.POP) break
      if (key.type === EVENT_ID.SCALAR) this.#entry(key, entries)
      else this.#unusualEntry(key, entries)
    }
    this.#next++
    if (entries.hasMerge || Object.keys(entries.mapping).length !== entries.count) {
      reportDuplicates(this.#builder, at, this.#run.report)
    }
    this.#tags = tagTree('', entries.tags)
    return entries.mapping
  }

  #entry(event: ScalarEvent, entries: Entries): void {
    this.#next++
    const key = textOf(this.#text, event)
    const start = this.#cursor.takeKey(event)
    const end = this.#cursor.at
    if (key === '<<' && this.#isMergeKey(event)) return this.#mergeEntry(entries, start, end)
    if (event.tagStart >= 0) this.#checkKeyTag(event)
    if (event.anchorStart >= 0) this.#anchors.set(this.#anchorName(event), { ...LEFT_OUT, value: key, key })
    const bad = hasEscapes(event) ? badKey(key) : undefined
    const isHole = this.#holes?.has(event) === true
    if (bad === undefined && !isHole) return this.#put(entries, key, start, end)
    if (bad !== undefined && !isHole) this.#say('parse/complex-key', start, end, bad)
    this.#skip()
  }

  #put(entries: Entries, key: string, start: number, end: number): void {
    entries.count++
    put(entries.mapping, key, this.#node(key, start, end))
    if (this.#tags !== undefined) (entries.tags ??= new Map()).set(key, this.#tags)
    else entries.tags?.delete(key)
  }

  #isMergeKey(event: ScalarEvent): boolean {
    if (event.style !== SCALAR_STYLE.PLAIN) return false
    if (event.tagStart < 0) return true
    return fullName(this.#text.slice(event.tagStart, event.tagEnd), this.#run.directives) === MERGE_KEY_TAG
  }

  /** A key is its text, whatever its tag says; only a tag that means nothing there is worth a word. */
  #checkKeyTag(event: ScalarEvent): void {
    const { directives, options } = this.#run
    const meaning = meaningOf(this.#text.slice(event.tagStart, event.tagEnd), directives, options.tags)
    if (meaning.is === 'unknown') this.#say('parse/unknown-tag', event.tagStart, event.tagEnd, meaning.message)
    if (meaning.is !== 'merge') return
    this.#say('parse/tag', event.tagStart, event.tagEnd, say`keys are not merged: put this tag before the value`)
  }

  /** `<<`: what the mappings that it names have and this one has not; the first of them that has a key counts. */
  #mergeEntry(entries: Entries, start: number, end: number): void {
    entries.hasMerge = true
    const merged = this.#node(MERGE_KEY, start, end)
    const tags = this.#tags
    if (!isList(merged)) return this.#inherit(entries, merged, tags, start, end)
    let index = 0
    for (const item of merged) this.#inherit(entries, item, tags?.children.get(String(index++)), start, end)
  }

  #inherit(entries: Entries, from: Value, tags: TagTree | undefined, start: number, end: number): void {
    if (from === HOLE) return
    if (!isMapping(from)) {
      const message = say`\`<<\` takes a mapping or a list of mappings, not a ${kindOf(from)}`
      this.#say('parse/merge-key', start, end, message)
      return
    }
    for (const key of Object.keys(from)) {
      if (Object.hasOwn(entries.mapping, key)) continue
      put(entries.mapping, key, from[key] as Value)
      const below = tags?.children.get(key)
      if (below !== undefined) (entries.tags ??= new Map()).set(key, below)
    }
  }

  /** An entry whose key is an alias or a collection. */
  #unusualEntry(event: Event, entries: Entries): void {
    const start = startOf(event, this.#cursor.at)
    if (event.type === EVENT_ID.ALIAS) {
      this.#next++
      this.#cursor.at = event.anchorEnd
      const anchor = this.#anchorOf(event)
      if (anchor?.key !== undefined) return this.#put(entries, anchor.key, start, event.anchorEnd)
      if (anchor !== undefined && anchor !== LEFT_OUT) this.#complexKey(start, event.anchorEnd, anchor.value)
    } else {
      this.#skip()
      this.#complexKey(start, Math.max(start + 1, this.#cursor.at), event.type === EVENT_ID.SEQUENCE ? [] : {})
    }
    this.#skip()
  }

  #complexKey(start: number, end: number, key: Value): void {
    this.#say('parse/complex-key', start, end, say`a key must be a text, and this one is a ${kindOf(key)}`)
  }

  /** Whether `{{ x }}` stands here: a flow mapping whose only key is a flow mapping, which is how YAML sees a template. */
  #isTemplate(event: MappingEvent): boolean {
    const key = this.#peek()
    if (event.style !== COLLECTION_STYLE.FLOW || key.type !== EVENT_ID.MAPPING) return false
    if (key.start !== event.start + 1) return false
    const value = this.#nodeEnd(this.#next)
    return this.#events[this.#nodeEnd(value)]?.type === EVENT_ID.POP
  }

  #template(event: MappingEvent): Value {
    this.#skip()
    this.#skip()
    this.#next++
    const end = this.#text.indexOf('}}', this.#cursor.at)
    this.#say('parse/template', event.start, end < 0 ? event.start + 2 : end + 2, TEMPLATE)
    return HOLE
  }

  /** The index of the event after the node that begins with the event `from`. */
  #nodeEnd(from: number): number {
    let at = from
    let open = 0
    do {
      const type = this.#events[at++]?.type
      if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open++
      else if (type === EVENT_ID.POP) open--
    } while (open > 0)
    return at
  }

  /** Leaves the next node out of the tree. Aliases to anchors in it are holes: it has had its finding. */
  #skip(): void {
    const end = this.#nodeEnd(this.#next)
    for (; this.#next < end; this.#next++) {
      const event = this.#peek()
      this.#cursor.pass(event)
      if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.ALIAS) continue
      if (event.anchorStart >= 0) this.#anchors.set(this.#anchorName(event), LEFT_OUT)
    }
  }

  #overflow(event: Event): Value {
    const start = startOf(event, this.#cursor.at)
    this.#skip()
    return this.#tooMany(start, start)
  }

  #tooMany(start: number, end: number): Value {
    if (!this.#overflown) {
      const message = say`this file has more than ${MAX_NODES} values, aliases counted as often as they are used`
      this.#say('parse/too-many-nodes', start, end, message)
    }
    this.#overflown = true
    return HOLE
  }

  #peek(): Event {
    return this.#events[this.#next] as Event
  }

  #anchorName(event: { readonly anchorStart: number; readonly anchorEnd: number }): string {
    return this.#text.slice(event.anchorStart, event.anchorEnd)
  }

  #say(rule: RuleId, start: number, end: number, message: Message): void {
    this.#run.report(finding(rule, inSpan(this.#source, start, end), message))
  }
}
