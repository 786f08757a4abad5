import type { LayoutEntry } from '../../core/config.ts'
import { finding, type Report } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import type { Place } from '../../core/place.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { findNode, keyPlace, valuePlace, type Tree } from '../../core/tree.ts'
import { isList, isMapping, kindOf, own, valueAt, type Value } from '../../core/value.ts'
import { EVERY_TOKEN, NAME_TOKEN } from './layout-entry.ts'

/** A name as the content says it. Its place is looked up when a finding needs it: lookups walk all siblings. */
export interface ContentName {
  readonly text: string
  readonly place: () => Place
}

/** A layer as the content of its file describes it. */
export interface ContentLayer {
  /** Index in the stream, for streams. */
  readonly document?: number
  readonly at: Tokens
  /** The name, where `at` or `name: {at: …}` gives it. */
  readonly name?: ContentName
  /** Where `environment: {at: …}` says so; null for a layer below every environment. */
  readonly environment?: ContentName | null
}

export interface ContentLayers {
  readonly layers: readonly ContentLayer[]
  /** Whether something that was looked for lies in a hole: there may be more layers than those. */
  readonly hadHole: boolean
}

/** Whether an entry's layers can only be told from the content of its files. */
export function needsContent({ at, name: naming, environment }: LayoutEntry): boolean {
  return at !== undefined || (naming !== undefined && 'at' in naming) || (environment !== undefined && 'at' in environment)
}

/**
 * The layers of a file for an entry that reads names, environments or subtrees from the content. A subtree that is not
 * there is no layer; what lies in a hole is passed over in silence, except that a document whose name is known keeps
 * the hole as its layer.
 */
export function contentLayers(entry: LayoutEntry, trees: readonly Tree[], report: Report): ContentLayers {
  const layers: ContentLayer[] = []
  const look: Look = { report, hadHole: false }
  const nameInContent = entry.at?.includes(NAME_TOKEN) === true || (entry.name !== undefined && 'at' in entry.name)
  for (const [index, tree] of trees.entries()) {
    const document = entry.stream ? { document: index } : {}
    for (const subtree of subtreesOf(tree, entry.at ?? [], look)) {
      const named = subtree.name === undefined
        ? nameOf(tree, subtree.at, entry, look)
        : keyName(tree, subtree.name, subtree.at.slice(0, subtree.nameDepth))
      if (nameInContent && named === undefined) continue
      for (const environment of environmentsOf(tree, subtree.at, entry, look)) {
        layers.push({
          ...document,
          at: subtree.at,
          ...(named !== undefined && { name: named }),
          ...(environment !== undefined && { environment }),
        })
      }
    }
  }
  return { layers, hadHole: look.hadHole }
}

/** Looking into the trees of one file. */
interface Look {
  readonly report: Report
  hadHole: boolean
}

interface Subtree {
  readonly at: Tokens
  /** The key that stood for `{name}`. */
  readonly name?: string
  /** How many tokens of `at` lead to that key. */
  readonly nameDepth?: number
}

/** The subtrees to which the tokens of `at` lead, in the order of the text. */
function subtreesOf(tree: Tree, tokens: Tokens, look: Look): readonly Subtree[] {
  let subtrees: readonly Subtree[] = [{ at: [] }]
  for (const token of tokens) {
    const next: Subtree[] = []
    for (const subtree of subtrees) step(tree, subtree, token, next, look)
    subtrees = next
  }
  return subtrees
}

function step(tree: Tree, from: Subtree, token: string, next: Subtree[], look: Look): void {
  const value = valueAt(tree.value, from.at) as Value
  if (value === HOLE) {
    look.hadHole = true
    // What lies in a hole is the hole; how many entries it would have is not known.
    if (token !== EVERY_TOKEN && token !== NAME_TOKEN) next.push(from)
  } else if (token === EVERY_TOKEN || token === NAME_TOKEN) {
    enter(tree, from, value, token, next, look.report)
  } else if (valueAt(value, [token]) !== undefined) {
    next.push({ ...from, at: [...from.at, token] })
  }
}

/** Goes into every entry of a mapping, or of a list where no names are wanted. */
function enter(tree: Tree, from: Subtree, value: Value, token: string, next: Subtree[], report: Report): void {
  if (isMapping(value)) {
    for (const key of Object.keys(value)) {
      const at = [...from.at, key]
      next.push(token === NAME_TOKEN ? { at, name: key, nameDepth: at.length } : { ...from, at })
    }
  } else if (isList(value) && token === EVERY_TOKEN) {
    for (const index of value.keys()) next.push({ ...from, at: [...from.at, String(index)] })
  } else if (value !== null) {
    const place = valuePlace(tree, Math.max(0, findNode(tree, from.at)))
    const expected = token === NAME_TOKEN ? say`a mapping from names to documents` : say`a list or a mapping of documents`
    report(finding('discover/no-name', place, say`the layout expects ${expected} here, found ${kindOf(value)}`))
  }
}

function keyName(tree: Tree, text: string, tokens: Tokens): ContentName {
  return { text, place: () => keyPlace(tree, Math.max(0, findNode(tree, tokens))) }
}

/** The name that `name: {at: …}` leads to, from the entry. */
function nameOf(tree: Tree, at: Tokens, { name: naming }: LayoutEntry, look: Look): ContentName | undefined {
  if (naming === undefined || !('at' in naming)) return undefined
  const value = valueIn(tree, at, naming.at)
  if (value === HOLE) {
    look.hadHole = true
    return undefined
  }
  if (typeof value === 'string') return { text: value, place: () => placeIn(tree, at, naming.at) }
  const problem = value === undefined
    ? say`nothing at ${pointer(naming.at)} here, where the layout looks for the document's name`
    : say`the document's name at ${pointer(naming.at)} is no string but ${kindOf(value)}`
  look.report(finding('discover/no-name', placeIn(tree, at, naming.at), problem))
  return undefined
}

/**
 * The environments that `environment: {at: …}` names, looked for in the entry under `at` first, then in its document;
 * null where neither says anything, `undefined` where the entry does not look for any.
 */
function environmentsOf(
  tree: Tree,
  at: Tokens,
  { environment: naming }: LayoutEntry,
  { report }: Look,
): readonly (ContentName | null | undefined)[] {
  if (naming === undefined || !('at' in naming)) return [undefined]
  const base = (valueIn(tree, at, naming.at) ?? null) === null ? [] : at
  const value = valueIn(tree, base, naming.at) ?? null
  if (value === null || value === HOLE) return [null]
  const found = new Map<string, ContentName>()
  const items = isList(value) ? value : [value]
  for (const [index, item] of items.entries()) {
    const place = () => placeIn(tree, base, isList(value) ? [...naming.at, String(index)] : naming.at)
    if (typeof item === 'string') found.set(item, { text: item, place })
    else if (item !== HOLE) {
      report(finding('discover/no-name', place(), say`an environment's name is a string, this is ${kindOf(item)}`))
    }
  }
  if (items.length === 0) {
    const problem = say`this list names no environment, so nothing is read; leave it out to mean all of them`
    report(finding('discover/no-name', placeIn(tree, base, naming.at), problem))
  }
  return [...found.values()]
}

/** The value at tokens below a subtree; a hole where the way leads through one. */
function valueIn(tree: Tree, at: Tokens, tokens: Tokens): Value | undefined {
  let value = valueAt(tree.value, at)
  for (const token of tokens) {
    if (value === HOLE || value === undefined) return value
    value = isMapping(value) ? own(value, token) : valueAt(value, [token])
  }
  return value
}

/** The place of a value below a subtree; where there is none, the key of the nearest that leads there. */
function placeIn(tree: Tree, at: Tokens, tokens: Tokens): Place {
  const root = Math.max(0, findNode(tree, at))
  for (let depth = tokens.length; depth > 0; depth--) {
    const node = findNode(tree, tokens.slice(0, depth), root)
    if (node >= 0) return depth === tokens.length ? valuePlace(tree, node) : keyPlace(tree, node)
  }
  return keyPlace(tree, root)
}

