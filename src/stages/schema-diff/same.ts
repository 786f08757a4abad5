import { filesBehind } from '../../core/schema/files.ts'
import { DEFINITIONS, heldBy } from '../../core/schema/keywords.ts'
import { resolve, type SchemaNode } from '../../core/schema/schemas.ts'
import { isMapping, sameValue, type Value } from '../../core/value.ts'

/** What says nothing of which values are accepted. */
const SILENT: ReadonlySet<string> = new Set([
  'title', 'description', 'examples', 'deprecated', 'default', 'readOnly', 'writeOnly', 'discriminator',
  '$comment', '$id', '$schema', '$anchor', '$dynamicAnchor', '$vocabulary', ...DEFINITIONS,
])

const isSilent = (keyword: string): boolean => SILENT.has(keyword) || /^x-/i.test(keyword)

/**
 * Whether two schemas ask the same in the same words: keyword by keyword, references by what they lead to. Linear in
 * what is reached.
 */
export function isWrittenAlike(one: SchemaNode, other: SchemaNode): boolean {
  const met = new Map<SchemaNode, Set<SchemaNode>>()
  const open: NodePair[] = [[one, other]]
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [left, right] = pair
    let others = met.get(left)
    if (others === undefined) met.set(left, (others = new Set()))
    if (others.has(right)) continue
    others.add(right)
    const below = left.dialect === right.dialect ? pairsBelow(left, right) : undefined
    if (below === undefined) return false
    open.push(...below)
  }
  return true
}

type NodePair = readonly [one: SchemaNode, other: SchemaNode]

/** The schemas that have to be alike for two to be; `undefined` where these are not. */
function pairsBelow(one: SchemaNode, other: SchemaNode): NodePair[] | undefined {
  if (!isMapping(one.schema) || !isMapping(other.schema)) return one.schema === other.schema ? [] : undefined
  const keywords = Object.keys(one.schema).filter((keyword) => !isSilent(keyword))
  if (Object.keys(other.schema).filter((keyword) => !isSilent(keyword)).length !== keywords.length) return undefined
  const pairs: NodePair[] = []
  for (const keyword of keywords) {
    const [left, right] = [one.keyword(keyword) as Value, other.keyword(keyword)]
    if (right === undefined) return undefined
    const below = keyword === '$ref' ? targets(one, other, left, right) : heldPairs(one, other, keyword)
    if (below === undefined) return undefined
    pairs.push(...below)
  }
  return pairs
}

function targets(one: SchemaNode, other: SchemaNode, left: Value, right: Value): NodePair[] | undefined {
  if (typeof left !== 'string' || typeof right !== 'string') return undefined
  const [before, after] = [resolve(one, left).node, resolve(other, right).node]
  if (before === undefined || after === undefined) return undefined
  return [[before, after]]
}

function heldPairs(one: SchemaNode, other: SchemaNode, keyword: string): NodePair[] | undefined {
  const [left, right] = [one.keyword(keyword) as Value, other.keyword(keyword) as Value]
  const [held, others] = [heldBy(one, keyword), new Map(heldBy(other, keyword))]
  // `$dynamicRef` leads elsewhere wherever it is used from: only what is the same all around can be the same.
  if (keyword === '$dynamicRef') return sameValue(left, right) && areSameFiles(one.root, other.root) ? [] : undefined
  if (held.length === 0 || keyword === 'dependencies') return sameValue(left, right) ? [] : undefined
  if (others.size !== held.length) return undefined
  const pairs: NodePair[] = []
  for (const [token, node] of held) {
    const counterpart = others.get(token)
    if (counterpart === undefined) return undefined
    pairs.push([node, counterpart])
  }
  return pairs
}

/** Whether two schemas, with all files that they lead to, are the same to the letter. */
export function areSameFiles(one: SchemaNode, other: SchemaNode): boolean {
  const [paths, others] = [filesBehind(one), filesBehind(other)]
  if (one.document.path !== other.document.path || paths.length !== others.length) return false
  return paths.every((path, i) => {
    if (others[i] !== path) return false
    const [before, after] = [contentOf(one, path), contentOf(other, path)]
    return before !== undefined && after !== undefined && sameValue(before, after)
  })
}

function contentOf({ home }: SchemaNode, path: string): Value | undefined {
  return home.documents.find((document) => document.path === path)?.tree.value
}
