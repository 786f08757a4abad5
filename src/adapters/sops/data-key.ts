import { randomBytes } from 'node:crypto'
import type { Secret } from '../../core/opaque.ts'
import { revealBytes } from '../../core/reveal.ts'
import type { OpenedDataKey } from '../../core/sops/keyring.ts'
import type { SopsKey, SopsMetadata } from '../../core/sops/metadata.ts'
import { problem, type Outcome, type SopsProblem } from '../../core/sops/problem.ts'
import { combineShares, shareAt, splitSecret } from '../../core/sops/shamir.ts'
import { keep } from '../../core/vault.ts'
import type { Age } from '../age/age.ts'
import type { Identity } from '../age/identity.ts'

/** Bytes of a data key. Go would take 16 and 24 too. */
const DATA_KEY_LENGTH = 32

/** A new data key. */
export function newDataKey(): Secret {
  return keep(Uint8Array.from(randomBytes(DATA_KEY_LENGTH)), 'bytes')
}

/**
 * Opens the data key of a file: with one group by any of its age keys, with several by as many groups as the threshold
 * asks, put together again (Shamir). The key that names one of the identities as its recipient is tried first; what a
 * file says of recipients is not trusted otherwise.
 *
 * @returns or `no-identity`, `unsupported-key` (no age key at all), `too-few-groups`, `bad-recipient-block`,
 *   `bad-data-key`
 */
export async function openDataKey(
  metadata: Pick<SopsMetadata, 'groups' | 'threshold'>,
  identities: readonly Identity[],
  age: Age,
): Promise<Outcome<OpenedDataKey>> {
  const { groups, threshold } = metadata
  const opened = await Promise.all(groups.map(({ keys }) => openGroup(keys, identities, age)))
  const parts = opened.flatMap((part) => (part instanceof Uint8Array ? [part] : []))
  const reasons = opened.flatMap((part) => (part instanceof Uint8Array ? [] : [part]))
  if (parts.length < threshold) return failed(tooFew(reasons, parts.length))
  const bytes = groups.length === 1 ? parts[0] : combineShares(parts)
  if (bytes?.length !== DATA_KEY_LENGTH) return failed(problem('bad-data-key', groups[0]?.keys[0] ?? {}))
  const dataKey = keep(bytes, 'bytes')
  const shareOf = (part: Uint8Array | SopsProblem, i: number): Secret =>
    keep(part instanceof Uint8Array ? part : (shareAt(parts, i + 1) ?? new Uint8Array()), 'bytes')
  const shares = groups.length === 1 ? [dataKey] : opened.map(shareOf)
  return { ok: true, result: { dataKey, shares } }
}

function failed(wrong: SopsProblem): { readonly ok: false; readonly problems: readonly SopsProblem[] } {
  return { ok: false, problems: [wrong] }
}

/** The most telling reason: damage before a key that is missing before types that cannot be used. */
function tooFew(reasons: readonly SopsProblem[], opened: number): SopsProblem {
  const damaged = reasons.find(({ kind }) => kind === 'bad-recipient-block')
  if (damaged !== undefined) return damaged
  const missing = reasons.find(({ kind }) => kind === 'no-identity') ?? reasons[0] ?? problem('no-keys')
  return opened > 0 ? { ...missing, kind: 'too-few-groups' } : missing
}

async function openGroup(
  keys: readonly SopsKey[],
  identities: readonly Identity[],
  age: Age,
): Promise<Uint8Array | SopsProblem> {
  const usable = keys.filter(({ type }) => type === 'age')
  if (usable.length === 0) return problem('unsupported-key', keys[0] ?? {})
  const named = new Map(identities.map((identity) => [identity.recipient, identity]))
  const fitting = usable.filter(({ name }) => named.has(name))
  let damaged: SopsKey | undefined
  for (const key of fitting) {
    const part = await age.decrypt(key.enc, [named.get(key.name) as Identity])
    if (part instanceof Uint8Array) return part
    if (part === 'damaged') damaged ??= key
  }
  for (const key of identities.length === 0 ? [] : usable) {
    const part = await age.decrypt(key.enc, identities)
    if (part instanceof Uint8Array) return part
    if (part === 'damaged' && named.has(key.name)) damaged ??= key
  }
  return problem(damaged === undefined ? 'no-identity' : 'bad-recipient-block', damaged ?? usable[0] ?? {})
}

/**
 * Encrypts what a group holds of the data key to a recipient of age; armored, as it stands in `enc`.
 *
 * @returns `undefined` where the recipient cannot be used
 */
export function sealDataKey(part: Secret, recipient: string, age: Age): Promise<string | undefined> {
  return age.encrypt(revealBytes(part), recipient)
}

/** Splits a data key for key groups; one group holds it whole. */
export function shareDataKey(dataKey: Secret, groups: number, threshold: number): readonly Secret[] {
  if (groups === 1) return [dataKey]
  const random = (length: number) => Uint8Array.from(randomBytes(length))
  const shares = splitSecret(revealBytes(dataKey), { parts: groups, threshold }, random)
  return shares.map((share) => keep(share, 'bytes'))
}
