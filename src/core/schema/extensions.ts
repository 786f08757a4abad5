/** The keywords that Cairn adds to JSON Schema: what each may say, and what it then means. */
import type { MergeRule } from '../strategy.ts'
import { isList, isMapping, own, type Value } from '../value.ts'

export const EXTENSIONS = ['x-merge', 'x-ref', 'x-split', 'x-secret', 'x-unit', 'x-reload'] as const
export type Extension = (typeof EXTENSIONS)[number]

/** `x-ref`: the string, or under `propertyNames` the key, names a document. */
export interface DocumentReference {
  /** The kinds of which one has the document; at least one. */
  readonly kinds: readonly string[]
  /** Whether the string is the document's name, or the path of a file that is a layer of it. */
  readonly by: 'name' | 'path'
  /** Whether such references may form no cycle. */
  readonly acyclic: boolean
}

/** What `x-merge` says; `undefined` for what it may not say. */
export function mergeRule(value: Value | undefined): MergeRule | undefined {
  if (value === 'replace' || value === 'append' || value === 'prepend' || value === 'unique') return value
  const key = isMapping(value) && hasOnly(value, ['key']) ? own(value, 'key') : undefined
  return typeof key === 'string' && key !== '' ? { key } : undefined
}

/** What `x-ref` says: a kind, or `{kind, by, acyclic}` with one or several; `undefined` for what it may not say. */
export function documentReference(value: Value | undefined): DocumentReference | undefined {
  if (typeof value === 'string') return value === '' ? undefined : { kinds: [value], by: 'name', acyclic: false }
  if (!isMapping(value) || !hasOnly(value, ['kind', 'by', 'acyclic'])) return undefined
  const kinds = kindsOf(own(value, 'kind'))
  const by = own(value, 'by') ?? 'name'
  const acyclic = own(value, 'acyclic') ?? false
  if (kinds === undefined || (by !== 'name' && by !== 'path')) return undefined
  return typeof acyclic === 'boolean' ? { kinds, by, acyclic } : undefined
}

function kindsOf(value: Value | undefined): readonly string[] | undefined {
  const kinds = isList(value) ? value : [value]
  const named = kinds.filter((kind) => typeof kind === 'string' && kind !== '') as readonly string[]
  return named.length > 0 && named.length === kinds.length ? named : undefined
}

/** What `x-split` says: the text between the items of a list; `undefined` for what it may not say. */
export function separator(value: Value | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Whether a keyword may say this. */
export function mayBe(extension: Extension, value: Value): boolean {
  switch (extension) {
    case 'x-merge':
      return mergeRule(value) !== undefined
    case 'x-ref':
      return documentReference(value) !== undefined
    case 'x-split':
      return separator(value) !== undefined
    case 'x-secret':
      return typeof value === 'boolean'
    case 'x-unit':
      return typeof value === 'string' && value !== ''
    case 'x-reload':
      return value === 'hot' || value === 'restart'
  }
}

function hasOnly(value: object, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key))
}
