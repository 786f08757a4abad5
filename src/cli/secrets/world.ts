import { createGoRegExp } from '../../adapters/go-regexp.ts'
import { createSopsCipher } from '../../adapters/sops/cipher.ts'
import { createKeyring, type OpenKeyring } from '../../adapters/sops/keyring.ts'
import { whenLoaded } from '../../core/lazy.ts'
import type { RegExpPort } from '../../core/schema/types.ts'
import type { SecretsWorld } from '../../queries/secrets/world.ts'
import type { Terminal } from '../terminal.ts'

/** What a command about secrets works with. */
export interface OpenSecretsWorld extends SecretsWorld {
  readonly keys: OpenKeyring
}

/** Ciphers, expressions, the clock, and the keys of this run, which are looked for when the first file is opened. */
export async function openSecretsWorld(terminal: Terminal): Promise<OpenSecretsWorld> {
  return {
    run: { cipher: createSopsCipher(), regexp: await loadedRegExp() },
    keys: createKeyring({ variables: terminal.variables, platform: process.platform }),
    now: `${new Date().toISOString().slice(0, 19)}Z`,
  }
}

async function loadedRegExp(): Promise<RegExpPort> {
  const regexp = createGoRegExp()
  await whenLoaded(() => regexp.test('', ''))
  return regexp
}
