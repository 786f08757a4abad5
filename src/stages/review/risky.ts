import type { Change } from '../../core/change.ts'
import type { SettledFinding } from '../../core/finding.ts'
import { inBase, type Location } from '../../core/place.ts'
import type { ReviewedChange } from '../../core/review.ts'

/** Marks the changes at whose place something dangerous or an error is found; that a change is wide is no place. */
export function markRisky(changes: readonly Change[], findings: readonly SettledFinding[]): ReviewedChange[] {
  const places = new Set<string>()
  for (const { rule, location } of findings) {
    if (location.line !== undefined && rule !== 'danger/breadth') places.add(keyOf(location))
  }
  return changes.map((change) => {
    const { before, after, removedBy } = change
    const was = [before?.via, before?.location].map((at) => at && inBase(at))
    const said = [after?.via, after?.location, removedBy, ...was]
    const isRisky = said.some((at) => at !== undefined && places.has(keyOf(at)))
    return isRisky ? { ...change, risky: true } : change
  })
}

const keyOf = ({ file = '', line = 0, side }: Location): string => `${side ?? 'head'}:${file}:${line}`
