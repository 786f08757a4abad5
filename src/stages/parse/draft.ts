import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import { inSpan, type SpanPlace } from '../../core/place.ts'
import type { Source } from '../../core/source.ts'
import type { TagTree, Tree } from '../../core/tree.ts'
import { put, type MutableMapping, type Value } from '../../core/value.ts'
import { TreeBuilder } from './tree-builder.ts'

/**
 * A node of a document whose text order is not its tree order: a table that is opened twice, a section that comes back,
 * a flat key. Drafts are gathered first and planted, in tree order, at the end. Offsets are as in `Tree`.
 */
export type Draft = DraftLeaf | DraftMapping | DraftList

interface DraftPlace {
  keyStart: number
  keyEnd: number
  valueStart: number
  valueEnd: number
  /** The merge tag of the node, where it has one. */
  tag?: string
}
export interface DraftLeaf extends DraftPlace {
  readonly kind: 'leaf'
  value: Value
}
export interface DraftMapping extends DraftPlace {
  readonly kind: 'mapping'
  readonly children: Map<string, Draft>
}
interface DraftList extends DraftPlace {
  readonly kind: 'list'
  readonly items: Draft[]
}

export function draftLeaf(value: Value, key: readonly [number, number], start: number, end: number): DraftLeaf {
  return { kind: 'leaf', value, keyStart: key[0], keyEnd: key[1], valueStart: start, valueEnd: end }
}

export function draftMapping(key: readonly [number, number], start: number, end: number): DraftMapping {
  return { kind: 'mapping', children: new Map(), keyStart: key[0], keyEnd: key[1], valueStart: start, valueEnd: end }
}

export function draftList(key: readonly [number, number], start: number, end: number): DraftList {
  return { kind: 'list', items: [], keyStart: key[0], keyEnd: key[1], valueStart: start, valueEnd: end }
}

/** The key offsets of what has no key: the root and list items. */
export const NO_KEY: readonly [number, number] = [-1, -1]

/** The document that a draft describes. Recursive: a draft is no deeper than `MAX_DEPTH`. */
export function plant(source: Source, root: Draft): Tree {
  const builder = new TreeBuilder(source)
  return builder.finish(grow(builder, null, root), tagsOf(root))
}

/** What stands for a document that could not be read; its findings have been reported. */
export function plantHole(source: Source): Tree {
  return plant(source, draftLeaf(HOLE, NO_KEY, 0, source.text.length))
}

function grow(builder: TreeBuilder, key: string | null, draft: Draft): Value {
  const node = builder.open(key, draft.keyStart, draft.keyEnd)
  const value = content(builder, draft)
  builder.close(node, draft.valueStart, draft.valueEnd)
  return value
}

function content(builder: TreeBuilder, draft: Draft): Value {
  if (draft.kind === 'leaf') return draft.value
  if (draft.kind === 'list') {
    const list: Value[] = []
    for (const item of draft.items) list.push(grow(builder, null, item))
    return list
  }
  const mapping: MutableMapping = {}
  for (const [key, child] of draft.children) put(mapping, key, grow(builder, key, child))
  return mapping
}

function tagsOf(draft: Draft): TagTree | undefined {
  const children = new Map<string, TagTree>()
  if (draft.kind !== 'leaf') {
    for (const [key, child] of draft.kind === 'list' ? draft.items.entries() : draft.children) {
      const tags = tagsOf(child)
      if (tags !== undefined) children.set(String(key), tags)
    }
  }
  return children.size === 0 && draft.tag === undefined ? undefined : { tag: draft.tag ?? '', children }
}

/** The place of a draft's key. */
export function draftKeyPlace(source: Source, draft: Draft): SpanPlace {
  return inSpan(source, draft.keyStart, draft.keyEnd)
}

/** Gives a mapping an entry. One that it has already is reported, and replaced. */
export function setOnce(source: Source, mapping: DraftMapping, key: string, entry: Draft, report: Report): void {
  const known = mapping.children.get(key)
  if (known !== undefined) reportDuplicate(key, draftKeyPlace(source, entry), draftKeyPlace(source, known), report)
  mapping.children.set(key, entry)
}

/** Reports that `key` is set again at `place`, after `first`. */
export function reportDuplicate(key: string, place: SpanPlace, first: SpanPlace | undefined, report: Report): void {
  const related = first === undefined ? [] : [{ message: say`first given here`, place: first }]
  report(finding('parse/duplicate-key', place, say`the key ${name(key)} is given twice; the last one counts`, { related }))
}
