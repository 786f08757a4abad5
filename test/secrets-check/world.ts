import { createOpener } from '../../src/adapters/sops/opener.ts'
import { newDataKey, sealDataKey } from '../../src/adapters/sops/data-key.ts'
import type { Identity } from '../../src/adapters/age/identity.ts'
import type { Secret } from '../../src/core/opaque.ts'
import type { Opener } from '../../src/core/opener.ts'
import { DEFAULT_SELECTOR, type Selector } from '../../src/core/sops/select.ts'
import { readPlain } from '../../src/stages/sops/read.ts'
import { sealSops } from '../../src/stages/sops/seal.ts'
import { age, resultOf, run } from '../sops/world.ts'

/** Somebody who can open what is sealed for them. */
export interface Key {
  readonly identity: Identity
  readonly dataKey: Secret
  readonly enc: string
}

export async function newKey(): Promise<Key> {
  const identity = await age.generate('x25519')
  const dataKey = newDataKey()
  return { identity, dataKey, enc: (await sealDataKey(dataKey, identity.recipient, age)) as string }
}

export const KEY = await newKey()

export interface Sealing {
  readonly format?: 'yaml' | 'json' | 'env'
  readonly selector?: Selector
  readonly key?: Key
  readonly lastModified?: string
}

/** A text as SOPS would encrypt it. */
export function sealed(text: string, { format = 'yaml', selector = DEFAULT_SELECTOR, key = KEY, lastModified = '2026-11-01T00:00:00Z' }: Sealing = {}): string {
  const { identity, dataKey, enc } = key
  const groups = [[{ recipient: identity.recipient, enc }]]
  return resultOf(sealSops(resultOf(readPlain(text, format)), { format, selector, dataKey, groups, macOnlyEncrypted: false, lastModified }, run))
}

/** Opens with some keys, and keeps what would be masked. */
export function openerWith(...keys: readonly Key[]): Opener & { readonly masked: string[] } {
  const masked: string[] = []
  const identities = keys.map(({ identity }) => identity)
  return { ...createOpener({ age, identities, mask: (line) => masked.push(line) }), masked }
}
