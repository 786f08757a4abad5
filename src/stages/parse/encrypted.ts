import { finding, type Report } from '../../core/finding.ts'
import { say, type Message } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import type { RuleId } from '../../core/rules.ts'
import { ROOT, valuePlace, type Tree } from '../../core/tree.ts'
import { isMapping, own, put, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'
import { ENVELOPE_START } from './envelope.ts'
import { withoutLeaves } from './prune.ts'
import { Sealer } from './sealer.ts'

/** A document, and whether it is one of a SOPS file. */
export interface Recognised {
  readonly tree: Tree
  readonly encrypted: boolean
  /** Whether envelopes stand in it without metadata, which has been reported. */
  readonly strays: boolean
}

/**
 * Recognises a document of a SOPS file by its metadata, whatever its name: a top-level mapping `sops` (YAML, JSON, INI
 * `[sops]`), or top-level keys `sops_…` (dotenv), with at least two of `mac`, `lastmodified` and `version`. In a stream
 * every document has them. The metadata is left out of the value and stays in the source map; each envelope becomes a
 * `Sealed`, and what SOPS left in clear stays as it is. Encrypted comments in lists are no items and are left out. A
 * binary SOPS file (`data` and `sops`) is the mapping of one `Sealed` that it looks like.
 *
 * An envelope that cannot be read is `parse/damaged-envelope`; one in a document without metadata, which nothing could
 * open, is `parse/stray-envelope`, be it whole or damaged: a value that starts like an envelope is never plain text.
 * All become holes; there is one finding a document, at the first.
 *
 * A text without `sops` and without envelopes costs two searches. Source: SOPS 3.13.2, `stores/` and `aes/cipher.go`.
 */
export function recogniseEncrypted(tree: Tree, report: Report): Recognised {
  const { text } = tree.source
  const metadata = text.includes(METADATA) ? metadataOf(tree.value) : undefined
  if (metadata !== undefined) return { tree: seal(tree, metadata, report), encrypted: true, strays: false }
  const cleared = text.includes(ENVELOPE_START) ? withoutStrays(tree, report) : tree
  return { tree: cleared, encrypted: false, strays: cleared !== tree }
}

/**
 * Reports `parse/encrypted-name` where the file's name says that it is encrypted (`db.sops.yaml`) and its content is
 * not. The other way round is no mistake: SOPS files may have any name. Documents that hold nothing, those that could
 * not be read, and those with stray envelopes are not judged; `.sops.yaml` is the configuration of SOPS itself.
 */
export function checkEncryptedName({ tree, encrypted, strays }: Recognised, report: Report): void {
  if (encrypted || strays || !ENCRYPTED_NAME.test(tree.source.path) || isEmpty(tree.value)) return
  const message = say`the name says that this file is encrypted, and it has no SOPS metadata: encrypt it, or rename it`
  report(finding('parse/encrypted-name', valuePlace(tree, ROOT), message))
}

function isEmpty(value: Value): boolean {
  return value === null || value === HOLE || (isMapping(value) && Object.keys(value).length === 0)
}

const ENCRYPTED_NAME = /[^/]\.sops\.[^./]+$/
const METADATA = 'sops'
const METADATA_PREFIX = 'sops_'
const TELLING_FIELDS = ['mac', 'lastmodified', 'version']
const TELLING_ENOUGH = 2

/** The top-level keys that hold SOPS metadata; `undefined` where the document has none. */
function metadataOf(value: Value): ReadonlySet<string> | undefined {
  if (!isMapping(value)) return undefined
  const nested = own(value, METADATA)
  if (nested !== undefined && isMapping(nested) && isMetadata(nested, '')) return new Set([METADATA])
  if (!isMetadata(value, METADATA_PREFIX)) return undefined
  return new Set(Object.keys(value).filter((key) => key.startsWith(METADATA_PREFIX)))
}

function isMetadata(value: Mapping, prefix: string): boolean {
  return TELLING_FIELDS.filter((field) => own(value, prefix + field) !== undefined).length >= TELLING_ENOUGH
}

function seal(tree: Tree, metadata: ReadonlySet<string>, report: Report): Tree {
  const content: MutableMapping = {}
  for (const [key, value] of Object.entries(tree.value as Mapping)) if (!metadata.has(key)) put(content, key, value)
  const sealer = new Sealer(tree, 'with metadata')
  const value = sealer.value(content)
  const damaged = sealer.holes === 1 ? say`this SOPS envelope is` : say`this and the next of ${sealer.holes} SOPS envelopes are`
  reportHoles(tree, sealer, 'parse/damaged-envelope', report, say`${damaged} damaged: restore the text, or encrypt the value anew`)
  const mapped = sealer.comments.size === 0 ? tree : withoutLeaves(tree, sealer.comments)
  return { ...mapped, value, encrypted: true }
}

function withoutStrays(tree: Tree, report: Report): Tree {
  const sealer = new Sealer(tree, 'without metadata')
  const value = sealer.value(tree.value)
  if (sealer.holes === 0) return tree
  const stray = sealer.holes === 1 ? say`a SOPS envelope stands` : say`${sealer.holes} SOPS envelopes stand`
  const message = say`${stray} in a document without SOPS metadata, which no key can open: restore the metadata, or encrypt the file`
  reportHoles(tree, sealer, 'parse/stray-envelope', report, message)
  return { ...tree, value }
}

function reportHoles(tree: Tree, { holes, first }: Sealer, rule: RuleId, report: Report, message: Message): void {
  if (holes > 0) report(finding(rule, valuePlace(tree, first), message))
}
