import type { Change } from '../../core/change.ts'
import { compareText } from '../../core/collector.ts'
import type { Routine } from '../../core/review.ts'
import type { Value } from '../../core/value.ts'

/**
 * Whether nothing but versions goes up: each change is of a leaf whose key ends in `image`, `tag`, `version`,
 * `revision`, `digest` or `chart` (or their plurals), from one version to a later one or from one digest or commit to
 * another, and an image stays the same image. `undefined` where it is something else, or nothing.
 */
export function routineOf(changes: readonly Change[]): Routine | undefined {
  const keys = new Set<string>()
  const values = new Set<string>()
  for (const change of changes) {
    const key = keyOf(change)
    if (key === undefined || !isRaised(change)) return undefined
    keys.add(key)
    values.add(`${change.document}\u0000${change.tokens.join('\u0000')}`)
  }
  return values.size === 0 ? undefined : { values: values.size, keys: [...keys].sort(compareText) }
}

const KEY = /(?:^|[_.-]|(?<=[a-z0-9])(?=[A-Z]))(images?|tags?|versions?|revisions?|digests?|charts?)$/i

/** The word that a key ends in; of an item of a list the key of the list. */
function keyOf({ tokens }: Change): string | undefined {
  const key = tokens.findLast((token) => !/^\d+$/.test(token))
  return key === undefined ? undefined : KEY.exec(key)?.[1]?.toLowerCase().replace(/s$/, '')
}

function isRaised({ kind, whole, secret, before, after }: Change): boolean {
  if (kind !== 'changed' || whole === true || secret === true) return false
  const [was, is] = [partsOf(before?.value), partsOf(after?.value)]
  if (was === undefined || is === undefined || was.image !== is.image) return false
  if (was.version === undefined || is.version === undefined) return was.fixed !== undefined && is.fixed !== undefined
  return !isBelow(is.version, was.version)
}

interface Parts {
  /** What an image is called; empty where the value is a version alone. */
  readonly image: string
  readonly version?: string
  /** A digest or a commit: of two of them none is the later one. */
  readonly fixed?: string
}

const VERSION = /^v?\d{1,9}(?:\.\d{1,9}){0,3}(?:[-+._][0-9A-Za-z.+_-]*)?$/
const FIXED = /^(?:sha(?:256|512):[0-9a-f]{32,128}|(?=[0-9a-f]*[a-f])[0-9a-f]{7,64})$/
const LONGEST = 512

function partsOf(value: Value | undefined): Parts | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value)
  if (text.length > LONGEST) return undefined
  if (FIXED.test(text)) return { image: '', fixed: text }
  if (VERSION.test(text)) return { image: '', version: text }
  const [named = '', digest] = text.split('@')
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  const [image, tag] = colon < 0 ? [named, undefined] : [named.slice(0, colon), named.slice(colon + 1)]
  if (image === '' || (digest !== undefined && !FIXED.test(digest))) return undefined
  if (tag !== undefined && FIXED.test(tag)) return { image, fixed: digest ?? tag }
  if (tag !== undefined && !VERSION.test(tag)) return undefined
  if (tag === undefined) return digest === undefined ? undefined : { image, fixed: digest }
  return { image, version: tag, ...(digest === undefined ? {} : { fixed: digest }) }
}

/** Whether a version is an earlier one, by its numbers; what follows them does not count. */
function isBelow(version: string, other: string): boolean {
  const [left, right] = [numbersOf(version), numbersOf(other)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

function numbersOf(version: string): readonly number[] {
  const numbers = /^v?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? ''
  return numbers.split('.').map(Number)
}
