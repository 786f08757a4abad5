import type { AccessResult } from '../../core/access.ts'
import { shadowedEditMessage, type ShadowedEdit, type Side } from '../../core/change.ts'
import type { SilencedDanger } from '../../core/danger.ts'
import { Hole } from '../../core/opaque.ts'
import { pointer } from '../../core/pointer.ts'
import type { Review, ReviewedChange, ReviewedFinding } from '../../core/review.ts'
import { findingJson } from '../json.ts'
import { plainValue, showValue } from '../show.ts'
import { notCheckedBy, reviewVerdict, type FailOn } from '../verdict.ts'
import { discreet } from './discreet.ts'
import type { ReviewReport, ReportedAccess, ReportedChange, ReportedEdit, ReportedFinding, ReportedSide, ReportedSilence } from './report.ts'
import { sentenceOf } from './sentence.ts'

export interface ReportOptions {
  readonly failOn: FailOn
  /** Of Cairn. */
  readonly version: string
  /** The commit that was looked at, where the snapshot does not know it. */
  readonly head?: string
}

/** A review as the data that reports are made of. */
export function reportOf(review: Review, { failOn, version, head }: ReportOptions): ReviewReport {
  const { check, comparison, dangers, reach, access, routine } = review
  const { passed, counts, fresh } = reviewVerdict(review, failOn)
  const report: ReviewReport = {
    version: 1,
    tool: { name: 'cairn', version },
    verdict: passed ? 'pass' : 'fail',
    failOn,
    summary: '',
    snapshot: head ?? check.snapshot,
    ...comparisonOf(review),
    counts,
    ...(fresh === undefined ? {} : { fresh }),
    documents: check.documents,
    effectiveDocuments: check.effectiveDocuments,
    asked: review.asked,
    environments: check.environments,
    perEnvironment: review.environments,
    findings: review.findings.map(findingOf),
    dangers: dangers.findings.map((found) => findingOf(comparison.base === undefined ? found : { ...found, since: 'new' })),
    silenced: dangers.silenced.map(silenceOf),
    judgedBy: dangers.judgedBy,
    changes: review.changes.map((change) => changeOf(discreet(change))),
    shadowed: review.shadowed.map(editOf),
    encryptedFiles: review.encryptedFiles,
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

function comparisonOf({ comparison }: Review): Partial<ReviewReport> {
  if (comparison.base === undefined) return { noBase: comparison.reason }
  const { base, because, files, compared, baseErrors } = comparison
  return { base, because, files: files.length, compared, baseErrors }
}

function findingOf(found: ReviewedFinding): ReportedFinding {
  const { since } = found
  return { ...findingJson(found), ...(since === undefined ? {} : { since }) }
}

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
