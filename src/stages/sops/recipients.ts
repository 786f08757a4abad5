import { childOf, entriesOf, newMapping, newText, type SopsEntry, type SopsList, type SopsMapping, type SopsNode } from '../../core/sops/document.ts'
import { attempt, refuse, type Outcome } from '../../core/sops/problem.ts'
import { rootEndOf, unitOf } from './edit.ts'
import { flatLines } from './emit.ts'
import { keyList, keyNode, metadataNode, type WrappedKey } from './metadata-node.ts'
import { readSops, type MetadataBlock, type SopsFile } from './read.ts'
import { applySplices, Splicer, type Placed, type RootEnd, type Splice } from './splice.ts'

/** Who can open a file from now on. */
export interface NewKeys {
  /** By key group; each key holds the data key, or its group's share. */
  readonly groups: readonly (readonly WrappedKey[])[]
  readonly threshold?: number
}

/**
 * Gives a file other age recipients: lines of keys that stay are not touched, nor is anything outside the metadata.
 * Values, `mac` and `lastmodified` stay, as with `sops updatekeys`: the data key is the same. Keys of other types stay.
 *
 * @returns the new text; or `read-only` (INI), `bad-metadata` where the block stands in no form that can be edited
 */
export function setKeys(file: SopsFile, keys: NewKeys): Outcome<string> {
  return attempt(() => {
    if (file.format === 'ini') refuse('read-only')
    if (file.format === 'env') return applySplices(file.text, flatSplices(file, keys))
    let at = isRestructured(file, keys) ? restructured(file, keys) : file
    for (let step = nextStep(at, keys); step.length > 0; step = nextStep(at, keys)) at = reread(at, step)
    return at.text
  })
}

function reread({ text, format }: SopsFile, splices: readonly Splice[]): SopsFile {
  const read = readSops(applySplices(text, splices), format)
  if (!read.ok) throw new Error('edited metadata could not be read again')
  return read.result
}

function isRestructured({ metadata }: SopsFile, { groups, threshold }: NewKeys): boolean {
  if (metadata.grouped !== groups.length > 1) return true
  if (!metadata.grouped) return false
  return metadata.groups.length !== groups.length || metadata.threshold !== (threshold ?? groups.length)
}

const KEY_FIELDS: readonly string[] = ['age', 'key_groups', 'shamir_threshold']

/** Replaces the whole list of keys, or of groups, in every document. */
function restructured(file: SopsFile, keys: NewKeys): SopsFile {
  let at = file
  for (const index of file.blocks.keys()) {
    for (const [field, node] of structureOf(keys)) {
      const { splicer, placed } = blockAt(at, index)
      at = reread(at, [splicer.insert(placed, field, node, rootEndOf(at, placedDocument(at, index)))])
    }
    for (const field of KEY_FIELDS) {
      const { splicer, placed } = blockAt(at, index)
      const standing = entriesOf(placed.container).filter(({ key }) => key === field)
      const isNew = structureOf(keys).some(([name]) => name === field)
      const [old] = standing
      if (old !== undefined && standing.length > (isNew ? 1 : 0)) at = reread(at, splicer.remove(placed, old))
    }
  }
  return at
}

function placedDocument(file: SopsFile, index: number): number {
  return (file.blocks[index] as MetadataBlock).document
}

function structureOf({ groups, threshold }: NewKeys): readonly (readonly [string, SopsNode])[] {
  const { items } = metadataNode(
    { groups, ...(threshold === undefined ? {} : { threshold }), selector: { kind: 'encrypted_regex', pattern: '' }, macOnlyEncrypted: false, lastModified: '' },
    '',
  )
  return items.flatMap((item) =>
    item.kind === 'entry' && item.key !== null && KEY_FIELDS.includes(item.key) ? [[item.key, item.node] as const] : [],
  )
}

function blockAt(file: SopsFile, index: number): { readonly splicer: Splicer; readonly placed: Placed } {
  const { block, entries } = file.blocks[index] as MetadataBlock
  const splicer = new Splicer(file.text, file.format, unitOf(file))
  return { splicer, placed: { container: block, parent: entries[0], column: 0 } }
}

/** The first change that a file still needs; none where it has the keys. */
function nextStep(file: SopsFile, { groups }: NewKeys): readonly Splice[] {
  for (const index of file.blocks.keys()) {
    for (const [group, wanted] of groups.entries()) {
      const splices = groupSplices(file, index, group, wanted)
      if (splices.length > 0) return splices
    }
  }
  return []
}

function groupSplices(file: SopsFile, index: number, group: number, wanted: readonly WrappedKey[]): readonly Splice[] {
  const { splicer, placed } = blockAt(file, index)
  const holder = file.metadata.grouped ? groupPlaced(placed, group) : placed
  const age = childOf(holder.container, 'age')
  const rootEnd = rootEndOf(file, placedDocument(file, index))
  if (age === undefined) return wanted.length === 0 ? [] : [splicer.insert(holder, 'age', keyList(wanted), rootEnd)]
  if (age.node.kind !== 'list') return refuse('bad-metadata', { ...age.node, tokens: ['age'] })
  const list: Placed = { container: age.node, parent: age, column: columnOf(file.text, age.start) + unitOf(file) }
  return listSplices(splicer, list, age.node, wanted, rootEnd)
}

function listSplices(
  splicer: Splicer,
  list: Placed,
  node: SopsList,
  wanted: readonly WrappedKey[],
  rootEnd: RootEnd,
): readonly Splice[] {
  const standing = entriesOf(node).map((entry) => ({ entry, recipient: textAt(entry, 'recipient') }))
  const changed = standing.flatMap(({ entry, recipient }) => {
    const enc = wanted.find((key) => key.recipient === recipient)?.enc
    return enc === undefined || enc === textAt(entry, 'enc') ? [] : [encSplice(splicer, entry, enc)]
  })
  if (changed.length > 0) return changed
  const missing = wanted.find(({ recipient }) => !standing.some((key) => key.recipient === recipient))
  if (missing !== undefined) return [splicer.insert(list, null, likeOthers(keyNode(missing), node), rootEnd)]
  const isRepeated = (recipient: string | undefined, i: number) =>
    standing.findIndex((key) => key.recipient === recipient) < i
  const surplus = standing.find(
    ({ recipient }, i) => !wanted.some((key) => key.recipient === recipient) || isRepeated(recipient, i),
  )
  return surplus === undefined ? [] : splicer.remove(list, surplus.entry)
}

function encSplice(splicer: Splicer, entry: SopsEntry, enc: string): Splice {
  const container = entry.node as SopsMapping
  const field = childOf(container, 'enc')
  if (field === undefined) return refuse('bad-metadata', { start: entry.start, end: entry.keyEnd, tokens: ['age'] })
  return splicer.replaceLeaf({ container, parent: entry, column: 0 }, field, newText(enc).value)
}

/** SOPS before 3.13 has `recipient` before `enc`; a new key stands as the others do. */
function likeOthers(node: SopsNode, list: SopsList): SopsNode {
  const first = entriesOf(list)[0]?.node
  if (node.kind !== 'mapping' || first === undefined || first.kind !== 'mapping') return node
  return entriesOf(first)[0]?.key === 'recipient' ? { ...node, items: [...node.items].reverse() } : node
}

function groupPlaced({ container }: Placed, group: number): Placed {
  const list = childOf(container, 'key_groups')
  const entry = list === undefined || list.node.kind === 'leaf' ? undefined : childOf(list.node, String(group))
  if (entry?.node.kind !== 'mapping') return refuse('bad-metadata', { start: container.start, end: container.end, tokens: ['key_groups'] })
  return { container: entry.node, parent: entry, column: 0 }
}

function textAt({ node }: SopsEntry, field: string): string | undefined {
  const value = node.kind === 'mapping' ? childOf(node, field)?.node : undefined
  return value?.kind === 'leaf' && value.value !== null && 'text' in value.value ? value.value.text : undefined
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

/** In dotenv files the keys are lines of their own, with numbers in their names: all of them are written anew. */
function flatSplices(file: SopsFile, keys: NewKeys): readonly Splice[] {
  const block = file.blocks[0] as MetadataBlock
  const old = block.entries.filter(({ key }) => /^sops_(?:age__|key_groups__|shamir_threshold$)/.test(key ?? ''))
  const lines = flatLines(newMapping(structureOf(keys)), [])
  const standing = old.map(({ start, node }) => file.text.slice(start, node.end))
  if ([...standing].sort().join('\n') === [...lines].sort().join('\n')) return []
  return new Splicer(file.text, 'env', 0).replaceLines(old, lines)
}
