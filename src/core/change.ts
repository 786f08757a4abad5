import { list, name, say, shown, type Message } from './message.ts'
import { Opaque } from './opaque.ts'
import { showLocation, type Location } from './place.ts'
import { pointer, type Tokens } from './pointer.ts'
import type { Reload } from './schema/reload.ts'
import { isWithheld } from './secret-name.ts'
import { isList, isMapping, kindOf, type Value } from './value.ts'

export type ChangeKind = 'added' | 'removed' | 'changed'

/** One difference of effective values: what an environment ran with before, and what it runs with after. */
export interface Change {
  /** `kind/name`. */
  readonly document: string
  /**
   * Where the value stands in the document after. For what was removed: where it would stand, that is its key, or the
   * index that it had in its list, below the parent's place after.
   */
  readonly tokens: Tokens
  /** The same in the document before, where it differs: below list items that moved up or down. */
  readonly beforeTokens?: Tokens
  readonly kind: ChangeKind
  /** The document as such is there on one side only; `tokens` is empty and the value is all of it. */
  readonly whole?: true
  /** Of such a document the name that it has on the other side, `kind/name`: it was renamed. */
  readonly renamed?: string
  /** And it says something else there. */
  readonly edited?: true
  /** Encrypted on both sides, and not the same ciphertext: only a key tells whether it is another value. */
  readonly resealed?: true
  /** Something in it is under `x-secret`: its values must not be shown, opaque or not. */
  readonly secret?: true
  /** What it takes to apply it, as the schema's `x-reload` says; absent where it says nothing. */
  readonly reload?: Reload
  readonly before?: Side
  readonly after?: Side
  /** The null that takes the value away on the side that lacks it, where a layer below still says it. */
  readonly removedBy?: Location
  /** Where the very same change takes place, sorted; of a comparison the two that are compared. */
  readonly environments: readonly string[]
}

/** One side of a change. */
export interface Side {
  readonly value: Value
  /** Where the layer that wins, or the schema of a default, says it: a collection at its key, a leaf at the value. */
  readonly location?: Location
  /** Nobody says it: it is the schema's default. */
  readonly byDefault?: true
  /** The reference through which the value came, if it did; `location` is then the place of the referring text. */
  readonly via?: Location
  /** What all references of that text lead to, as written: `services/db#/port`. */
  readonly targets?: readonly string[]
  /** What lies below and does not count, highest precedence first. */
  readonly shadowed: readonly Location[]
  /** Which environment this is, where two environments are compared. */
  readonly environment?: string
}

/** An edit of a layer that changes nothing in an environment that has the layer. */
export interface ShadowedEdit {
  /** `kind/name`. */
  readonly document: string
  /** What was edited, in the layer and in the document alike; lists count as one leaf. Empty for a whole layer. */
  readonly tokens: Tokens
  /** `layer-removed`: all that a file (or its part for this document) said is gone, and none of it is missed. */
  readonly kind: ChangeKind | 'layer-removed'
  /** The edited place: in the head, or in the base for what was removed. */
  readonly edit: Location
  /** `overridden`: a layer above decides. `same-value`: the edit says what holds without it too. */
  readonly reason: 'overridden' | 'same-value'
  /** Who decides, or who says the same; in the head. None where nothing stands there, before or after. */
  readonly by?: Location
  /** Where it has no effect, sorted. */
  readonly environments: readonly string[]
}

/** `services/db#/port changes from 5432 to 6432 in production and staging`; opaque and secret values are not shown. */
export function changeMessage(change: Change): Message {
  const subject = subjectOf(change.document, change.tokens)
  return say`${subject} ${what(change)} in ${environmentsOf(change.environments)}`
}

/** `no effect in production-eu: overridden at environments/production-eu/services/db.yaml:14`. */
export function shadowedEditMessage(edit: ShadowedEdit): Message {
  return say`no effect in ${environmentsOf(edit.environments)}: ${because(edit)}`
}

function because(edit: ShadowedEdit): Message {
  const why = whyWithoutEffect(edit)
  return edit.by === undefined ? why : say`${why} ${lineOf(edit.by)}`
}

/** Why an edit changes nothing: what stands before the place that decides, or alone where there is none. */
export function whyWithoutEffect({ reason, by, kind }: Pick<ShadowedEdit, 'reason' | 'by' | 'kind'>): Message {
  if (reason === 'overridden') return by === undefined ? say`overridden` : say`overridden at`
  if (by === undefined) return say`the value stays what it was`
  return kind === 'removed' || kind === 'layer-removed' ? say`the same still comes from` : say`the same as at`
}

/** `file:line`: inside a sentence the column only gets in the way. */
function lineOf(at: Location): Message {
  return at.file !== undefined && at.line !== undefined ? say`${name(at.file)}:${at.line}` : showLocation(at)
}

function what(change: Change): Message {
  const { before, after } = change
  if (before === undefined || after === undefined) {
    const side = before ?? after
    const verb = before === undefined ? say`is added` : say`is removed`
    if (side === undefined || change.whole === true || isCollection(side.value)) return verb
    return say`${verb} (${describe(side.value, change)})`
  }
  if (change.resealed === true) return say`is encrypted differently: only a key tells whether it is another value`
  const [from, to] = [describe(before.value, change), describe(after.value, change)]
  return from === to ? say`changes: ${to}` : say`changes from ${from} to ${to}`
}

const isCollection = (value: Value): boolean => isMapping(value) || isList(value)

function describe(value: Value, { secret, tokens }: Change): Message {
  if (value instanceof Opaque) return OPAQUE[value.opaque]
  const leaf = secret === true || isWithheld(value, tokens) ? undefined : shown(value)
  return leaf === undefined ? say`a ${kindOf(value)}` : say`${leaf}`
}

const OPAQUE: Readonly<Record<Opaque['opaque'], Message>> = {
  sealed: say`an encrypted value`,
  secret: say`a secret`,
  unresolved: say`a value that takes a key to know`,
  hole: say`a value that could not be determined`,
  exact: say`a number`,
  withheld: say`a value that is named like a secret`,
}

function subjectOf(document: string, tokens: Tokens): Message {
  return tokens.length === 0 ? say`${name(document)}` : say`${name(document)}#${pointer(tokens)}`
}

const MOST_NAMED = 4

function environmentsOf(environments: readonly string[]): Message {
  if (environments.length > MOST_NAMED) return say`${environments.length} environments`
  return list(environments.map((environment) => name(environment)))
}
