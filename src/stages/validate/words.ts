import { list, name, say, shown, type Message, type Name, type Shown } from '../../core/message.ts'
import { LONGEST_COMPARED, nearest, type NearestBudget } from '../../core/nearest.ts'
import { Sealed } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { kindOf, type Value } from '../../core/value.ts'
import type { Subject } from './subject.ts'

const NOUNS = {
  null: say`null`,
  boolean: say`a boolean`,
  number: say`a number`,
  string: say`a string`,
  list: say`a list`,
  mapping: say`a mapping`,
  sealed: say`a sealed value`,
  secret: say`a secret`,
  unresolved: say`a value that is not known yet`,
  hole: say`a value that could not be read`,
  exact: say`a number`,
  withheld: say`a value that is not shown`,
} as const satisfies Readonly<Record<ReturnType<typeof kindOf>, Message>>

/** What stands at a pointer: the value where it may be shown, else what kind of value it is. */
export function whatIs(subject: Subject, tokens: Tokens): Message {
  const value = subject.valueAt(tokens)
  if (value === undefined) return say`nothing`
  const seen = subject.shownAt(tokens)
  if (seen !== undefined) return typeof value === 'number' ? say`the number ${seen}` : typeof value === 'string' ? say`the string ${seen}` : say`${seen}`
  return value instanceof Sealed && value.type === 'str' ? say`a sealed string` : NOUNS[kindOf(value)]
}

/** The value at a pointer as the subject of a sentence. */
export function itself(subject: Subject, tokens: Tokens): Message {
  const seen = subject.shownAt(tokens)
  return seen === undefined ? say`this value` : say`${seen}`
}

/** A value that a schema names. What a schema says is no secret. */
export function saidBySchema(value: Value): Shown | Name {
  const seen = shown(value)
  if (seen !== undefined) return seen
  return name(holdsText(value) ? JSON.stringify(value) : kindOf(value))
}

function holdsText(value: Value): boolean {
  const kind = kindOf(value)
  if (kind === 'list') return (value as readonly Value[]).every(holdsText)
  if (kind === 'mapping') return Object.values(value as object).every((entry) => holdsText(entry as Value))
  return kind === 'null' || kind === 'boolean' || kind === 'number' || kind === 'string'
}

const TYPE_NOUNS: ReadonlyMap<Value, Message> = new Map<Value, Message>([
  ['string', say`a string`],
  ['integer', say`an integer`],
  ['number', say`a number`],
  ['boolean', say`true or false`],
  ['null', say`null`],
  ['array', say`a list`],
  ['object', say`a mapping`],
])

/** `a string or an integer`. */
export function typeNouns(types: readonly Value[]): Message {
  return list(types.map((type) => TYPE_NOUNS.get(type) ?? say`something else`), 'or')
}

/** Choices that are listed in a message. */
const MOST_CHOICES = 12

/** `expected "a", "b" or "c", found the string "d"; did you mean "a"?` */
export function choices(allowed: readonly Value[], subject: Subject, tokens: Tokens): Message {
  const listed = allowed.slice(0, MOST_CHOICES).map((value) => say`${saidBySchema(value)}`)
  const more = allowed.length - listed.length
  const expected = more > 0 ? say`one of ${list([...listed, say`${more} others`])}` : list(listed, 'or')
  return say`expected ${expected}, found ${whatIs(subject, tokens)}${choiceHint(allowed, subject, tokens)}`
}

function choiceHint(allowed: readonly Value[], subject: Subject, tokens: Tokens): Message {
  // The nearest would tell of a secret.
  if (subject.isHidden(tokens)) return say``
  const given = subject.valueAt(tokens)
  const texts = allowed.filter((value) => typeof value === 'string')
  const near = typeof given === 'string' ? nearestOf(given, texts, subject.budget) : undefined
  if (near !== undefined) return say`; did you mean ${saidBySchema(near)}?`
  return subject.isWritten(tokens) ? quotingHint(allowed, given) : say``
}

/** The one that a mistyped text most likely meant: case hardly counts, and abbreviations do (`prod`, `production`). */
export function nearestOf(given: string, texts: readonly string[], budget: NearestBudget): string | undefined {
  if (given.length > LONGEST_COMPARED || !budget.spend(texts.length)) return undefined
  const lower = given.toLowerCase()
  const begun: string[] = []
  for (const text of texts) {
    if (text.length < given.length || text.slice(0, given.length).toLowerCase() !== lower) continue
    if (text.length === given.length) return text
    begun.push(text)
  }
  // What is shorter is near to almost anything.
  if (given.length < 3) return undefined
  return nearest(given, texts, budget) ?? (begun.length === 1 ? begun[0] : undefined)
}

/** For `true` where "true" is meant, and the other way round. */
function quotingHint(allowed: readonly Value[], given: Value | undefined): Message {
  if (given === undefined || typeof given === 'object') return say``
  if (typeof given === 'string') {
    const meant = allowed.find((value) => (typeof value === 'number' || typeof value === 'boolean') && String(value) === given)
    return meant === undefined ? say`` : say`; without quotes it would be ${saidBySchema(meant)}`
  }
  return allowed.includes(String(given)) ? say`; quote it to make it a string` : say``
}

/** Keys that are listed in a message. */
const MOST_KEYS = 8

/** `; did you mean "b"?`, or what is known where that is short. */
export function keyHint(key: string, known: readonly string[], budget: NearestBudget): Message {
  const near = nearestOf(key, known, budget)
  if (near !== undefined) return say`; did you mean ${name(near)}?`
  if (known.length === 0 || known.length > MOST_KEYS) return say``
  return say`; known here: ${list(known.map(name))}`
}

export function plural(count: number, one: Message, many: Message): Message {
  return say`${count} ${count === 1 ? one : many}`
}
