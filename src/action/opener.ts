import { Failure } from '../core/failure.ts'
import { say } from '../core/message.ts'
import type { Opener } from '../core/opener.ts'
import { maskLines } from './mask-lines.ts'
import type { Runner } from './runner.ts'

/**
 * Opens encrypted files with the keys of the input `age-key`; `undefined` where it is empty, as on a fork. The keys and
 * whatever is opened are masked before anything else is printed.
 *
 * @throws Failure (usage) where there is no key in it; what stands in it is not told
 */
export async function openerOf(ageKey: string, runner: Runner): Promise<Opener | undefined> {
  if (ageKey === '') return undefined
  maskLines(ageKey, runner)
  const [{ createAge }, { createOpener }] = await Promise.all([import('../adapters/age/age.ts'), import('../adapters/sops/opener.ts')])
  const age = createAge()
  const { identities } = await age.identities(ageKey)
  if (identities.length > 0) return createOpener({ age, identities, mask: (line) => { runner.mask(line) } })
  throw new Failure('usage', say`the input age-key holds no key of age`, say`it takes private keys as in a key file: lines that start with AGE-SECRET-KEY-1 or AGE-SECRET-KEY-PQ-1`)
}
