import { compareText } from '../../core/collector.ts'
import { showLocation } from '../../core/place.ts'
import { originsOf, type Origin } from './origins.ts'
import type { ReportedChange, ReportedSide } from './report.ts'

/** So many changes that say the same stand each for itself. */
const MOST_EACH = 3

/** One change, or several that say the same: the first of them, in the environments of all. */
export interface SameChanges {
  readonly first: ReportedChange
  /** All of them; only the first where there is one. */
  readonly all: readonly ReportedChange[]
}

/**
 * Changes that say the same of many documents, or at many places, as a default that all share may make them: one entry
 * stands for them. Those whose values are not shown whole stay apart, since nobody knows whether they are the same.
 */
export function sameChanges(changes: readonly ReportedChange[]): SameChanges[] {
  const groups = new Map<string, ReportedChange[]>()
  for (const [i, change] of changes.entries()) {
    const key = keyOf(change) ?? String(i)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [change])
    else group.push(change)
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all
    if (first === undefined || all.length <= MOST_EACH) return all.map((one) => ({ first: one, all: [one] }))
    const environments = [...new Set(all.flatMap((one) => one.environments))].sort(compareText)
    return { first: { ...first, environments }, all }
  })
}

function keyOf(change: ReportedChange): string | undefined {
  const { kind, whole, secret, pointer, beforePointer, before, after, reload, risky, undetermined } = change
  if (whole === true || secret === true || undetermined === true) return undefined
  if (!isWhole(before) || !isWhole(after)) return undefined
  const shown = [before, after].map((side) => side && [side.shown, side.byDefault])
  return JSON.stringify([kind, pointer, beforePointer, shown, reload, risky])
}

/** What is opaque is shown as words in brackets, what is cut ends with an ellipsis. */
const isWhole = (side: ReportedSide | undefined): boolean => side === undefined || !/[(…]/.test(side.shown)

/** Where the values come from, each place once. */
export function originsOfAll(all: readonly ReportedChange[]): Origin[] {
  const merged = new Map<string, Origin>()
  for (const { locations, ...of } of all.flatMap(originsOf)) {
    const key = JSON.stringify(of)
    const known = merged.get(key)?.locations ?? []
    const texts = new Set(known.map((one) => showLocation(one)))
    merged.set(key, { ...of, locations: [...known, ...locations.filter((one) => !texts.has(showLocation(one)))] })
  }
  return [...merged.values()]
}
