import type { Change } from '../../core/change.ts'
import type { SettledFinding } from '../../core/finding.ts'
import { name, say, shown, type Message } from '../../core/message.ts'
import type { Location } from '../../core/place.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import type { ConfigurableRule } from '../../core/rule-settings.ts'
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
  readonly tokens?: Tokens
  /** What the head accepts from now on: a new silence, or a rule that it switches off. */
  readonly accepts?: Acceptance
}

/** A silence, or a rule that is off. */
export type Acceptance = Silence | ConfigurableRule

export function silenceableOf({ rule, location, document, tokens }: Danger): Silenceable {
  return {
    rule,
    ...(location.file === undefined ? {} : { file: location.file }),
    ...(document === undefined ? {} : { document }),
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
}

/** A danger of one value, at the place that says it now, or said it before it was gone. */
export function dangerAt(rule: DangerRule, { change, tokens }: ChangedValue, message: Message): Danger {
  const { document, environments } = change
  return { rule, message, location: placeOf(change), related: relatedTo(change), environments, document, tokens }
}

/** `services/db#/port`. */
export function subjectOf({ change, tokens }: ChangedValue): Message {
  return say`${name(change.document)}#${pointer(tokens)}`
}

/** A value as it may be told, what it is where it may not. */
export function told(value: Value, { change }: ChangedValue): Message {
  const seen = change.secret === true ? undefined : shown(value)
  return seen === undefined ? say`a ${kindOf(value)}` : say`${seen}`
}

export function placeOf({ after, before, removedBy, environments }: Change): Location {
  const place = after?.via ?? after?.location ?? removedBy ?? before?.via ?? before?.location
  return place ?? { environment: environments[0] ?? '' }
}

/** Where it was said before, if that is another file than the one that says it now. */
function relatedTo(change: Change): SettledFinding['related'] {
  const was = change.before?.via ?? change.before?.location
  const is = placeOf(change)
  if (was === undefined || was === is || was.file === is.file) return []
  return [{ message: say`the base says it here`, location: was }]
}
