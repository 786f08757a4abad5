import { say, type Message } from '../../core/message.ts'
import { UNKNOWN, type Fact } from './facts.ts'
import { parseQuantity, type Amount } from '../../core/quantity.ts'

/** What services ask for, and deployments and environments have to give. */
export const RESOURCES = ['memory', 'cpu', 'gpu'] as const
export type Resource = (typeof RESOURCES)[number]

const ONE = 10n ** 9n
const MEBIBYTE = 2n ** 20n * ONE

const ON: ReadonlySet<string> = new Set(['true', 'on', 'yes', 'enable', 'enabled', '1'])
const OFF: ReadonlySet<string> = new Set(['false', 'off', 'no', 'none', 'disable', 'disabled', '0'])

/** What a switch says, in whichever of the usual words: `off` is a text in YAML 1.2, and so is everything in INI. */
export function truthOf(fact: Fact): boolean | undefined {
  if (typeof fact === 'boolean') return fact
  if (typeof fact !== 'string' && typeof fact !== 'number') return undefined
  const word = String(fact).toLowerCase()
  return ON.has(word) ? true : OFF.has(word) ? false : undefined
}

/** A number of things, from 0; `undefined` for what is none. */
export function countOf(fact: Fact): number | undefined {
  const count = typeof fact === 'string' && /^[0-9]{1,9}$/.test(fact) ? Number(fact) : fact
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined
}

/** An amount; `undefined` for what is none. */
export function amountOf(fact: Fact, scale: bigint): Amount | undefined {
  if (fact === undefined || fact === UNKNOWN || typeof fact === 'boolean') return undefined
  return parseQuantity(fact, scale)
}

/** The GPUs that one asks for or has: none where they are switched off, one where they are on and not counted. */
export function gpusOf(count: Fact, isOn: Fact): Amount | undefined {
  if (isOn === UNKNOWN || count === UNKNOWN) return undefined
  if (truthOf(isOn) === false) return 0n
  if (count === undefined) return truthOf(isOn) === true ? ONE : undefined
  return amountOf(count, 1n)
}

/** How many times an amount is asked for: as often as there are replicas. */
export function times(amount: Amount, replicas: number): Amount {
  return amount * BigInt(replicas)
}

/** An amount as people write it: `1024 MiB`, `2.5 cores`, `8 GPUs`. */
export function showAmount(amount: Amount, resource: Resource): Message {
  if (resource === 'memory') {
    const isWhole = amount % MEBIBYTE === 0n
    return isWhole ? say`${Number(amount / MEBIBYTE)} MiB` : say`${Number(amount) / 1e9} bytes`
  }
  const number = Number(amount) / 1e9
  if (resource === 'cpu') return number === 1 ? say`1 core` : say`${number} cores`
  return number === 1 ? say`1 GPU` : say`${number} GPUs`
}

/** The same where nothing has told yet what it is an amount of: `1024 MiB of memory`. */
export function showWhole(amount: Amount, resource: Resource): Message {
  return resource === 'memory' ? say`${showAmount(amount, resource)} of memory` : showAmount(amount, resource)
}
