import { Opaque } from '../../core/opaque.ts'
import { isList, type Value } from '../../core/value.ts'

/**
 * A 32-bit number that is the same for values that are the same, whatever the order of their keys. Says nothing of
 * opaque leaves: all have one digest.
 */
export function digest(value: Value): number {
  if (typeof value === 'string') return digestText(value, 1)
  if (typeof value !== 'object') return digestText(String(value), 2)
  if (value === null) return 3
  if (value instanceof Opaque) return 4
  if (isList(value)) return value.reduce<number>((sum, item) => mix(sum) ^ digest(item), 5)
  let sum = 6
  for (const [key, child] of Object.entries(value)) sum = (sum + mix(digestText(key, 7) ^ mix(digest(child)))) | 0
  return sum
}

/** The finalizer of MurmurHash3, shortened. */
function mix(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return spread ^ (spread >>> 13)
}

/** FNV-1a over UTF-16 units. */
function digestText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
