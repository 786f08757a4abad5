import type { Message } from './message.ts'
import type { Place } from './place.ts'
import type { Tokens } from './pointer.ts'
import type { SchemaNode } from './schema/node.ts'
import type { Value } from './value.ts'

/** Says what a schema finds wrong with a value. The engine behind it is an adapter. */
export interface Validator {
  /**
   * Validates a value as a schema sees it: any schema or subschema of a set. Never changes the value, fills nothing in
   * and never throws for what a schema or a value is. Keywords that do not hold what they should are ignored:
   * `checkSchema` reports them, and a schema that it finds wrong is not worth asking.
   *
   * A keyword that tries schemas out (`oneOf`, `anyOf`, `if`, `not`, `contains`, `propertyNames`) is one issue where it
   * fails, without what the schemas that it tried said: ask for those by themselves.
   */
  readonly validate: (schema: SchemaNode, value: Value) => ValidationOutcome
}

export interface ValidationOutcome {
  /** What is wrong whatever the opaque leaves hold. */
  readonly definite: readonly RawIssue[]
  /** What only the opaque leaves decide; empty where there are none. Each covers what is at its pointer and below. */
  readonly undecided: readonly RawIssue[]
  /** Where a value is present that its schema calls `deprecated`. */
  readonly deprecated: readonly RawIssue[]
  /** The schema asks for more work than any sensible one; nothing was decided, and the lists are empty. */
  readonly exhausted: boolean
}

/** Nothing is wrong, and nothing is open. */
export const CLEAN: ValidationOutcome = { definite: [], undecided: [], deprecated: [], exhausted: false }

/** What a schema says of a value, with nothing in it that could be a value: keyword, pointer, schema place. */
export interface RawIssue {
  /** The keyword as it stands in the schema; `false` for a schema that is `false`. */
  readonly keyword: string
  /** Where in the value: for keys that are missing or not allowed, the mapping that lacks or has them. */
  readonly tokens: Tokens
  /** The schema that the keyword stands in. */
  readonly schema: SchemaNode
  /** The key that is missing, not allowed or badly named, for the keywords that are about keys. */
  readonly key?: string
}

/** Something that only a key would decide. */
export interface Undecided {
  readonly message: Message
  /** What a schema asks of the value, where that is what is open: a key decides it by these. */
  readonly asks: readonly RawIssue[]
  /** Costs a replay of the merge: worked out when it is asked for. */
  readonly place: Place
}
