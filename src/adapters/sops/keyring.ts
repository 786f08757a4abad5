import type { Keyring } from '../../core/sops/keyring.ts'
import { createAge, type Age } from '../age/age.ts'
import { findIdentities, type FoundIdentities, type IdentityWorld } from '../identities.ts'
import { newDataKey, openDataKey, sealDataKey, shareDataKey } from './data-key.ts'

export interface OpenKeyring extends Keyring {
  readonly age: Age
  /** The identities of this run and where they were looked for; the places are looked at once. */
  found(): Promise<FoundIdentities>
}

/** Data keys by age, with the identities of the process. */
export function createKeyring(world: IdentityWorld): OpenKeyring {
  const age = createAge()
  let found: Promise<FoundIdentities> | undefined
  const find = () => (found ??= findIdentities(world, age))
  return {
    age,
    found: find,
    open: async (metadata) => openDataKey(metadata, (await find()).identities, age),
    fresh: newDataKey,
    share: shareDataKey,
    seal: (part, recipient) => sealDataKey(part, recipient, age),
  }
}
