import type { Keyring, OpenedDataKey } from '../../core/sops/keyring.ts'
import { problem, type Outcome, type SopsProblem } from '../../core/sops/problem.ts'
import { openSops, type OpenedFile, type SopsRun } from '../../stages/sops/open.ts'
import { readSops, sopsFormatOf, type SopsFile } from '../../stages/sops/read.ts'
import type { NewKeys } from '../../stages/sops/recipients.ts'

/** What the commands about secrets need of the world. */
export interface SecretsWorld {
  readonly run: SopsRun
  readonly keys: Keyring
  /** RFC 3339 in UTC and whole seconds. */
  readonly now: string
}

/** A file as it was read: where, and its text without a byte order mark. */
export interface SecretText {
  /** Its name tells the format. */
  readonly path: string
  readonly text: string
}

/** A file that was opened, its MAC verified, and what its key groups hold. */
export interface OpenedSecret {
  readonly opened: OpenedFile
  readonly keys: OpenedDataKey
}

/** Reads an encrypted file, without a key. */
export function readSecret({ path, text }: SecretText): Outcome<SopsFile> {
  return readSops(text, sopsFormatOf(path))
}

/** Reads and opens an encrypted file, and verifies its MAC. */
export async function openSecret(secret: SecretText, world: SecretsWorld): Promise<Outcome<OpenedSecret>> {
  const file = readSecret(secret)
  if (!file.ok) return file
  const keys = await world.keys.open(file.result.metadata)
  if (!keys.ok) return keys
  const opened = openSops(file.result, keys.result.dataKey, world.run)
  return opened.ok ? { ok: true, result: { opened: opened.result, keys: keys.result } } : opened
}

/** Who is to hold a data key: recipients of age by group, and how many groups it takes. */
export interface Recipients {
  readonly groups: readonly (readonly string[])[]
  readonly threshold: number
}

/**
 * Gives a data key to recipients.
 *
 * @returns or `unsupported-key`, the recipient that cannot be used as its token
 */
export async function wrapDataKey(
  parts: OpenedDataKey['shares'],
  { groups, threshold }: Recipients,
  keys: Keyring,
): Promise<Outcome<NewKeys>> {
  const problems: SopsProblem[] = []
  const wrapped = await Promise.all(groups.map(async (recipients, group) => {
    const part = parts[group]
    const all = await Promise.all(recipients.map(async (recipient) => {
      const enc = part === undefined ? undefined : await keys.seal(part, recipient)
      if (enc === undefined) problems.push(problem('unsupported-key', { tokens: [recipient] }))
      return { recipient, enc: enc ?? '' }
    }))
    return all
  }))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, result: { groups: wrapped, ...(groups.length > 1 ? { threshold } : {}) } }
}

/**
 * Proves that a text that is about to be written opens with the data key that it was made with.
 *
 * @throws Error where it does not, which is a mistake of this program; nothing has been written then
 */
export function proveOpens({ path, text }: SecretText, dataKey: OpenedDataKey['dataKey'], world: SecretsWorld): OpenedFile {
  const file = readSecret({ path, text })
  const opened = file.ok ? openSops(file.result, dataKey, world.run) : file
  if (!opened.ok) throw new Error('what was about to be written does not open; nothing was written')
  return opened.result
}
