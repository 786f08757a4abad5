import type { Change } from '../core/change.ts'
import { Collector } from '../core/collector.ts'
import { Sealed, type Secret } from '../core/opaque.ts'
import type { Opener } from '../core/opener.ts'
import type { SecretFiles } from '../secret-files.ts'
import { readEncrypted } from '../secrets.ts'
import type { PerEnvironment } from '../stages/diff/fold.ts'
import { keepSecrets, unlock, type SecretsByEnvelope } from '../unlock.ts'
import type { Workspace } from '../workspace.ts'

export interface ResealedInput {
  readonly opener: Opener
  readonly base: { readonly workspace: Workspace; readonly files: SecretFiles }
  readonly head: { readonly workspace: Workspace; readonly files: SecretFiles }
}

/**
 * Finds out with a key which values that were encrypted anew are another value: those that are not are no changes.
 * Where a side may not be opened, or no key opens it, that stays open.
 */
export async function settleResealed(
  changes: readonly PerEnvironment<Change>[],
  { opener, base, head }: ResealedInput,
): Promise<PerEnvironment<Change>[]> {
  const found = changes.map(({ environment, changes: of }) => ({ environment, changes: [...of] }))
  if (!found.some((one) => one.changes.some(({ resealed }) => resealed === true))) return found
  const [was, is] = await Promise.all([base, head].map((side) => openSide(side, opener)))
  return found.map(({ environment, changes: of }) => {
    if (!base.files.isOpen(environment) || !head.files.isOpen(environment)) return { environment, changes: of }
    return { environment, changes: of.flatMap((change) => settled(change)) }
  })

  function settled(change: Change): readonly Change[] {
    const [before, after] = [change.before?.value, change.after?.value]
    if (change.resealed !== true || !(before instanceof Sealed) || !(after instanceof Sealed)) return [change]
    const [old, now] = [was && before.lookUp(was), is && after.lookUp(is)]
    if (old === undefined || now === undefined) return [change]
    if (opener.cipher.same(old, now)) return []
    return [withoutDoubt(change)]
  }
}

function withoutDoubt(change: Change): Change {
  const certain: { -readonly [Key in keyof Change]: Change[Key] } = { ...change }
  delete certain.resealed
  return certain
}

/** Files that no key opens, or that are not to be believed, are left out: they have findings of their own. */
async function openSide({ workspace, files }: ResealedInput['base'], opener: Opener): Promise<SecretsByEnvelope> {
  const secrets = new Map<string, Secret>()
  const read = files.paths.filter((path) => files.mayOpen(path)).flatMap((path) => {
    const source = workspace.reader.source(path)
    const file = source && readEncrypted(source, () => undefined)
    return source === undefined || file === undefined ? [] : [{ path, source, file }]
  })
  for await (const file of unlock(read, { opener, workspace, collector: new Collector() })) keepSecrets(file, secrets)
  return secrets
}
