import type { Change } from '../../core/change.ts'
import { Opaque } from '../../core/opaque.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { isList, isMapping, own, type Value } from '../../core/value.ts'
import type { DangerInput, DangerSide, MovedDocument } from './input.ts'

/** Leaves of a document that are looked at; enough to tell one from another. */
const MOST_LEAVES = 500
/** Of what more new documents say alike the first are looked at. */
const MOST_ALIKE = 50
/** Leaves of new documents that are kept. */
const MOST_KEPT = 2_000_000

/**
 * Documents that are gone while another that came has their name and file, or says at least half of what they said:
 * they were renamed, are of another kind, or their environment is called otherwise. Each as a change of what it said,
 * so that a new name hides no danger.
 */
export function movedDocuments({ changes, base, head }: Pick<DangerInput, 'changes' | 'base' | 'head'>): readonly MovedDocument[] {
  const whole = changes.filter((change) => change.whole === true)
  const [come, gone] = [whole.filter(({ kind }) => kind === 'added'), whole.filter(({ kind }) => kind === 'removed')]
  if (come.length === 0 || gone.length === 0) return []
  const arrivals = new Map<string, Set<Change>>()
  for (const change of come) {
    for (const place of placesOf(change, base)) {
      const known = arrivals.get(place)
      if (known === undefined) arrivals.set(place, new Set([change]))
      else known.add(change)
    }
  }
  const indexes = new Indexes()
  const byPlace = new Map(Array.from(arrivals, ([place, changes]) => [place, indexes.of(changes)]))
  return gone.flatMap((change) => movesOf(change, placesOf(change, head), byPlace))
}

/**
 * Where a document came or went: its environments. Those that the other side does not have may be called otherwise
 * there, so that its own name is what is looked for.
 */
function placesOf({ document, environments }: Change, other: Pick<DangerSide, 'environments'>): ReadonlySet<string> {
  return new Set(environments.map((one) => (other.environments.has(one) ? `in ${one}` : `as ${document}`)))
}

type Indexed = ReadonlyMap<string, Index>

function movesOf(gone: Change, places: ReadonlySet<string>, indexes: Indexed): readonly MovedDocument[] {
  const leaves = leavesOf(gone.before?.value)
  const looked = new Set<Index>()
  const found = new Map<Change, number>()
  for (const place of places) {
    const index = indexes.get(place)
    if (index === undefined || looked.has(index)) continue
    looked.add(index)
    const same = index.get(ownPlace(gone))?.[0]
    const best = same === undefined ? mostAlike(leaves, index) : { come: same, alike: Infinity }
    if (best !== undefined) found.set(best.come, best.alike)
  }
  return Array.from(found, ([come, alike]) => ({ from: gone.document, change: asChange(gone, come), alike }))
}

interface Likest {
  readonly come: Change
  readonly alike: number
}

/** The document that says most of what one said, at least half of it. */
function mostAlike(leaves: readonly Leaf[], index: Index): Likest | undefined {
  const shared = new Map<Change, number>()
  for (const { at, said } of leaves) {
    for (const change of index.get(said ?? at) ?? []) shared.set(change, (shared.get(change) ?? 0) + 1)
  }
  let best: Change | undefined
  let most = 0
  for (const [change, count] of shared) if (count > most) [best, most] = [change, count]
  return best !== undefined && 2 * most >= leaves.length ? { come: best, alike: most } : undefined
}

/** In the environments that both have; where one is called otherwise, in those that it came to. */
function asChange(gone: Change, come: Change): Change {
  const there = new Set(gone.environments)
  const same = come.environments.filter((one) => there.has(one))
  return {
    document: come.document,
    tokens: [],
    kind: 'changed',
    ...(gone.secret === true || come.secret === true ? { secret: true } : {}),
    ...(gone.before === undefined ? {} : { before: gone.before }),
    ...(come.after === undefined ? {} : { after: come.after }),
    environments: same.length > 0 ? same : come.environments,
  }
}

/** New documents by what they say, and by where they say something. */
type Index = ReadonlyMap<string, readonly Change[]>

/** One index for all environments to which the same documents came. */
class Indexes {
  readonly #bySet = new Map<string, Index>()
  readonly #ids = new Map<Change, number>()
  #kept = 0

  of(changes: ReadonlySet<Change>): Index {
    const key = Array.from(changes, (change) => this.#idOf(change)).join(' ')
    let index = this.#bySet.get(key)
    if (index === undefined) this.#bySet.set(key, (index = this.#make(changes)))
    return index
  }

  #idOf(change: Change): number {
    let id = this.#ids.get(change)
    if (id === undefined) this.#ids.set(change, (id = this.#ids.size))
    return id
  }

  #make(changes: Iterable<Change>): Index {
    const index = new Map<string, Change[]>()
    for (const change of changes) {
      add(index, ownPlace(change), change)
      for (const { at, said } of leavesOf(change.after?.value)) {
        if (this.#kept > MOST_KEPT) return index
        this.#kept++
        for (const key of said === undefined ? [at] : [at, said]) add(index, key, change)
      }
    }
    return index
  }
}

function add(index: Map<string, Change[]>, key: string, change: Change): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [change])
  else if (known.length < MOST_ALIKE) known.push(change)
}

/** Its name and its file: what has both is the same document, of whatever kind, and whatever it says. */
function ownPlace({ document, before, after }: Change): string {
  return `${document.slice(document.indexOf('/') + 1)} in ${(after ?? before)?.location?.file ?? ''}`
}

interface Leaf {
  readonly at: string
  /** With the value; absent where it cannot be read: a secret that is written out stands where it stood. */
  readonly said?: string
}

function leavesOf(value: Value | undefined): readonly Leaf[] {
  const leaves: Leaf[] = []
  if (value !== undefined) collect(value, [], leaves)
  return leaves
}

function collect(value: Value, tokens: Tokens, leaves: Leaf[]): void {
  if (leaves.length >= MOST_LEAVES) return
  const at = pointer(tokens)
  if (isMapping(value)) for (const key of Object.keys(value)) collect(own(value, key) ?? null, [...tokens, key], leaves)
  else if (isList(value)) for (const [i, item] of value.entries()) collect(item, [...tokens, String(i)], leaves)
  else leaves.push(value instanceof Opaque ? { at } : { at, said: `${at} ${JSON.stringify(value)}` })
}
