import type { Message } from './message.ts'
import type { Tokens } from './pointer.ts'
import type { RuleId, Severity } from './rules.ts'

/** Somewhere in an effective document; which file that is, only its layers know. */
export interface DocumentSpot {
  readonly environment: string
  /** `kind/name`. */
  readonly document: string
  readonly tokens: Tokens
  /** The key there, or what it holds. */
  readonly part: 'key' | 'value'
}

/**
 * What a rule across documents found. Such rules look at facts, when the documents are long dropped: the few documents
 * that something is found in are evaluated again to tell the places (`src/concerns.ts`).
 */
export interface Concern {
  readonly rule: RuleId
  /** Absent: the rule's own. */
  readonly severity?: Severity
  readonly message: Message
  /** What is said instead where a value at one of the places may be a secret. Absent: the message holds no values. */
  readonly discreet?: Message
  /** Further places whose values the message shows. */
  readonly shows?: readonly DocumentSpot[]
  readonly at: DocumentSpot
  readonly related: readonly { readonly message: Message; readonly at: DocumentSpot }[]
}
