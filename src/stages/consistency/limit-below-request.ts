import type { Concern } from '../../core/concern.ts'
import { say, shown } from '../../core/message.ts'
import { pointer } from '../../core/pointer.ts'
import type { RuleConfig } from '../../core/rule-settings.ts'
import type { Fact } from './facts.ts'
import { scaleOf } from '../../core/quantity.ts'
import { amountOf } from './requests.ts'
import { concernsOf, spotOf, type Rule } from './rule.ts'

/** Limits below what is asked for: a replica that is given more than it may use. */
export function limitBelowRequest(config: RuleConfig<'consistency/limit-below-request'>): Rule {
  const { kinds, limits } = config.settings
  const concern = concernsOf('consistency/limit-below-request', config)
  const concerns: Concern[] = []
  return {
    prepare: (table) => {
      if (!kinds.includes(table.kind)) return undefined
      const pairs = limits.map(([limit, request]) => ({
        limit,
        request,
        limitSlot: table.slot(limit),
        requestSlot: table.slot(request),
        limitScale: scaleOf(limit.at(-1)),
        requestScale: scaleOf(request.at(-1)),
      }))
      return (subject, facts) => {
        for (const { limit, request, limitSlot, requestSlot, limitScale, requestScale } of pairs) {
          const most = facts[limitSlot]
          const asked = facts[requestSlot]
          if (!isBelow({ value: most, scale: limitScale }, { value: asked, scale: requestScale })) continue
          const [mostShown, askedShown] = [shown(most as string), shown(asked as string)]
          if (mostShown === undefined || askedShown === undefined) continue
          const message = say`the limit ${mostShown} is below ${pointer(request)}, which asks for ${askedShown}`
          const related = [{ message: say`asks for ${askedShown}`, at: spotOf(subject, request) }]
          const discreet = say`this limit is below ${pointer(request)}`
          concerns.push(concern({ message, discreet, at: spotOf(subject, limit), related }))
        }
      }
    },
    concerns: () => concerns,
  }
}

interface Quantity {
  readonly value: Fact
  readonly scale: bigint
}

function isBelow(limit: Quantity, request: Quantity): boolean {
  if (typeof limit.value === 'number' && typeof request.value === 'number' && limit.scale === request.scale) {
    return limit.value < request.value
  }
  const most = amountOf(limit.value, limit.scale)
  const asked = amountOf(request.value, request.scale)
  return most !== undefined && asked !== undefined && most < asked
}
