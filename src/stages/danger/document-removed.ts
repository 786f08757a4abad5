import { name, say } from '../../core/message.ts'
import type { DangerInput, FindDangers } from './input.ts'
import { placeOf, type Danger } from './found.ts'
import { renamesOf } from './renames.ts'

/**
 * Documents that a protected environment has no more, and not under another name either. An environment that is gone as
 * a whole, or abstract now, is told by `danger/unprotected`.
 */
export const documentRemoved: FindDangers<'danger/document-removed'> = (input) => {
  const renames = renamesOf(input.moved ?? [])
  const dangers: Danger[] = []
  for (const change of input.changes) {
    if (change.whole !== true || change.kind !== 'removed') continue
    const { document } = change
    const environments = change.environments.filter((one) => {
      return isGuarded(one, input) && renames.to(document, one) === undefined
    })
    if (environments.length === 0) continue
    const message = say`${name(document)} is gone, and with it all that it said`
    const location = placeOf({ ...change, environments })
    dangers.push({ rule: 'danger/document-removed', message, location, environments, document, tokens: [] })
  }
  return dangers
}

function isGuarded(environment: string, { base, head }: DangerInput): boolean {
  const [before, after] = [base.environments.get(environment), head.environments.get(environment)]
  if (before === undefined || after === undefined || after.abstract) return false
  return before.protected || after.protected
}
