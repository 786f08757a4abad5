import type { Tokens } from '../pointer.ts'
import { entriesOf, type Clear, type SopsEntry, type SopsMapping, type SopsNode } from './document.ts'
import { refuse } from './problem.ts'
import { wholeSeconds } from './scalars.ts'
import { SELECTOR_KINDS } from './select.ts'

/** Whether a node is what a field holds; a field without a value is as if it were not there. */
type Fits = (node: SopsNode) => boolean

const FOREIGN: Readonly<Record<string, Fits>> = { enc: isText, created_at: isTime }

/** The lists of keys that SOPS has, and the fields of theirs that it reads. */
const KEY_TYPES: Readonly<Record<string, Readonly<Record<string, Fits>>>> = {
  age: { recipient: isText, enc: isText },
  pgp: { ...FOREIGN, fp: isText },
  kms: { ...FOREIGN, arn: isText, role: isText, aws_profile: isText, context: isTexts },
  gcp_kms: { ...FOREIGN, resource_id: isText },
  hckms: { ...FOREIGN, key_id: isKeyId },
  azure_kv: { ...FOREIGN, vault_url: isText, name: isText, version: isText },
  hc_vault: { ...FOREIGN, vault_address: isText, engine_path: isText, key_name: isText },
}

/** Fields that a key must have. */
const NEEDED: readonly string[] = ['created_at', 'key_id']

const FIELDS: ReadonlyMap<string, Fits> = new Map<string, Fits>([
  ...['mac', ...SELECTOR_KINDS].map((field) => [field, isText] as const),
  ['version', isVersion],
  ['lastmodified', isTime],
  ['mac_only_encrypted', isBoolean],
  ['shamir_threshold', isCount],
  ['key_groups', isListOfMappings],
  ...Object.keys(KEY_TYPES).map((type) => [type, isListOfMappings] as const),
])

/**
 * Refuses a field of the metadata that SOPS would not read: one that is given twice, of another type, or a version or
 * point in time that is none. Fields that SOPS does not know are let be, as it does. Source: SOPS 3.13.3,
 * `stores/stores.go`; test/sops/metadata.test.ts compares it with the program and has the differences.
 *
 * @throws SopsRefusal `bad-metadata`
 */
export function checkFields(block: SopsMapping): void {
  refuseTwice(block, [])
  for (const entry of entriesOf(block)) {
    const { key, node } = entry
    if (isNull(node)) continue
    if (FIELDS.get(key ?? '')?.(node) === false) refuseEntry(entry, [])
    if (key === 'key_groups' && node.kind === 'list') {
      for (const [i, group] of entriesOf(node).entries()) checkGroup(group, [key, String(i)])
    }
  }
  checkLists(block, [])
  if (!entriesOf(block).some(({ key, node }) => key === 'version' && !isNull(node))) {
    refuse('bad-metadata', { start: block.start, end: block.end, tokens: ['version'] })
  }
}

/** A key group: keys of any types. */
function checkGroup({ node }: SopsEntry, path: Tokens): void {
  if (node.kind !== 'mapping') return
  for (const entry of entriesOf(node)) {
    if (isKeyType(entry.key) && !isNull(entry.node) && !isListOfMappings(entry.node)) refuseEntry(entry, path)
  }
  checkLists(node, path)
}

function checkLists(container: SopsMapping, path: Tokens): void {
  for (const { key, node } of entriesOf(container)) {
    if (node.kind !== 'list' || !isKeyType(key)) continue
    for (const [i, item] of entriesOf(node).entries()) checkKey(key, item, [...path, key, String(i)])
  }
}

/** A key is made of texts; all but those of age say since when they are there. */
function checkKey(type: string, item: SopsEntry, path: Tokens): void {
  const fields = KEY_TYPES[type] ?? {}
  if (item.node.kind !== 'mapping') return
  const given = entriesOf(item.node).filter(({ node }) => !isNull(node))
  for (const entry of given) {
    const key = entry.key ?? ''
    if (Object.hasOwn(fields, key) && fields[key]?.(entry.node) === false) refuseEntry(entry, path)
  }
  for (const field of NEEDED) {
    if (Object.hasOwn(fields, field) && !given.some(({ key }) => key === field)) refuseEntry(item, [...path, field])
  }
}

function refuseTwice(node: SopsNode, path: Tokens): void {
  if (node.kind === 'leaf') return
  const keys = new Set<string>()
  for (const [i, entry] of entriesOf(node).entries()) {
    if (entry.key !== null && keys.has(entry.key)) refuseEntry(entry, path)
    if (entry.key !== null) keys.add(entry.key)
    refuseTwice(entry.node, [...path, entry.key ?? String(i)])
  }
}

/** @param path of the container below `sops`; of an item that is not whole, of what it should have */
function refuseEntry({ key, start, keyEnd, node }: SopsEntry, path: Tokens): never {
  return refuse('bad-metadata', {
    start: node.end > node.start ? node.start : start,
    end: Math.max(node.end, keyEnd),
    tokens: key === null ? path : [...path, key],
  })
}

/** Whether a name is that of a list of keys which SOPS knows. */
export function isKeyType(key: string | null): key is string {
  return key !== null && Object.hasOwn(KEY_TYPES, key)
}

function clearOf(node: SopsNode): Clear | undefined {
  return node.kind === 'leaf' && node.value !== null && 'text' in node.value ? node.value : undefined
}

function textOf(node: SopsNode): string {
  return clearOf(node)?.text ?? ''
}

function isNull(node: SopsNode): boolean {
  return node.kind === 'leaf' && node.value === null
}

function isListOfMappings(node: SopsNode): boolean {
  return node.kind === 'list' && entriesOf(node).every((item) => item.node.kind === 'mapping' || isNull(item.node))
}

/** A time without quotes is none of YAML's texts; numbers and booleans are made such. */
function isText(node: SopsNode): boolean {
  return node.kind === 'leaf' && clearOf(node)?.type !== 'time'
}

/** Texts by key, as the encryption context of a key of AWS is. */
function isTexts(node: SopsNode): boolean {
  return node.kind === 'mapping' && entriesOf(node).every((entry) => isText(entry.node))
}

/** A region and a key in it. */
function isKeyId(node: SopsNode): boolean {
  return isText(node) && /^[^:]+:[^]/.test(textOf(node))
}

function isTime(node: SopsNode): boolean {
  return isText(node) && wholeSeconds(textOf(node)) !== undefined
}

const NUMBER = '(?:0|[1-9][0-9]{0,18})'
const PRERELEASE = `(?:${NUMBER}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)`
const BUILD = '[0-9A-Za-z-]+'
const LONGEST_VERSION = 200
/** SOPS compares it with its own before anything else, but for `1.…`, which was written in another way. */
const VERSION = new RegExp(
  `^(?:1\\..*|v?${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${PRERELEASE}(?:\\.${PRERELEASE})*)?(?:\\+${BUILD}(?:\\.${BUILD})*)?)$`,
)

function isVersion(node: SopsNode): boolean {
  const text = textOf(node)
  return isText(node) && text.length <= LONGEST_VERSION && VERSION.test(text)
}

const BOOLEAN = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False|)$/

function isBoolean(node: SopsNode): boolean {
  const { type, text = '' } = clearOf(node) ?? {}
  return type !== undefined && type !== 'time' && (type !== 'str' || BOOLEAN.test(text))
}

/** Whether `mac_only_encrypted` says yes. */
export function isYes(node: SopsNode | undefined): boolean {
  const { type, text = '' } = (node && clearOf(node)) ?? {}
  if (type === 'int' || type === 'float') return Number(text) !== 0
  return /^(?:1|t|T|TRUE|true|True)$/.test(text)
}

function isCount(node: SopsNode): boolean {
  const { type, text = '' } = clearOf(node) ?? {}
  return type !== undefined && type !== 'time' && (type !== 'str' || /^(?:[-+]?[0-9]+)?$/.test(text))
}
