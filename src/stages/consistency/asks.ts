import type { Concern } from '../../core/concern.ts'
import { name, say } from '../../core/message.ts'
import type { Tokens } from '../../core/pointer.ts'
import { amountOf, gpusOf, RESOURCES, showWhole, times, type Resource } from './requests.ts'
import type { Fact, SlotTable } from './facts.ts'
import { scaleOf, type Amount } from '../../core/quantity.ts'
import { spotOf, type Subject } from './rule.ts'

/** Where amounts of memory, cores and GPUs stand in a document. */
export type AmountSettings = Readonly<Record<Resource | 'gpu-switch', Tokens>>

/** Amounts, so far as they are known; absent where nothing is said. */
export type Amounts = Readonly<Partial<Record<Resource, Amount>>>

/** Amounts as a document writes them: they are read when they are asked for, which most are not. */
export type Written = Readonly<Record<Resource | 'gpu-switch', Fact>>

/** Takes the amounts of a document from its facts; `undefined` where it says nothing of any. */
export function writtenIn(table: SlotTable, settings: AmountSettings): (facts: readonly Fact[]) => Written | undefined {
  const memory = table.slot(settings.memory)
  const cpu = table.slot(settings.cpu)
  const gpu = table.slot(settings.gpu)
  const isOn = table.slot(settings['gpu-switch'])
  const slots = [memory, cpu, gpu, isOn]
  const { texts } = table
  return (facts) => {
    if (slots.every((slot) => facts[slot] === undefined)) return undefined
    return {
      memory: texts.keptFact(facts[memory]),
      cpu: texts.keptFact(facts[cpu]),
      gpu: texts.keptFact(facts[gpu]),
      'gpu-switch': texts.keptFact(facts[isOn]),
    }
  }
}

/** Reads amounts. */
export function amountsOf(written: Written, settings: AmountSettings): Amounts {
  return given({
    memory: amountOf(written.memory, scaleOf(settings.memory.at(-1))),
    cpu: amountOf(written.cpu, 1n),
    gpu: gpusOf(written.gpu, written['gpu-switch']),
  })
}

/** The amounts that are there. */
export function given(amounts: Readonly<Record<Resource, Amount | undefined>>): Amounts {
  const known: Partial<Record<Resource, Amount>> = {}
  for (const resource of RESOURCES) {
    const amount = amounts[resource]
    if (amount !== undefined) known[resource] = amount
  }
  return known
}

/** A service, as often as it runs. */
export interface Ask {
  readonly subject: Subject
  /** Of one replica. */
  readonly amounts: Amounts
  readonly replicas: number
}

/** What all of them ask for together, at least: what is unknown is not counted. */
export function sumOf(asks: readonly Ask[], resource: Resource): Amount {
  let sum = 0n
  for (const { amounts, replicas } of asks) sum += times(amounts[resource] ?? 0n, replicas)
  return sum
}

/** Most services that are named as those that ask for most. */
const MOST_NAMED = 3

/** The services that ask for most, as places that belong to a concern. */
export function mostAsking(
  asks: readonly Ask[],
  resource: Resource,
  settings: AmountSettings,
): Concern['related'] {
  const share = ({ amounts, replicas }: Ask): Amount => times(amounts[resource] ?? 0n, replicas)
  const asking = asks.filter((ask) => share(ask) > 0n)
  asking.sort((a, b) => (share(a) < share(b) ? 1 : share(a) > share(b) ? -1 : 0))
  return asking.slice(0, MOST_NAMED).map((ask) => {
    const times = ask.replicas === 1 ? say`` : say`${ask.replicas} times `
    const message = say`${name(ask.subject.document)} asks for ${times}${showWhole(ask.amounts[resource] ?? 0n, resource)}`
    return { message, at: spotOf(ask.subject, settings[resource]) }
  })
}
