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
    if (key === undefined || !isRaised(change, key)) return undefined
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

function isRaised({ kind, whole, secret, before, after }: Change, key: string): boolean {
  if (kind !== 'changed' || whole === true || secret === true) return false
  const [was, is] = [partsOf(before?.value, key), partsOf(after?.value, key)]
  if (was === undefined || is === undefined || was.image !== is.image) return false
  // What was pinned to a digest stays so.
  if (was.fixed !== undefined && is.fixed === undefined) return false
  if (was.version === undefined || is.version === undefined) return was.fixed !== undefined && is.fixed !== undefined
  return seriesOf(was.version) === seriesOf(is.version) && isRaisedFrom(was.version, is.version)
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
/** A version in a series of its own: `c0042`, `w_2026_30`. Numbers of more digits than a double holds are none. */
const IN_SERIES = /^(?=[A-Za-z._-]*\d)(?!.*\d{16})[A-Za-z][0-9A-Za-z._-]{0,127}$/
const LONGEST = 512
/** Keys whose values are names where no tag follows. */
const NAMING = new Set(['image', 'chart'])

function partsOf(value: Value | undefined, key: string): Parts | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value)
  if (text.length > LONGEST) return undefined
  if (FIXED.test(text)) return { image: '', fixed: text }
  if (VERSION.test(text) || (IN_SERIES.test(text) && !NAMING.has(key))) return { image: '', version: text }
  const [named = '', digest] = text.split('@')
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  const [image, tag] = colon < 0 ? [named, undefined] : [named.slice(0, colon), named.slice(colon + 1)]
  if (image === '' || (digest !== undefined && !FIXED.test(digest))) return undefined
  if (tag !== undefined && FIXED.test(tag)) return { image, fixed: digest ?? tag }
  if (tag !== undefined && !VERSION.test(tag) && !IN_SERIES.test(tag)) return undefined
  if (tag === undefined) return digest === undefined ? undefined : { image, fixed: digest }
  return { image, version: tag, ...(digest === undefined ? {} : { fixed: digest }) }
}

/** What a version begins with before its first number; versions of different series cannot be compared. */
const seriesOf = (version: string): string => /^\D*/.exec(version.replace(/^v(?=\d)/, ''))?.[0] ?? ''

/**
 * Whether a version is the same or a later one: by its numbers, and where they are the same by what follows them. That
 * has to be the same or to go up, too: another variant under the same numbers (`3.9-slim`, `3.9-alpine`) is no later
 * one.
 */
function isRaisedFrom(was: string, is: string): boolean {
  const [left, right] = [numbersOf(was), numbersOf(is)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (right[i] ?? 0) - (left[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return isRestRaised(wordsOf(was), wordsOf(is))
}

const NUMBERS = /^v?(\d+(?:\.\d+)*)/
/** What comes before a release, the earliest first. */
const BEFORE_RELEASE = ['dev', 'snapshot', 'nightly', 'alpha', 'a', 'beta', 'b', 'm', 'pre', 'preview', 'rc', 'cr']

function numbersOf(version: string): readonly number[] {
  return (NUMBERS.exec(version)?.[1] ?? '').split('.').map(Number)
}

/** What follows the numbers, words and numbers apart. */
function wordsOf(version: string): readonly string[] {
  const rest = version.replace(NUMBERS, '').toLowerCase()
  return rest.split(/[^0-9a-z]+/).flatMap((part) => (FIXED.test(part) ? [part] : (part.match(/\d+|[a-z]+/g) ?? [])))
}

function isRestRaised(was: readonly string[], is: readonly string[]): boolean {
  for (let i = 0; i < Math.max(was.length, is.length); i++) {
    const [old, now] = [was[i], is[i]]
    if (old === now || (old !== undefined && now !== undefined && FIXED.test(old) && FIXED.test(now))) continue
    // A release follows its candidates; what else comes or goes is another variant.
    if (now === undefined) return BEFORE_RELEASE.includes(old ?? '')
    if (old === undefined) return i > 0 && /^\d+$/.test(now)
    if (/^\d+$/.test(old) && /^\d+$/.test(now)) return Number(now) >= Number(old)
    const [before, after] = [BEFORE_RELEASE.indexOf(old), BEFORE_RELEASE.indexOf(now)]
    return before >= 0 && after > before
  }
  return true
}
