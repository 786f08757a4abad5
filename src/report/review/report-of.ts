import type { AccessResult } from '../../core/access.ts'
import { shadowedEditMessage, type ShadowedEdit, type Side } from '../../core/change.ts'
import type { SilencedDanger } from '../../core/danger.ts'
import { Hole } from '../../core/opaque.ts'
import type { Location } from '../../core/place.ts'
import { pointer } from '../../core/pointer.ts'
import type { Review, ReviewedChange, ReviewedFinding } from '../../core/review.ts'
import { findingJson } from '../json.ts'
import { plainValue, showValue } from '../show.ts'
import { notCheckedBy, verdict, type FailOn, type Verdict } from '../verdict.ts'
import type { ReviewReport, ReportedAccess, ReportedChange, ReportedEdit, ReportedFinding, ReportedSide, ReportedSilence } from './report.ts'
import { sentenceOf } from './sentence.ts'

export interface ReportOptions {
  readonly failOn: FailOn
  /** Of Cairn. */
  readonly version: string
  /** The commit that was looked at, where the snapshot does not know it. */
  readonly head?: string
}

/** The verdict on a change: by the findings of the head, those that the base has too among them, and its dangers. */
export function reviewVerdict({ findings, dangers }: Review, failOn: FailOn): Verdict {
  return verdict([...findings, ...dangers.findings], failOn)
}

/** A review as the data that reports are made of. */
export function reportOf(review: Review, { failOn, version, head }: ReportOptions): ReviewReport {
  const { check, dangers, reach, access, routine } = review
  const { passed, counts } = reviewVerdict(review, failOn)
  const report: ReviewReport = {
    version: 1,
    tool: { name: 'cairn', version },
    verdict: passed ? 'pass' : 'fail',
    failOn,
    summary: '',
    snapshot: head ?? check.snapshot,
    ...comparisonOf(review),
    counts,
    documents: check.documents,
    effectiveDocuments: check.effectiveDocuments,
    asked: review.asked,
    environments: check.environments,
    perEnvironment: review.environments,
    findings: review.findings.map(findingOf),
    dangers: dangers.findings.map(dangerIn(review)),
    silenced: dangers.silenced.map(silenceOf),
    judgedBy: dangers.judgedBy,
    changes: review.changes.map(changeOf),
    shadowed: review.shadowed.map(editOf),
    applying: review.applying,
    ...(reach === undefined ? {} : { reach }),
    ...(access === undefined ? {} : { access: accessOf(access) }),
    ...(routine === undefined ? {} : { routine }),
    undecided: check.undecided,
    notChecked: notCheckedBy({ ...check, notChecked: review.notChecked }),
    timing: review.timing,
  }
  return { ...report, summary: sentenceOf(report) }
}

function comparisonOf({ comparison, findings, dangers }: Review): Partial<ReviewReport> {
  if (comparison.base === undefined) return { noBase: comparison.reason }
  const { base, because, files, compared, baseErrors } = comparison
  const fresh = verdict([...findings.filter(({ since }) => since === 'new'), ...dangers.findings]).counts
  return { base, because, fresh, files: files.length, compared, baseErrors }
}

function findingOf(found: ReviewedFinding): ReportedFinding {
  const { since } = found
  return { ...findingJson(found), ...(since === undefined ? {} : { since }) }
}

/** A danger, and whether its place is gone in the head: a file that was removed, or the place of a value that was. */
function dangerIn({ comparison, changes }: Review): (found: ReviewedFinding) => ReportedFinding {
  if (comparison.base === undefined) return findingOf
  const removed = new Set(comparison.files.filter(({ kind }) => kind === 'removed').map(({ path }) => path))
  const taken = changes.filter(({ after }) => after === undefined)
  const gone = new Set(taken.map(({ before }) => placeKey(before?.location)))
  const there = new Set(changes.map(({ after }) => placeKey(after?.location)))
  return (found) => {
    const key = placeKey(found.location)
    const isGone = removed.has(found.location.file ?? '') || (gone.has(key) && !there.has(key))
    const { related, ...danger } = findingOf({ ...found, since: 'new' })
    return {
      ...danger,
      related: related.map((one) => (removed.has(one.file ?? '') ? { ...one, side: 'base' as const } : one)),
      ...(isGone ? { side: 'base' as const } : {}),
    }
  }
}

const placeKey = ({ file, line }: Location = {}): string => `${file ?? ''}:${line ?? ''}`

function silenceOf({ finding, reason, location, until }: SilencedDanger): ReportedSilence {
  return { finding: findingOf(finding), reason, location, ...(until === undefined ? {} : { until }) }
}

function changeOf({ tokens, beforeTokens, before, after, ...change }: ReviewedChange): ReportedChange {
  const isSecret = change.secret === true
  return {
    ...change,
    pointer: pointer(tokens),
    ...(beforeTokens === undefined ? {} : { beforePointer: pointer(beforeTokens) }),
    ...(isHole(before) || isHole(after) ? { undetermined: true } : {}),
    ...(before === undefined ? {} : { before: sideOf(before, isSecret) }),
    ...(after === undefined ? {} : { after: sideOf(after, isSecret) }),
  }
}

const isHole = (side: Side | undefined): boolean => side?.value instanceof Hole

function sideOf({ value, environment: _, ...side }: Side, isSecret: boolean): ReportedSide {
  return isSecret && !(value instanceof Hole) ? { ...side, shown: '(secret)' } : { ...side, shown: showValue(value), value: plainValue(value) }
}

function editOf({ tokens, ...edit }: ShadowedEdit): ReportedEdit {
  return { ...edit, pointer: pointer(tokens), message: shadowedEditMessage({ tokens, ...edit }) }
}

function accessOf({ judgedBy, state, demands }: AccessResult): ReportedAccess {
  return {
    judgedBy,
    state,
    demands: demands.map(({ changes, ...demand }) => ({
      ...demand,
      changes: changes.map(({ change, environments }) => {
        return { document: change.document, pointer: pointer(change.tokens), environments }
      }),
    })),
  }
}
