import type { SettledFinding } from './finding.ts'
import type { Message } from './message.ts'
import type { CheckResult } from './results.ts'

/** What publishing came to, or would. */
export interface PublishResult {
  readonly check: CheckResult
  /** In the order of the targets; none where errors block the publication. */
  readonly outcomes: readonly Outcome[]
  readonly blocked: boolean
}

/** What came of publishing to one target. */
export interface Outcome {
  readonly target: string
  readonly environments: readonly string[]
  readonly decision: TargetDecision
  /** Files of others there by which Git changes what consumers get of it; absent where there are none. */
  readonly settings?: readonly string[]
  /** `provenance.json` as this run has published it; absent where it has not. */
  readonly statement?: Uint8Array
}

/** What is to be done at a target. */
export type TargetDecision =
  | {
      readonly does: 'publish'
      /** Paths below the root of the publication, sorted. */
      readonly added: readonly string[]
      readonly changed: readonly string[]
      readonly removed: readonly string[]
      /** The commit that is gone back from. */
      readonly rollback: string | null
    }
  /** The bytes are there already, from an older commit: only that this commit is the newest is to be noted. */
  | { readonly does: 'advance' }
  | { readonly does: 'nothing' }
  /** A newer commit has been published: this run came late, and nothing is to be done. */
  | { readonly does: 'superseded'; readonly by: string }
  /** It must not be done. */
  | { readonly does: 'refuse'; readonly said: Message; readonly hint: Message }

/** What a publication says of itself. */
export interface PublicationSays {
  readonly commit: string
  /** The version of Cairn that made it. */
  readonly tool: string
  readonly environments: readonly string[]
  /** Run variables as its manifests record them, by name: it follows from the commit and from them. */
  readonly variables: Readonly<Record<string, string>>
}

/** Whether a publication is what it says. */
export interface VerifyResult {
  readonly findings: readonly SettledFinding[]
  /** What it says of itself; undefined where its manifest cannot be read. */
  readonly says: PublicationSays | undefined
  /** How many publications its chain tells of. */
  readonly entries: number
  /** Digest of the chain's last line: whoever notes it can tell later that the chain goes on from there. */
  readonly head: string | undefined
  /** How many entries are signed. */
  readonly signed: number
  /** Who signed entries, as the allowed signers call them; absent where none are named, so that it was not checked. */
  readonly signers?: readonly string[]
  /** Whether the last entry's signature is of somebody who may sign: they vouch for all of it. */
  readonly isVouchedFor: boolean
  /** The commit that the chain's last entry says was gone back from; null where it goes back from none. */
  readonly rollback: string | null
  /** The target that the chain's last entry tells of. */
  readonly publishedTo: string | undefined
  /** Whether it is that of another place, told where nobody says what belongs here. */
  readonly isElsewhere: boolean
  /** Environments that the commit publishes and that are not here. */
  readonly missing: readonly string[]
  /** How many files lie beside it, on a branch for several. */
  readonly beside: number
  /** Whether an attestation bundle was looked into; what is wrong with it is a finding. */
  readonly attested: boolean
  /** Whether the commit gives the same bytes now; `unproven` where another version of Cairn made them. */
  readonly reproduced: 'yes' | 'no' | 'unproven'
}
