import { newList, newMapping, newText, type SopsMapping, type SopsNode } from '../../core/sops/document.ts'
import type { Selector } from '../../core/sops/select.ts'

/** A recipient of age and what it was given: the data key, or its group's share, in an armored age file. */
export interface WrappedKey {
  readonly recipient: string
  readonly enc: string
}

/** What is written into the `sops` block of a new file. */
export interface NewMetadata {
  /** By key group; one group is a plain list. */
  readonly groups: readonly (readonly WrappedKey[])[]
  /** Only with several groups. */
  readonly threshold?: number
  readonly selector: Selector
  readonly macOnlyEncrypted: boolean
  /** RFC 3339 in UTC and whole seconds, such as `2026-11-23T02:47:02Z`. */
  readonly lastModified: string
}

/** The version of SOPS whose form is written. Its command line compares it, nothing is read by it. */
export const SOPS_VERSION = '3.13.3'

/** The block as SOPS 3.13 writes it: fields in alphabetical order, what is not used left out. */
export function metadataNode(metadata: NewMetadata, mac: string, isBinary = false): SopsMapping {
  const { groups, threshold, selector, macOnlyEncrypted, lastModified } = metadata
  const fields: [string, SopsNode][] = [['lastmodified', newText(lastModified)], ['mac', newText(mac)], ['version', newText(SOPS_VERSION)]]
  if (groups.length === 1) fields.push(['age', keyList(groups[0] ?? [])])
  else fields.push(['key_groups', newList(groups.map(groupNode))], ['shamir_threshold', newInt(threshold ?? groups.length)])
  if (!isBinary) fields.push([selector.kind, newText(selector.pattern)])
  if (macOnlyEncrypted) fields.push(['mac_only_encrypted', { kind: 'leaf', start: -1, end: -1, value: { type: 'bool', text: 'True' } }])
  return newMapping(fields.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function newInt(value: number): SopsNode {
  return { kind: 'leaf', start: -1, end: -1, value: { type: 'int', text: String(value) } }
}

/** An entry of `key_groups`; SOPS writes the empty list too. */
function groupNode(keys: readonly WrappedKey[]): SopsNode {
  return newMapping([['age', keyList(keys)], ['hc_vault', newList([])]])
}

export function keyList(keys: readonly WrappedKey[]): SopsNode {
  return newList(keys.map(keyNode))
}

export function keyNode({ recipient, enc }: WrappedKey): SopsNode {
  return newMapping([['enc', newText(enc)], ['recipient', newText(recipient)]])
}
