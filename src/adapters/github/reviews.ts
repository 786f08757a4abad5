import type { Review } from '../../core/github.ts'

/** A review as GitHub lists it. */
export interface GivenReview {
  readonly reviewer: string
  /** `APPROVED`, `CHANGES_REQUESTED`, `DISMISSED`, `COMMENTED` or `PENDING`. */
  readonly state: string
  /** The commit that was looked at. */
  readonly commit: string | undefined
}

const VERDICTS: Readonly<Record<string, Review['verdict']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  DISMISSED: 'dismissed',
}

/**
 * The last review of each person that says yes or no, as GitHub counts them: a comment after it takes nothing back.
 *
 * @param given oldest first, as GitHub lists them
 */
export function latestReviews(given: readonly GivenReview[], head: string): Review[] {
  const latest = new Map<string, Review>()
  for (const { reviewer, state, commit } of given) {
    const verdict = Object.hasOwn(VERDICTS, state) ? VERDICTS[state] : undefined
    if (verdict === undefined) continue
    latest.delete(reviewer)
    latest.set(reviewer, { reviewer, verdict, isCurrent: commit === head })
  }
  return [...latest.values()]
}
