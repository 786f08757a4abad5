import type { Location } from '../../core/place.ts'
import type { ReportedChange, ReportedSide } from './report.ts'

/** A word on where a value comes from. */
export interface Origin {
  /** `was`: before the change. `over`: what lies below and does not count. */
  readonly what: '' | 'removed at' | 'was' | 'over'
  readonly side: 'base' | 'head'
  readonly locations: readonly Location[]
  /** What the text at the place refers to, where the value comes through a reference. */
  readonly targets?: readonly string[]
}

/** Where a value is set now, where it was set, if that is another file, and what it is said over; in this order. */
export function originsOf({ before, after, removedBy }: ReportedChange): Origin[] {
  const now = after === undefined ? removal(removedBy) : sourceOf(after, { what: '', side: 'head' })
  const isSame = before !== undefined && after !== undefined && sameFile(before, after)
  const was = before === undefined || isSame ? [] : sourceOf(before, { what: 'was', side: 'base' })
  const shadowed = after?.shadowed ?? []
  const over: Origin[] = shadowed.length === 0 ? [] : [{ what: 'over', side: 'head', locations: shadowed }]
  return [...now, ...was, ...over]
}

function removal(removedBy: Location | undefined): Origin[] {
  return removedBy === undefined ? [] : [{ what: 'removed at', side: 'head', locations: [removedBy] }]
}

function sourceOf({ location, via, targets = [] }: ReportedSide, of: Pick<Origin, 'what' | 'side'>): Origin[] {
  if (via !== undefined) return [{ ...of, locations: [via], targets }]
  return location === undefined ? [] : [{ ...of, locations: [location] }]
}

function sameFile(before: ReportedSide, after: ReportedSide): boolean {
  const [was, is] = [before, after].map(({ via, location }) => via ?? location)
  return was?.file === is?.file && was?.variable === is?.variable
}
