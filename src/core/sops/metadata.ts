import type { Tokens } from '../pointer.ts'
import {
  childOf,
  entriesOf,
  type Clear,
  type SopsEntry,
  type SopsList,
  type SopsMapping,
  type SopsNode,
} from './document.ts'
import { keyName } from './key-name.ts'
import { checkFields, isKeyType, isYes } from './metadata-fields.ts'
import { refuse } from './problem.ts'
import { wholeSeconds } from './scalars.ts'
import { DEFAULT_SELECTOR, SELECTOR_KINDS, type Selector } from './select.ts'

/** Where SOPS keeps its metadata: a key (YAML, JSON, binary), a section (INI), a prefix with `_` (dotenv). */
export const METADATA_KEY = 'sops'

/** A key that the data key, or a share of it, was encrypted to. */
export interface SopsKey {
  /** A type of SOPS, or the name of a list that this version does not know. */
  readonly type: string
  /** What names it, see `keyName`: an age recipient, a fingerprint, an address; empty where the file does not say. */
  readonly name: string
  /** The encrypted data key: for age an armored age file. */
  readonly enc: string
  readonly start: number
  readonly end: number
}

/** The keys of a group; any one of them opens it. */
export interface KeyGroup {
  readonly keys: readonly SopsKey[]
}

/** What the `sops` block of a file says. Fields that are not known stay in the file's text. */
export interface SopsMetadata {
  /** One group, or those of `key_groups`. */
  readonly groups: readonly KeyGroup[]
  /** Whether the groups stand in `key_groups`. */
  readonly grouped: boolean
  /** How many groups are needed; as many as there are where the file does not say. */
  readonly threshold: number
  readonly selector: Selector
  /** Whether the MAC covers encrypted values alone. */
  readonly macOnlyEncrypted: boolean
  /** The time of the last change as the file has it, and as the MAC is authenticated with it. */
  readonly lastModified: string
  readonly lastModifiedSeconds: string
  /** The encrypted MAC; `undefined` where the file has none. */
  readonly mac: string | undefined
  readonly version: string | undefined
}

/**
 * Reads the metadata of any version of SOPS. Texts count as numbers and booleans where SOPS reads them so. Lists of
 * keys of a type that is not known make keys too: what opens a file is not lost from sight.
 *
 * @throws SopsRefusal `bad-metadata`, `no-keys`, `several-selectors`
 */
export function readMetadata(block: SopsMapping): SopsMetadata {
  const flat = flatKeys(block)
  const listed = childOf(block, 'key_groups')?.node
  const grouped = flat.length === 0 && listed?.kind === 'list' && entriesOf(listed).length > 0
  const groups = grouped ? groupsOf(listed) : [{ keys: flat }]
  if (groups.every(({ keys }) => keys.length === 0)) refuse('no-keys', block)
  checkFields(block)
  const lastModified = textOf(block, 'lastmodified')
  const lastModifiedSeconds = lastModified === undefined ? undefined : wholeSeconds(lastModified)
  if (lastModified === undefined || lastModifiedSeconds === undefined) return refuseField(block, 'lastmodified')
  return {
    groups,
    grouped,
    threshold: thresholdOf(block, groups.length),
    selector: selectorOf(block),
    macOnlyEncrypted: isYes(childOf(block, 'mac_only_encrypted')?.node),
    lastModified,
    lastModifiedSeconds,
    mac: textOf(block, 'mac'),
    version: textOf(block, 'version'),
  }
}

/** The text of a field, numbers and booleans as SOPS renders them; `undefined` for none, empty and null. */
function textOf(block: SopsMapping, field: string): string | undefined {
  const text = clearOf(childOf(block, field)?.node)?.text
  return text === '' ? undefined : text
}

function clearOf(node: SopsNode | undefined): Clear | undefined {
  return node?.kind === 'leaf' && node.value !== null && 'text' in node.value ? node.value : undefined
}

function refuseField(block: SopsMapping, field: string): never {
  const { start, end } = childOf(block, field)?.node ?? block
  refuse('bad-metadata', { start, end, tokens: [field] })
}

function thresholdOf(block: SopsMapping, groups: number): number {
  const text = textOf(block, 'shamir_threshold')
  if (groups === 1) return 1
  if (text === undefined || text === '0') return groups
  const threshold = Number(text)
  return Number.isInteger(threshold) && threshold > 0 ? threshold : refuseField(block, 'shamir_threshold')
}

function selectorOf(block: SopsMapping): Selector {
  const given: Selector[] = []
  for (const kind of SELECTOR_KINDS) {
    const pattern = textOf(block, kind)
    if (pattern !== undefined) given.push({ kind, pattern })
  }
  const [first = DEFAULT_SELECTOR, second] = given
  if (second !== undefined) refuse('several-selectors', { start: block.start, end: block.end, tokens: [second.kind] })
  return first
}

/** Fields of the block that are lists and hold no keys. */
const NO_KEYS = new Set(['key_groups'])

function flatKeys(block: SopsMapping): SopsKey[] {
  return entriesOf(block).flatMap(({ key, node }) =>
    key === null || node.kind !== 'list' || NO_KEYS.has(key) ? [] : keysOf(key, node),
  )
}

function groupsOf(list: SopsList): KeyGroup[] {
  return entriesOf(list).map(({ node }) => ({ keys: node.kind === 'mapping' ? flatKeys(node) : [] }))
}

/** A list that SOPS does not know may be no list of keys. */
function keysOf(type: string, list: SopsList): SopsKey[] {
  const isKnown = isKeyType(type)
  return entriesOf(list).filter(({ node }) => isKnown || node.kind === 'mapping').map((entry) => keyOf(type, entry))
}

function keyOf(type: string, { node, start }: SopsEntry): SopsKey {
  if (node.kind !== 'mapping') refuse('bad-metadata', { start: node.start, end: node.end, tokens: [type] })
  const named = keyName(type, (field) => textOf(node, field) ?? '', contextOf(node))
  return { type, name: named, enc: textOf(node, 'enc') ?? '', start, end: node.end }
}

function contextOf(key: SopsMapping): ReadonlyMap<string, string> {
  const context = childOf(key, 'context')?.node
  if (context?.kind !== 'mapping') return new Map()
  return new Map(entriesOf(context).map((entry) => [entry.key ?? '', clearOf(entry.node)?.text ?? '']))
}

/** Tokens of a flattened name such as `age__list_0__map_enc`. Source: SOPS `stores/flatten.go`. */
export function unflattenName(name: string): Tokens {
  return name.split(/__(?=map_|list_)/).map((part, i) => (i === 0 ? part : part.replace(/^(?:map|list)_/, '')))
}

/** The flattened name of a path into metadata; texts are keys, numbers list indexes. */
export function flattenName(path: readonly (string | number)[]): string {
  return path.map((step, i) => (i === 0 ? step : typeof step === 'number' ? `__list_${step}` : `__map_${step}`)).join('')
}
