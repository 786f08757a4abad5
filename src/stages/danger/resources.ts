import type { Change } from '../../core/change.ts'
import { say, type Message } from '../../core/message.ts'
import type { Tokens } from '../../core/pointer.ts'
import { parseQuantity, scaleOf, type Amount } from '../../core/quantity.ts'
import { ruleConfig, type RuleConfigs } from '../../core/rule-settings.ts'
import type { Value } from '../../core/value.ts'
import { changedValues } from './changed-values.ts'
import { FieldSet } from './fields.ts'
import type { FindDangers } from './input.ts'
import { dangerAt, subjectOf, told, type ChangedValue, type Danger } from './found.ts'

/** Amounts of memory, cores, GPUs and replicas that change by more than a share of what they were. */
export const resources: FindDangers<'danger/resources'> = (input, { percent, fields }, rules) => {
  const globs = new FieldSet([...consistencyFields(rules), ...fields])
  const dangers: Danger[] = []
  const gone = new Map<Change, ChangedValue[]>()
  for (const value of changedValues(input)) {
    // How much a secret number changes says something of it.
    if (value.change.secret === true || !globs.matches(value.tokens)) continue
    const [before, after] = [amountOf(value.before, value.beforeTokens), amountOf(value.after, value.tokens)]
    if (before !== undefined && before > 0n && (value.after === undefined || value.after === null)) {
      const known = gone.get(value.change)
      if (known === undefined) gone.set(value.change, [value])
      else known.push(value)
    }
    if (before === undefined || after === undefined) continue
    const difference = after > before ? after - before : before - after
    if (difference * 100n <= before * BigInt(percent)) continue
    dangers.push(dangerAt('danger/resources', value, changeOf(value, { before, after })))
  }
  for (const [first, ...others] of gone.values()) if (first !== undefined) dangers.push(goneAt(first, others))
  return dangers
}

/** Amounts that are not said any more, told once a change: without a limit there is none. */
function goneAt(first: ChangedValue, others: readonly ChangedValue[]): Danger {
  const more = others.length === 0 ? say`` : say`, and so ${others.length === 1 ? say`is 1 more amount` : say`are ${others.length} more amounts`}`
  return dangerAt('danger/resources', first, say`${subjectOf(first)} is gone, and was ${told(first.before ?? null, first)}${more}`)
}

/** Where the rules across documents find such amounts, as `cairn.yaml` says. */
function consistencyFields(rules: RuleConfigs): readonly Tokens[] {
  const capacity = ruleConfig(rules, 'consistency/capacity').settings
  const { limits } = ruleConfig(rules, 'consistency/deployment-limits').settings
  const { services, replicas } = capacity.deployments
  return [
    capacity.memory, capacity.cpu, capacity.gpu, capacity.replicas, [...services, '*', ...replicas],
    limits.memory, limits.cpu, limits.gpu,
  ]
}

function amountOf(value: Value | undefined, tokens: Tokens): Amount | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  return parseQuantity(value, scaleOf(tokens.at(-1)))
}

interface Amounts {
  readonly before: Amount
  readonly after: Amount
}

function changeOf(value: ChangedValue, { before, after }: Amounts): Message {
  const [was, is] = [told(value.before ?? null, value), told(value.after ?? null, value)]
  const values = say`${subjectOf(value)} changes from ${was} to ${is}`
  if (before === 0n) return say`${values}: from nothing`
  if (after === 0n) return say`${values}: to nothing`
  if (after < before) return say`${values}: ${share(before - after, before)} % less`
  return say`${values}: ${share(after - before, before)} % more`
}

/** In percent, a whole number. */
function share(part: Amount, whole: Amount): number {
  return Number((part * 100n + whole / 2n) / whole)
}
