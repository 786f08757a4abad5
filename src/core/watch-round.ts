import type { SettledFinding } from './finding.ts'
import type { Message } from './message.ts'
import type { CheckResult } from './results.ts'

/** A file of the repository that is not as it was a round before. */
export interface ChangedFile {
  readonly path: string
  readonly change: 'added' | 'changed' | 'removed'
}

/** What a round of `cairn watch` found out and did. */
export interface WatchRound {
  /** 1 is the first one, which looks at everything. */
  readonly round: number
  /** Files that changed since the round before, sorted; empty in the first one. */
  readonly changed: readonly ChangedFile[]
  readonly check: CheckResult
  /** How many documents were evaluated; of the others it is known what they say. */
  readonly evaluated: number
  /** Findings that the round before did not have; in the first one all. */
  readonly fresh: readonly SettledFinding[]
  /** Findings that the round before had. */
  readonly gone: readonly SettledFinding[]
  /** What became of the files; absent where none are asked for. */
  readonly files?: RoundFiles
  /** Milliseconds, from looking at what changed to the last file. */
  readonly took: number
}

export type RoundFiles =
  | {
      readonly state: 'written'
      /** Files of the folder that are new or changed, sorted. */
      readonly written: readonly string[]
      readonly removed: readonly string[]
      readonly total: number
    }
  /** Errors block them as they would block a publication: the folder is as it was. */
  | { readonly state: 'blocked' }

/** A round that came to nothing, or something else that a person should know. The watch goes on. */
export interface WatchTrouble {
  readonly said: Message
  readonly hint: Message | undefined
}
