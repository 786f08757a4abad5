import {
  COLLECTION_STYLE,
  EVENT_ID,
  type AliasEvent,
  type DocumentEvent,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import { say } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import { MAX_DEPTH, MAX_NODES } from '../../core/ports.ts'
import { MERGE_KEY, type TagTree, type Tree } from '../../core/tree.ts'
import { isList, isMapping, kindOf, put, type MutableMapping, type Value } from '../../core/value.ts'
import { Anchors, LEFT_OUT } from './anchors.ts'
import { reportDuplicates } from './duplicates.ts'
import type { EventReader } from './event-reader.ts'
import { lineEnd } from './lines.ts'
import { TEMPLATE } from './refusal.ts'
import { badKey } from './scalars.ts'
import { TreeBuilder } from './tree-builder.ts'
import { hasProperties, startOf, type YamlCursor } from './yaml-cursor.ts'
import { mistakeFinding, type Mistake } from './yaml-mistakes.ts'
import { hasEscapes, scalarValue, tell, textOf, type ScalarRun } from './yaml-scalars.ts'
import { checkKeyTag, isMergeKey, taggedCollection, taggedScalar } from './yaml-tagged.ts'
import { tagTree } from './yaml-tags.ts'
import { hasBreak, startsLine } from './yaml-text.ts'

/** A YAML text that is being read: where in its events and in its text the reading is, and what it depends on. */
export interface YamlReading {
  readonly events: EventReader
  readonly cursor: YamlCursor
  /** Scalars whose finding has been reported: they become holes. */
  readonly holes: ReadonlySet<Event> | undefined
  readonly run: ScalarRun
}

/** A mapping under construction. */
interface Entries {
  readonly mapping: MutableMapping
  /** Merge tags at and below its values. */
  tags: Map<string, TagTree> | undefined
  /** Entries of its own so far, those with a key that was there before included. */
  count: number
  hasMerge: boolean
  readonly isBlock: boolean
}

/** Makes trees of the events of documents, one after the other; they share the limit of nodes. */
export class DocumentComposer {
  readonly #text: string
  readonly #events: EventReader
  readonly #holes: ReadonlySet<Event> | undefined
  readonly #run: ScalarRun
  readonly #cursor: YamlCursor
  readonly #anchors: Anchors
  #builder: TreeBuilder
  /** Nodes of the file so far, those of aliases as often as they are used. */
  #nodes = 0
  #overflown = false
  /** Collections that are open, and the deepest nesting seen since an anchored collection was opened. */
  #depth = 0
  #deepest = 0
  /** The merge tags at and below the node composed last. */
  #tags: TagTree | undefined

  constructor({ events, cursor, holes, run }: YamlReading) {
    this.#text = run.source.text
    this.#events = events
    this.#cursor = cursor
    this.#holes = holes
    this.#run = run
    this.#anchors = new Anchors(run.source, run.report)
    this.#builder = new TreeBuilder(run.source)
  }

  /** Whether the file has more nodes than it may have: the document in which that turned up is a hole and the last. */
  get isFull(): boolean {
    return this.#overflown
  }

  /** The tree of the document that `event` starts; its content is what comes next. */
  document(event: DocumentEvent): Tree {
    const start = this.#cursor.at
    if (this.#builder.count > 0) this.#builder = new TreeBuilder(this.#run.source)
    this.#anchors.clear()
    this.#run.directives = event.directives
    const value = this.#node(null, -1, -1)
    this.#events.take()
    return this.#finish(this.#overflown ? HOLE : value, start)
  }

  /** @param start where a document without a node stands. */
  #finish(value: Value, start: number): Tree {
    if (this.#builder.count === 0) this.#builder.close(this.#builder.open(null, -1, -1), start, start)
    return this.#builder.finish(value, this.#tags)
  }

  #node(key: string | null, keyStart: number, keyEnd: number): Value {
    this.#tags = undefined
    if (++this.#nodes > MAX_NODES) return this.#overflow()
    const event = this.#events.take()
    const at = this.#builder.open(key, keyStart, keyEnd)
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event, at, key)
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING:
        // js-yaml takes a block collection on the line of its key after a tag or anchor: `a: !x b: c`.
        if (key !== null && event.style === COLLECTION_STYLE.BLOCK && this.#isOnKeyLine(event.start)) {
          this.#object('secondColon', event.start)
        }
        return this.#collection(event, at)
      default:
        return this.#alias(event as AliasEvent, at)
    }
  }

  #scalar(event: ScalarEvent, at: number, key: string | null): Value {
    const text = textOf(this.#text, event)
    const start = this.#cursor.takeScalar(event, key !== null ? ':' : at > 0 ? '-' : '')
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
      this.#anchors.set(event, { value, node: at, size: 1, height: 0, key: text, tags: this.#tags })
    }
    return value
  }

  #alias(event: AliasEvent, at: number): Value {
    const start = event.anchorStart - 1
    const end = event.anchorEnd
    this.#cursor.at = end
    this.#builder.close(at, start, end)
    const anchor = this.#anchors.resolve(event)
    if (anchor === undefined) return HOLE
    if (this.#depth + anchor.height > MAX_DEPTH) {
      tell(this.#run, 'parse/too-deep', start, end, say`this alias leads more than ${MAX_DEPTH} levels deep`)
      return HOLE
    }
    this.#deepest = Math.max(this.#deepest, this.#depth + anchor.height)
    this.#nodes += anchor.size - 1
    if (this.#nodes > MAX_NODES) return this.#tooMany(start, end)
    if (anchor.node >= 0) this.#builder.alias(at, anchor.node, start, end)
    this.#tags = anchor.tags
    return anchor.value
  }

  #collection(event: SequenceEvent | MappingEvent, at: number): Value {
    if (this.#depth === MAX_DEPTH) return this.#tooDeep(event, at)
    if (event.anchorStart >= 0) return this.#anchoredCollection(event, at)
    if (++this.#depth > this.#deepest) this.#deepest = this.#depth
    this.#cursor.at = event.start
    const value: Value = event.type === EVENT_ID.SEQUENCE ? this.#sequence() : this.#mapping(event, at)
    this.#builder.close(at, event.start, this.#cursor.takeEnd(event))
    this.#depth--
    if (event.tagStart < 0) return value
    const tagged = taggedCollection(event, value, this.#run)
    if (tagged.merge !== '') this.#tags = tagTree(tagged.merge, this.#tags?.children)
    return tagged.value
  }

  #tooDeep(event: SequenceEvent | MappingEvent, at: number): Value {
    const { start } = event
    tell(this.#run, 'parse/too-deep', start, start + 1, say`this is nested more than ${MAX_DEPTH} levels deep`)
    this.#leaveOutRest(event)
    this.#builder.close(at, start, this.#cursor.takeEnd(event))
    return HOLE
  }

  #anchoredCollection(event: SequenceEvent | MappingEvent, at: number): Value {
    const nodes = this.#nodes
    const deepest = this.#deepest
    this.#anchors.begin(event)
    this.#deepest = 0
    const value = this.#collection({ ...event, anchorStart: -1 }, at)
    const size = this.#nodes - nodes + 1
    const height = this.#deepest - this.#depth
    this.#anchors.set(event, { value, node: at, size, height, key: undefined, tags: this.#tags })
    this.#deepest = Math.max(deepest, this.#deepest)
    return value
  }

  #sequence(): Value {
    const items: Value[] = []
    let tags: Map<string, TagTree> | undefined
    while (this.#events.peek().type !== EVENT_ID.POP) {
      items.push(this.#node(null, -1, -1))
      if (this.#tags !== undefined) (tags ??= new Map()).set(String(items.length - 1), this.#tags)
    }
    this.#events.take()
    this.#tags = tagTree('', tags)
    return items
  }

  #mapping(event: MappingEvent, at: number): Value {
    if (this.#isTemplate(event)) return this.#template(event)
    const isBlock = event.style === COLLECTION_STYLE.BLOCK
    const entries: Entries = { mapping: {}, tags: undefined, count: 0, hasMerge: false, isBlock }
    for (;;) {
      const key = this.#events.take()
      if (key.type === EVENT_ID.POP) break
      if (key.type === EVENT_ID.SCALAR) this.#entry(key, entries)
      else if (key.type === EVENT_ID.ALIAS) this.#aliasEntry(key, entries)
      else this.#complexEntry(key)
    }
    if (entries.hasMerge || Object.keys(entries.mapping).length !== entries.count) {
      reportDuplicates(this.#builder, at, this.#run.report)
    }
    this.#tags = tagTree('', entries.tags)
    return entries.mapping
  }

  /** Whether what starts at `start` stands on the line of the key that has been taken last. */
  #isOnKeyLine(start: number): boolean {
    return !hasBreak(this.#text, this.#cursor.at - 1, start)
  }

  #object(mistake: Mistake, start: number): void {
    this.#run.report(mistakeFinding(this.#run.source, { mistake, start, end: lineEnd(this.#text, start) }))
  }

  #entry(event: ScalarEvent, entries: Entries): void {
    const key = textOf(this.#text, event)
    const start = this.#cursor.takeKey(event)
    const end = this.#cursor.at
    // js-yaml takes a key of a block mapping on the line of a list's last item: `- a  key: b`.
    if (entries.isBlock && entries.count > 0 && !startsLine(this.#text, start) && !hasProperties(event)) {
      this.#object('trailing', start)
    }
    if (key === '<<' && isMergeKey(event, this.#run)) return this.#mergeEntry(entries, start, end)
    if (event.tagStart >= 0) checkKeyTag(event, this.#run)
    if (event.anchorStart >= 0) this.#anchors.set(event, { ...LEFT_OUT, value: key, key })
    if (this.#holes?.has(event) === true) return this.#leaveOut()
    const bad = hasEscapes(event) ? badKey(key) : undefined
    if (bad === undefined) return this.#put(entries, key, start, end)
    tell(this.#run, 'parse/complex-key', start, end, bad)
    this.#leaveOut()
  }

  #put(entries: Entries, key: string, start: number, end: number): void {
    entries.count++
    put(entries.mapping, key, this.#node(key, start, end))
    if (this.#tags !== undefined) (entries.tags ??= new Map()).set(key, this.#tags)
    else entries.tags?.delete(key)
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
      tell(this.#run, 'parse/merge-key', start, end, message)
      return
    }
    for (const key of Object.keys(from)) {
      if (Object.hasOwn(entries.mapping, key)) continue
      put(entries.mapping, key, from[key] as Value)
      const below = tags?.children.get(key)
      if (below !== undefined) (entries.tags ??= new Map()).set(key, below)
    }
  }

  #aliasEntry(event: AliasEvent, entries: Entries): void {
    this.#cursor.at = event.anchorEnd
    const start = event.anchorStart - 1
    const anchor = this.#anchors.resolve(event)
    if (anchor?.key !== undefined) return this.#put(entries, anchor.key, start, event.anchorEnd)
    if (anchor !== undefined && anchor !== LEFT_OUT) this.#refuseKey(start, event.anchorEnd, anchor.value)
    this.#leaveOut()
  }

  /** An entry whose key is a collection; its first event has been taken. */
  #complexEntry(event: Event): void {
    const start = startOf(event, this.#cursor.at)
    this.#leaveOutRest(event)
    this.#refuseKey(start, Math.max(start + 1, this.#cursor.at), event.type === EVENT_ID.SEQUENCE ? [] : {})
    this.#leaveOut()
  }

  #refuseKey(start: number, end: number, key: Value): void {
    tell(this.#run, 'parse/complex-key', start, end, say`a key must be a text, and this one is a ${kindOf(key)}`)
  }

  /** Whether `{{ x }}` stands here, which YAML sees as a flow mapping whose only key is a flow mapping. */
  #isTemplate(event: MappingEvent): boolean {
    const key = this.#events.peek()
    if (event.style !== COLLECTION_STYLE.FLOW || key.type !== EVENT_ID.MAPPING) return false
    return key.start === event.start + 1 && this.#events.isOnlyPair()
  }

  #template(event: MappingEvent): Value {
    this.#leaveOut()
    this.#leaveOut()
    this.#events.take()
    const end = this.#text.indexOf('}}', this.#cursor.at)
    tell(this.#run, 'parse/template', event.start, end < 0 ? event.start + 2 : end + 2, TEMPLATE)
    return HOLE
  }

  /** Leaves the next node out of the tree: it has had its finding. Aliases to anchors in it become holes in silence. */
  #leaveOut(): void {
    this.#events.takeNode((event) => this.#pass(event))
  }

  /** Leaves out a collection whose first event has been taken. */
  #leaveOutRest(event: Event): void {
    this.#pass(event)
    while (this.#events.peek().type !== EVENT_ID.POP) this.#leaveOut()
    this.#events.take()
  }

  #pass(event: Event): void {
    this.#cursor.pass(event)
    if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      if (event.anchorStart >= 0) this.#anchors.set(event, LEFT_OUT)
    }
  }

  #overflow(): Value {
    const start = startOf(this.#events.peek(), this.#cursor.at)
    this.#leaveOut()
    return this.#tooMany(start, start)
  }

  #tooMany(start: number, end: number): Value {
    if (!this.#overflown) {
      const message = say`this file has more than ${MAX_NODES} values, aliases counted as often as they are used`
      tell(this.#run, 'parse/too-many-nodes', start, end, message)
    }
    this.#overflown = true
    return HOLE
  }
}
