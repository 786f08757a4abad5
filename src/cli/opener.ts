import { createAge } from '../adapters/age/age.ts'
import { findIdentities } from '../adapters/identities.ts'
import { createOpener } from '../adapters/sops/opener.ts'
import { Failure } from '../core/failure.ts'
import { list, say } from '../core/message.ts'
import type { Opener } from '../core/opener.ts'
import type { Terminal } from './terminal.ts'

/**
 * Opens encrypted files with the age identities that SOPS would use.
 *
 * @param asked the option that asks for it
 * @throws Failure (usage) where there is none: a check that was to open files and cannot has not checked them
 */
export async function openerFor({ variables }: Terminal, asked = say`--open`): Promise<Opener> {
  const age = createAge()
  const { identities, looked } = await findIdentities({ variables, platform: process.platform }, age)
  if (identities.length > 0) return createOpener({ age, identities })
  const places = looked.map(({ where, problem }) => (problem === undefined ? where : say`${where} (${problem})`))
  throw new Failure('usage', say`${asked} needs a key of age, and there is none`, say`looked for in ${list(places)}`)
}
