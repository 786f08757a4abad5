import type { Change } from '../../core/change.ts'
import type { SettledFinding } from '../../core/finding.ts'
import { name, say, shown, type Message } from '../../core/message.ts'
import { inBase, type Location } from '../../core/place.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import type { ConfigurableRule } from '../../core/rule-settings.ts'
import { isWithheld } from '../../core/secret-name.ts'
import type { DangerRule, Silence, Silenceable } from '../../core/silence.ts'
import { kindOf, type Value } from '../../core/value.ts'

/** What a rule about dangers found: a finding before anybody says how severe it is. */
export interface Danger {
  readonly rule: DangerRule
  readonly message: Message
  /** In the head; in the base for what is gone. */
  readonly location: Location
  readonly related?: SettledFinding['related']
  readonly environments?: readonly string[]
  /** The value that it is about, where it is about one: `kind/name`, and the pointer. */
  readonly document?: string
  /** What the document was called, where that is something else. */
  readonly documentBefore?: string
  readonly tokens?: Tokens
  /** What the head accepts from now on: a new silence, or a rule that it switches off. */
  readonly accepts?: Acceptance
  /** Dangers of several files that are told as one, unless they are silenced. */
  readonly alike?: Alike
}

export interface Alike {
  /** The same for all of them. */
  readonly key: string
  readonly told: (files: number) => Message
}

/** A silence, or a rule that is off. */
export type Acceptance = Silence | ConfigurableRule

/** The path of a file outside of the configuration repository as globs name it, which cannot begin with `../`. */
export function withoutParents(path: string): string {
  return path.replace(/^(?:\.\.\/)+/, '')
}

export function silenceableOf({ rule, location, document, documentBefore, tokens }: Danger): Silenceable {
  return {
    rule,
    ...(location.file === undefined ? {} : { file: withoutParents(location.file) }),
    ...(document === undefined ? {} : { document }),
    ...(documentBefore === undefined ? {} : { documentBefore }),
    ...(tokens === undefined ? {} : { tokens }),
  }
}

/** A value of a document that changed: the change itself, or a leaf of it. */
export interface ChangedValue {
  readonly change: Change
  readonly tokens: Tokens
  readonly beforeTokens: Tokens
  readonly before: Value | undefined
  readonly after: Value | undefined
  /** In a collection that was or is no collection on the other side: what stands for it there. */
  readonly leafBefore?: Value | undefined
  readonly leafAfter?: Value | undefined
  /** What its document was called, where that is something else. */
  readonly documentBefore?: string
}

/** A danger of one value, at the place that says it now, or said it before it was gone. */
export function dangerAt(rule: DangerRule, value: ChangedValue, message: Message): Danger {
  const { change, tokens, documentBefore } = value
  const { document, environments } = change
  const names = { document, ...(documentBefore === undefined ? {} : { documentBefore }) }
  return { rule, message, location: placeOf(change), related: relatedTo(change), environments, ...names, tokens }
}

/** `services/db#/port`. */
export function subjectOf({ change, tokens }: ChangedValue): Message {
  return say`${name(change.document)}#${pointer(tokens)}`
}

/** A value as it may be told, what it is where it may not. */
export function told(value: Value, { change, tokens }: ChangedValue): Message {
  const seen = change.secret === true || isWithheld(value, tokens) ? undefined : shown(value)
  return seen === undefined ? say`a ${kindOf(value)}` : say`${seen}`
}

export function placeOf({ after, before, removedBy, environments }: Change): Location {
  const place = after?.via ?? after?.location ?? removedBy
  if (place !== undefined) return place
  const was = before?.via ?? before?.location
  return was === undefined ? { environment: environments[0] ?? '' } : inBase(was)
}

/** Where it was said before, if that is another file than the one that says it now. */
function relatedTo(change: Change): SettledFinding['related'] {
  const was = change.before?.via ?? change.before?.location
  const is = placeOf(change)
  if (was === undefined || was.file === is.file) return []
  return [{ message: say`the base says it here`, location: inBase(was) }]
}
