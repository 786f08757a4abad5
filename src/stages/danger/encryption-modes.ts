import type { Value } from '../../core/value.ts'
import { bareKey } from './fields.ts'

/**
 * Modes of encryption, each list from the one that asks for least to the one that asks for most; those of one rank are
 * called otherwise by other programs (libpq, MySQL; Istio; Elasticsearch; names of TLS versions).
 */
const ORDERS: readonly (readonly (readonly string[])[])[] = [
  [['disable', 'disabled'], ['allow'], ['prefer', 'preferred'], ['require', 'required'], ['verifyca'], ['verifyfull', 'verifyidentity']],
  [['disable', 'disabled'], ['permissive'], ['strict']],
  [['none'], ['certificate'], ['full', 'strict']],
  [['ssl2', 'sslv2'], ['ssl3', 'sslv3'], versions('10', '1'), versions('11'), versions('12'), versions('13')],
]

function versions(...numbers: readonly string[]): readonly string[] {
  return numbers.flatMap((one) => [one, `tls${one}`, `tlsv${one}`, `versiontls${one}`])
}

const RANKS = ORDERS.map((order) => new Map(order.flatMap((names, rank) => names.map((name) => [name, rank] as const))))

/** Whether a mode asks for less than another one: `verify-full` and then `require`, `TLSv1.3` and then 1.2. */
export function isWeaker(before: Value | undefined, after: Value | undefined): boolean {
  const [was, is] = [modeOf(before), modeOf(after)]
  if (was === undefined || is === undefined) return false
  return RANKS.some((ranks) => (ranks.get(is) ?? Infinity) < (ranks.get(was) ?? -1))
}

/** Longer texts are no modes. */
const LONGEST = 40

function modeOf(value: Value | undefined): string | undefined {
  if (typeof value === 'number') return bareKey(String(value))
  return typeof value === 'string' && value.length <= LONGEST ? bareKey(value.trim()) : undefined
}
