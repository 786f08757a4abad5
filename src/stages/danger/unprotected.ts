import type { Environment } from '../../core/environment.ts'
import { name, say, type Message } from '../../core/message.ts'
import { inBase, type Location } from '../../core/place.ts'
import type { DangerInput, FindDangers } from './input.ts'
import { nearestOf, placeInDefinition } from './environment-places.ts'
import type { Danger } from './found.ts'

/** Environments that were guarded and are so no more: not protected, not published, or not there. */
export const unprotected: FindDangers<'danger/unprotected'> = (input) => {
  const dangers = new Map<string, Danger & { readonly environments: string[] }>()
  for (const before of input.base.environments.values()) {
    if (before.abstract) continue
    const lost = lossOf(before, input)
    if (lost === undefined) continue
    const key = JSON.stringify([lost.message, lost.location])
    const known = dangers.get(key)
    if (known === undefined) dangers.set(key, { rule: 'danger/unprotected', ...lost, environments: [before.name] })
    else known.environments.push(before.name)
  }
  return [...dangers.values()]
}

interface Loss {
  readonly message: Message
  readonly location: Location
}

function lossOf(before: Environment, { base, head }: DangerInput): Loss | undefined {
  const after = head.environments.get(before.name)
  if (after === undefined) {
    if (!before.protected) return undefined
    return { message: say`the protected environment ${name(before.name)} is gone`, location: inBase(placeInDefinition(before, [])) }
  }
  if (after.abstract) {
    const message = say`${name(after.name)} is abstract now: nothing of it is checked or published any more`
    return { message, location: placeInDefinition(after, ['abstract']) }
  }
  if (!before.protected || after.protected) return undefined
  const says = ({ definition }: Environment): boolean => definition.protected !== undefined
  const message = say`this is no protected environment any more`
  const now = nearestOf(after, head.environments, says)
  const was = now === undefined ? nearestOf(before, base.environments, says) : undefined
  if (was !== undefined) return { message, location: inBase(placeInDefinition(was, ['protected'])) }
  return { message, location: placeInDefinition(now ?? after, ['protected']) }
}
