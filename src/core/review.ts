import type { AccessResult } from './access.ts'
import type { BlastRadius } from './blast.ts'
import type { Change, ShadowedEdit } from './change.ts'
import type { DangerResult, FileChange } from './danger.ts'
import type { EncryptedFileChange } from './encrypted-file.ts'
import type { SettledFinding } from './finding.ts'
import type { Message } from './message.ts'
import type { CheckResult } from './results.ts'

/** Everything that a change gets: what it does, where, whether it is safe, and who has to look. Plain data. */
export interface Review {
  /** The check of the head. */
  readonly check: CheckResult
  /** The environments that were asked for; all of them where there is none. */
  readonly asked: readonly string[]
  /** Its findings, each with whether the base has it already. */
  readonly findings: readonly ReviewedFinding[]
  readonly comparison: Comparison
  /** Of the environments that are not abstract and of abstract ones that came or went; protected ones first. */
  readonly environments: readonly EnvironmentReview[]
  readonly changes: readonly ReviewedChange[]
  readonly shadowed: readonly ShadowedEdit[]
  /** Encrypted files of no document that others can open than before, by path. */
  readonly encryptedFiles: readonly EncryptedFileChange[]
  readonly dangers: DangerResult
  readonly applying: readonly Applying[]
  /** Present where it was worked out. */
  readonly reach?: BlastRadius
  /** Present where `access.yaml` was read. */
  readonly access?: AccessResult
  /** Present where nothing but versions changes. */
  readonly routine?: Routine
  /** What the run does not tell, and why; with what `check` did not look at. */
  readonly notChecked: readonly Message[]
  /** What each stage took, where there was a clock. */
  readonly timing: readonly StageTime[]
}

/** What the head is compared with, or why it is compared with nothing: there are no changes then. */
export type Comparison =
  | {
      /** The base's commit. */
      readonly base: string
      readonly because: Message
      /** Files that are not the same, sorted by path. */
      readonly files: readonly FileChange[]
      /** Documents that were compared; the others have the same inputs on both sides. */
      readonly compared: number
      /** Errors of the base: what they leave undetermined there cannot be compared. */
      readonly baseErrors: number
      readonly reason?: undefined
    }
  | { readonly reason: Message; readonly base?: undefined }

/** A finding, and whether it came with the change. */
export interface ReviewedFinding extends SettledFinding {
  /** `known`: the base has it too, of the same rule, with the same message, in the same file. Absent without a base. */
  readonly since?: 'new' | 'known'
}

/** A change, and whether something dangerous or an error is found at its place. */
export interface ReviewedChange extends Change {
  readonly risky?: true
}

export interface EnvironmentReview {
  readonly name: string
  /** At base or head. */
  readonly protected: boolean
  readonly abstract: boolean
  readonly state: 'same' | 'changed' | 'added' | 'removed'
  /** What it inherits from on either side, where that differs; lowest precedence first. */
  readonly parents?: { readonly before: readonly string[]; readonly after: readonly string[] }
  /** How many changes there are in it. */
  readonly changed: number
  /** How many dangers. */
  readonly risky: number
  /** How many edits are without effect in it. */
  readonly shadowed: number
  /** How many errors. */
  readonly failed: number
}

/** What has to be done so that a document's changes take effect. */
export interface Applying {
  /** `kind/name`. */
  readonly document: string
  /**
   * `restart` and `hot` as the schema's `x-reload` says, the more of all its changes; `unknown` where it says nothing.
   * `start` and `stop`: the document as such is new or gone.
   */
  readonly takes: Takes
  /** Sorted. */
  readonly environments: readonly string[]
}

/** From what asks for most to what asks for least. */
export const TAKES = ['start', 'stop', 'restart', 'unknown', 'hot'] as const
export type Takes = (typeof TAKES)[number]

/** A change of versions alone: nobody has to read it line by line. */
export interface Routine {
  /** How many values. */
  readonly values: number
  /** What they are, as decided by their keys: `image`, `version`, sorted. */
  readonly keys: readonly string[]
}

export interface StageTime {
  readonly stage: 'open' | 'check' | 'compare' | 'known' | 'dangers' | 'reach'
  /** Milliseconds. */
  readonly took: number
}
