import type { Candidate, Repository } from './repository.ts'
import type { Unplaced } from '../../../core/proposal.ts'
import { isPlainMapping } from './values.ts'

/** What the documents of Spring's files say of profiles. */
export interface Profiles {
  /** Profiles that some document is for, sorted. */
  readonly names: readonly string[]
  /** The pointer at which documents name their profile; absent where none does. */
  readonly at?: string
  /** Whether any file holds several documents. */
  readonly streams: boolean
  /** Whether a profile is named by keys with dots. */
  readonly flat: boolean
  readonly misfits: readonly Unplaced[]
}

/** Where a document names its profile: Spring Boot 2.4 and later, and before. */
const PLACES = [
  ['spring', 'config', 'activate', 'on-profile'],
  ['spring', 'profiles'],
] as const

interface Named {
  readonly path: string
  readonly place: number
  readonly flat: boolean
  readonly value: unknown
}

/** Reads what documents say of their profile. Files that cannot be read count as plain ones. */
export function profilesIn(files: readonly Candidate[], repository: Repository): Profiles {
  const found: Named[] = []
  let streams = false
  for (const { path } of files) {
    const documents = repository.read(path) ?? []
    if (documents.length > 1) streams = true
    for (const document of documents) {
      const named = profileOf(path, document)
      if (named !== undefined) found.push(named)
    }
  }
  // Of two ways to name a profile an entry can read one: the one that most documents use.
  const place = found.filter((named) => named.place === 0).length * 2 >= found.length ? 0 : 1
  const names = found.flatMap((named) => (named.place === place ? (namesIn(named.value) ?? []) : []))
  const misfits = found.filter((named) => named.place !== place || namesIn(named.value) === undefined).map(misfitOf)
  const at = names.length > 0 ? { at: `/${PLACES[place].join('/')}` } : {}
  return { names: [...new Set(names)].sort(), ...at, streams, flat: found.some(({ flat }) => flat), misfits }
}

function profileOf(path: string, document: unknown): Named | undefined {
  for (const [place, keys] of PLACES.entries()) {
    const found = underDotted(document, keys)
    // `spring.profiles` is also where `active` and `include` stand.
    if (found !== undefined && !isPlainMapping(found.value)) return { path, place, ...found }
  }
  return undefined
}

/** A value by its keys, some of which may be written together with dots. */
function underDotted(value: unknown, keys: readonly string[]): { value: unknown; flat: boolean } | undefined {
  if (keys.length === 0) return { value, flat: false }
  if (!isPlainMapping(value)) return undefined
  for (let length = 1; length <= keys.length; length++) {
    const key = keys.slice(0, length).join('.')
    if (!Object.hasOwn(value, key)) continue
    const found = underDotted(value[key], keys.slice(length))
    if (found !== undefined) return { value: found.value, flat: found.flat || length > 1 }
  }
  return undefined
}

/** A profile or a list of some; `undefined` for what else may stand there: `dev & !cloud` is a condition. */
function namesIn(value: unknown): readonly string[] | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  const names = items.filter((item): item is string => typeof item === 'string' && /^[\p{L}\p{N}._-]+$/u.test(item))
  return names.length === items.length ? names : undefined
}

function misfitOf({ path }: Named): Unplaced {
  return { path, why: 'a document of it is for a condition on profiles, or names its profile otherwise than most do' }
}
