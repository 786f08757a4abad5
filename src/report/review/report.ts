import type { Demand } from '../../core/access.ts'
import type { BlastRadius } from '../../core/blast.ts'
import type { Change, ShadowedEdit } from '../../core/change.ts'
import type { EncryptedFileChange } from '../../core/encrypted-file.ts'
import type { Location } from '../../core/place.ts'
import type { Severity } from '../../core/rules.ts'
import type { Applying, EnvironmentReview, Routine, StageTime } from '../../core/review.ts'
import type { FailOn } from '../verdict.ts'

/**
 * A review as data: what JSON holds (`schemas/output/report.json`) and all that Markdown is made of, so that it can be
 * made elsewhere from the JSON alone. There nothing in it is to be trusted: texts may hold anything.
 */
export interface ReviewReport {
  /** Of this format. */
  readonly version: 1
  readonly tool: { readonly name: 'cairn'; readonly version: string }
  readonly verdict: 'pass' | 'fail'
  readonly failOn: FailOn
  /** The answer in a sentence. */
  readonly summary: string
  /** `working tree`, or the commit's object id. */
  readonly snapshot: string
  /** The base's commit; absent where there is none, and then `noBase` says why. */
  readonly base?: string
  readonly because?: string
  readonly noBase?: string
  /** Of all findings, dangers among them. */
  readonly counts: Counts
  /** Of those that the base does not have; absent without a base. */
  readonly fresh?: Counts
  readonly files?: number
  readonly compared?: number
  readonly baseErrors?: number
  readonly documents: number
  readonly effectiveDocuments: number
  /** The environments that were asked for; all of them where there is none. */
  readonly asked: readonly string[]
  /** The environments looked at that are not abstract, sorted. */
  readonly environments: readonly string[]
  readonly perEnvironment: readonly EnvironmentReview[]
  /** Without dangers. */
  readonly findings: readonly ReportedFinding[]
  readonly dangers: readonly ReportedFinding[]
  readonly silenced: readonly ReportedSilence[]
  /** Whose rules say what is dangerous. */
  readonly judgedBy: 'base' | 'head'
  readonly changes: readonly ReportedChange[]
  readonly shadowed: readonly ReportedEdit[]
  /** Encrypted files of no document that others can open than before. */
  readonly encryptedFiles: readonly EncryptedFileChange[]
  readonly applying: readonly Applying[]
  readonly reach?: BlastRadius
  readonly access?: ReportedAccess
  readonly routine?: Routine
  readonly undecided: readonly ReportedQuestion[]
  readonly notChecked: readonly string[]
  readonly timing: readonly StageTime[]
}

export type Counts = Readonly<Record<Severity, number>>

export interface ReportedFinding extends Location {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly related: readonly ReportedPlace[]
  /** The environments it was found in, sorted. */
  readonly environments: readonly string[]
  readonly since?: 'new' | 'known'
}

export interface ReportedPlace extends Location {
  readonly message: string
}

export interface ReportedSilence {
  readonly finding: ReportedFinding
  readonly reason: string
  readonly location: Location
  readonly until?: string
}

export interface ReportedChange extends Pick<Change, 'document' | 'kind' | 'whole' | 'renamed' | 'edited' | 'secret' | 'reload' | 'removedBy' | 'environments'> {
  readonly pointer: string
  readonly beforePointer?: string
  readonly risky?: true
  /** One side could not be determined, so that nobody knows whether it changes. */
  readonly undetermined?: true
  readonly before?: ReportedSide
  readonly after?: ReportedSide
}

export interface ReportedSide {
  /** The value for people: at most 160 code points, what is opaque or secret in words. */
  readonly shown: string
  /** The value; absent for what must not be shown. */
  readonly value?: unknown
  readonly location?: Location
  readonly byDefault?: true
  readonly via?: Location
  readonly targets?: readonly string[]
  readonly shadowed: readonly Location[]
}

export interface ReportedEdit extends Pick<ShadowedEdit, 'document' | 'kind' | 'edit' | 'reason' | 'by' | 'environments'> {
  readonly pointer: string
  readonly message: string
}

export interface ReportedAccess {
  readonly judgedBy: 'base' | 'head' | 'nobody'
  readonly state: Demand['state']
  readonly demands: readonly ReportedDemand[]
}

export interface ReportedDemand extends Pick<Demand, 'name' | 'location' | 'roles' | 'state'> {
  /** What makes the rule apply. */
  readonly changes: readonly Pick<ReportedChange, 'document' | 'pointer' | 'environments'>[]
}

export interface ReportedQuestion {
  readonly message: string
  readonly location: Location
  readonly environments: readonly string[]
}
