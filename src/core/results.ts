import type { Change, ShadowedEdit } from './change.ts'
import type { EncryptedFileChange } from './encrypted-file.ts'
import type { SettledFinding } from './finding.ts'
import type { Message } from './message.ts'
import type { Location } from './place.ts'
import type { Pointer } from './pointer.ts'
import type { Mapping, Value } from './value.ts'

/** What the queries answer and the reporters print: plain data, lines and columns worked out. */

/** What a check found, and what it looked at. */
export interface CheckResult {
  readonly findings: readonly SettledFinding[]
  /** `working tree`, or the commit's object id. */
  readonly snapshot: string
  readonly documents: number
  /** Documents × environments in which they exist, abstract environments left out. */
  readonly effectiveDocuments: number
  /** The environments looked at that are not abstract, sorted. */
  readonly environments: readonly string[]
  /** What only a key would decide; the same question in several environments is one. */
  readonly undecided: readonly OpenQuestion[]
  /** What this run did not look at, and why. */
  readonly notChecked: readonly Message[]
}

/** Something that a schema asks and that ciphertext does not tell. */
export interface OpenQuestion {
  readonly message: Message
  readonly location: Location
  /** Sorted. */
  readonly environments: readonly string[]
}

/** One effective document with its references resolved, as plain data: opaque leaves are left out and reported. */
export interface RenderedDocument {
  readonly environment: string
  /** `kind/name`. */
  readonly document: string
  readonly value: Value
}

/** What differs between two snapshots, per effective value; the same change in many environments is one. */
export interface DiffResult {
  readonly base: string
  readonly head: string
  readonly changes: readonly Change[]
  readonly shadowed: readonly ShadowedEdit[]
  /** Encrypted files of no document that others can open than before, by path; none where not all is asked for. */
  readonly encryptedFiles: readonly EncryptedFileChange[]
  readonly environmentsAdded: readonly string[]
  readonly environmentsRemoved: readonly string[]
  /** Documents that were compared; the others have the same inputs on both sides. */
  readonly compared: number
  /** Errors of the base: what they leave undetermined there cannot be compared. */
  readonly baseErrors: number
  /** Findings of the head. */
  readonly findings: readonly SettledFinding[]
}

/** Drift between two environments of one snapshot: the differences only. */
export interface CompareResult {
  readonly snapshot: string
  readonly left: string
  readonly right: string
  /** `before` is the left environment's side, `after` the right one's. */
  readonly changes: readonly Change[]
  /** Documents that exist in either environment. */
  readonly compared: number
  readonly findings: readonly SettledFinding[]
}

/** The environments of a repository, and on request what exists in each. */
export interface EnvironmentsResult {
  readonly snapshot: string
  readonly environments: readonly EnvironmentSummary[]
  readonly findings: readonly SettledFinding[]
}

export interface EnvironmentSummary {
  readonly name: string
  readonly abstract: boolean
  readonly protected: boolean
  /** Parents as written, lowest precedence first. */
  readonly inherits: readonly string[]
  /** This environment and its ancestors, highest precedence first. */
  readonly lineage: readonly string[]
  readonly labels: Mapping
  readonly variables: Mapping
  readonly location: Location
  /** The documents that exist in it (`kind/name`), sorted. */
  readonly documents: readonly string[]
}

/** In which order the documents of an environment start, as far as schemas say that they wait for one another. */
export interface OrderResult {
  readonly snapshot: string
  readonly environment: string
  /** `kind/name`: what is in a level needs what is in levels before it and nothing else. Each level is sorted. */
  readonly levels: readonly (readonly string[])[]
  /** Documents that need one another: none of them can be the first. Each circle is sorted. */
  readonly circles: readonly (readonly string[])[]
  /** Documents that need one in a circle, sorted. */
  readonly waiting: readonly string[]
  readonly findings: readonly SettledFinding[]
}

/** Who depends on a document in an environment. */
export interface DependentsResult {
  readonly snapshot: string
  readonly environment: string
  /** `kind/name`. */
  readonly document: string
  /** Those that speak of it first, then those that speak of these, and so on; sorted within the same distance. */
  readonly dependents: readonly DependentDocument[]
  readonly findings: readonly SettledFinding[]
}

/** A document that speaks of another one, or of one that does so. */
export interface DependentDocument {
  /** `kind/name`. */
  readonly document: string
  /** What leads from it to the document asked about, that one last: of several ways a shortest. */
  readonly way: readonly string[]
  /** Where it speaks of the first document of the way. */
  readonly references: readonly DependentReference[]
}

export interface DependentReference {
  readonly pointer: Pointer
  /** By its name or path, as a schema says (`x-ref`), or by `${cairn:…}`. */
  readonly as: 'name' | 'reference'
  readonly location: Location
}
