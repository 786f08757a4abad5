import type { Related } from '../../core/finding.ts'
import type { Message } from '../../core/message.ts'
import type { Tokens } from '../../core/pointer.ts'
import type { RuleId } from '../../core/rules.ts'
import type { SchemaNode } from '../../core/schema/node.ts'
import type { RawIssue, ValidationOutcome } from '../../core/validation.ts'
import type { Subject } from './subject.ts'

/** Something wrong with a document, in the words of a person and not yet at a place. */
export interface Problem {
  readonly rule: RuleId
  readonly about: About
  /** Worked out when it is told: there may be far more problems than are. */
  readonly message: () => Message
  /** Who says so. */
  readonly schema: SchemaNode
  /** Absent where the schema as such says so. */
  readonly keyword?: string
  /** Other places that help to understand it. */
  readonly related?: () => readonly Related[]
}

/** What can be asked while problems are told. */
export interface Teller {
  readonly subject: Subject
  /** What a schema says of the value at a pointer, with pointers from the root of the document. */
  readonly ask: (schema: SchemaNode, tokens: Tokens) => ValidationOutcome
  /** The problems behind some issues; of what is one mistake, one. */
  readonly problems: (issues: readonly RawIssue[]) => readonly Problem[]
  /** What can be said where nothing better can. */
  readonly general: (issue: RawIssue) => Problem
}

/** A value; a key; or keys that a mapping should have. */
export type About =
  | { readonly the: 'value' | 'key'; readonly tokens: Tokens }
  | { readonly the: 'missing'; readonly tokens: Tokens; readonly keys: readonly string[] }
