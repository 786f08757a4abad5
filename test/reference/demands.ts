import type { AccessResult } from '../../src/core/access.ts'
import { pointer } from '../../src/core/pointer.ts'
import type { PeopleInput } from '../helpers/pull-request.ts'

/** Who must approve, as docs/access.md shows it. */
export function demandsText({ demands }: AccessResult): string {
  if (demands.length === 0) return 'nobody\n'
  let text = ''
  for (const { changes, roles } of demands) {
    for (const { role, state, missing } of roles) {
      text += `${role}: ${state}${missing === 0 ? '' : `, ${String(missing)} to go`}\n`
      for (const { change, environments } of changes) {
        text += `  ${change.document}#${pointer(change.tokens)} in ${environments.join(', ')}\n`
      }
    }
  }
  return text
}

/** `by eve, approved by ada and bob`; without it nobody reviewed anything. */
export function peopleOf(said: string): PeopleInput {
  const author = /^by ([a-z]+)/.exec(said)?.[1]
  const approved = /approved by (.*)$/.exec(said)?.[1]?.split(/, | and /) ?? []
  return { ...(author === undefined ? {} : { author }), reviews: approved.map((user) => ({ user, says: 'approved' })) }
}
