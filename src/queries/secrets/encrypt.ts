import type { Secret } from '../../core/opaque.ts'
import type { SopsDocument } from '../../core/sops/document.ts'
import { problem, type Outcome } from '../../core/sops/problem.ts'
import type { Selector } from '../../core/sops/select.ts'
import { readSops, sopsFormatOf } from '../../stages/sops/read.ts'
import type { OpenedFile } from '../../stages/sops/open.ts'
import { sealEdited } from '../../stages/sops/seal-edited.ts'
import { sealBinary, sealSops } from '../../stages/sops/seal.ts'
import { readClear } from './read-clear.ts'
import { proveOpens, wrapDataKey, type Recipients, type SecretsWorld, type SecretText } from './world.ts'

/** Who can open a new file, and what of it is encrypted. */
export interface EncryptRule extends Recipients {
  readonly selector: Selector
  readonly macOnlyEncrypted: boolean
}

/**
 * Encrypts a text in clear, in the format that its name tells.
 *
 * @param content the bytes, of a file of SOPS's binary format
 * @returns the encrypted text; or what `sealSops` refuses, `bad-content`, `already-encrypted`, `unsupported-key`
 */
export async function encryptText(
  secret: SecretText & { readonly content: Secret },
  rule: EncryptRule,
  world: SecretsWorld,
): Promise<Outcome<string>> {
  const format = sopsFormatOf(secret.path)
  if (readSops(secret.text, format).ok) return { ok: false, problems: [problem('already-encrypted')] }
  if (format !== 'binary') {
    const documents = await readClear(secret, format)
    return documents.ok ? encryptInPlace(secret, documents.result, { rule, world }) : documents
  }
  const sealing = await newKey(rule, world)
  if (!sealing.ok) return sealing
  const text = sealBinary(secret.content, { ...sealing.result, lastModified: world.now }, world.run)
  proveOpens({ path: secret.path, text }, sealing.result.dataKey, world)
  return { ok: true, result: text }
}

/**
 * Encrypts a text as it stands: blank lines, quotes and indentation stay. What has no place for the metadata, or has
 * anchors, is written anew in SOPS's own formatting.
 */
async function encryptInPlace(
  { path, text }: SecretText,
  documents: readonly SopsDocument[],
  { rule, world }: { readonly rule: EncryptRule; readonly world: SecretsWorld },
): Promise<Outcome<string>> {
  const sealed = await encryptAnew({ path, documents }, rule, world)
  if (!sealed.ok) return sealed
  const { opened } = sealed.result
  const kept = sealEdited(opened, { text, documents }, world.now, world.run)
  if (!kept.ok) return { ok: true, result: opened.file.text }
  proveOpens({ path, text: kept.result }, opened.dataKey, world)
  return kept
}

/** Makes an encrypted file of documents that stand nowhere in clear. */
export async function encryptDocuments(
  made: { readonly path: string; readonly documents: readonly SopsDocument[] },
  rule: EncryptRule,
  world: SecretsWorld,
): Promise<Outcome<string>> {
  const sealed = await encryptAnew(made, rule, world)
  return sealed.ok ? { ok: true, result: sealed.result.opened.file.text } : sealed
}

async function encryptAnew(
  { path, documents }: { readonly path: string; readonly documents: readonly SopsDocument[] },
  rule: EncryptRule,
  world: SecretsWorld,
): Promise<Outcome<{ readonly opened: OpenedFile }>> {
  const format = sopsFormatOf(path)
  if (format === 'ini') return { ok: false, problems: [problem('read-only')] }
  if (format === 'binary') return { ok: false, problems: [problem('not-representable')] }
  const sealing = await newKey(rule, world)
  if (!sealing.ok) return sealing
  const { selector, macOnlyEncrypted } = rule
  const options = { ...sealing.result, format, selector, macOnlyEncrypted, lastModified: world.now }
  const sealed = sealSops(documents, options, world.run)
  if (!sealed.ok) return sealed
  return { ok: true, result: { opened: proveOpens({ path, text: sealed.result }, sealing.result.dataKey, world) } }
}

async function newKey(rule: Recipients, { keys }: SecretsWorld) {
  const dataKey = keys.fresh()
  const parts = keys.share(dataKey, rule.groups.length, rule.threshold)
  const wrapped = await wrapDataKey(parts, rule, keys)
  return wrapped.ok ? ({ ok: true, result: { ...wrapped.result, dataKey } } as const) : wrapped
}
