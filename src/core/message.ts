import { Opaque } from './opaque.ts'
import type { Pointer } from './pointer.ts'
import type { Value, ValueKind } from './value.ts'

declare const messageBrand: unique symbol
declare const nameBrand: unique symbol
declare const shownBrand: unique symbol

/** Text for people. Only `say` makes one, so no message can hold a value that was not shown on purpose. */
export type Message = string & { readonly [messageBrand]: true }
/** A name from the repository: a file, key, environment, kind, document or tag; escaped and of bounded length. */
export type Name = string & { readonly [nameBrand]: true }
/** A value that may be seen: neither opaque nor under `x-secret`; escaped, at most 80 code points. */
export type Shown = string & { readonly [shownBrand]: true }

type Sayable = Message | Name | Shown | Pointer | ValueKind | number

/**
 * Makes a message from pointers, names, kinds of values, numbers, shown values and other messages. A raw string does
 * not compile: whatever comes from a file has to pass `name` or `shown` first.
 */
export function say(fixed: TemplateStringsArray, ...parts: readonly Sayable[]): Message {
  let text = fixed[0] ?? ''
  for (const [i, part] of parts.entries()) {
    text += (typeof part === 'number' ? String(part) : escapeControls(part)) + (fixed[i + 1] ?? '')
  }
  return text as Message
}

/** Joins messages or names: `a, b and c`. */
export function list(parts: readonly (Message | Name)[], last: 'and' | 'or' = 'and'): Message {
  if (parts.length < 2) return say`${parts[0] ?? say``}`
  const head = parts.slice(0, -1).join(', ') as Message
  return last === 'and' ? say`${head} and ${parts.at(-1) as Message}` : say`${head} or ${parts.at(-1) as Message}`
}

const LONGEST = 80

/** Long enough for every path: one that is cut cannot be opened. */
const LONGEST_PATH = 4096

/** A name from the repository as it may stand in a message. */
export function name(text: string): Name {
  return shorten(escapeControls(text), text.includes('/') ? LONGEST_PATH : LONGEST) as Name
}

/**
 * A leaf as it may stand in a message: strings in quotes, scalars as JSON. `undefined` for what must not be shown:
 * opaque leaves, collections, and whatever the caller knows to be under `x-secret` (it does not call this).
 */
export function shown(value: Value): Shown | undefined {
  if (value instanceof Opaque || (typeof value === 'object' && value !== null)) return undefined
  return shorten(escapeControls(JSON.stringify(value)), LONGEST) as Shown
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const points = Array.from(text)
  return points.length <= limit ? text : points.slice(0, limit - 1).join('') + '…'
}

/** Control, bidirectional and zero-width characters, lone surrogates, and line separators: none reaches a terminal. */
const UNSAFE =
  // eslint-disable-next-line no-control-regex -- these are the characters to find
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export function escapeControls(text: string): string {
  return text.replace(UNSAFE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
