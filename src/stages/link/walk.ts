import { HOLE } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isList, isMapping, put, valueAt, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'
import { OPEN } from './syntax.ts'

/** A text that holds `${cairn:`, and where it stands. */
export interface HoldingText {
  readonly tokens: Tokens
  readonly text: string
}

function holdsReference(value: Value): value is string {
  return typeof value === 'string' && value.includes(OPEN)
}

/**
 * The texts in a value that hold references, in the order of the document. Keys are not looked at.
 *
 * @param at tokens that lead to the value; those of the texts start with them
 */
export function textsIn(value: Value, at: Tokens = []): HoldingText[] {
  const found: HoldingText[] = []
  if (holdsReference(value)) found.push({ tokens: at, text: value })
  else collect(value, [...at], found)
  return found
}

function collect(value: Value, path: string[], found: HoldingText[]): void {
  if (isList(value)) {
    for (let i = 0; i < value.length; i++) collectChild(value[i] as Value, i, path, found)
  } else if (isMapping(value)) {
    for (const key of Object.keys(value)) collectChild(value[key] as Value, key, path, found)
  }
}

function collectChild(child: Value, token: string | number, path: string[], found: HoldingText[]): void {
  if (typeof child === 'string') {
    if (child.includes(OPEN)) found.push({ tokens: [...path, String(token)], text: child })
  } else if (typeof child === 'object' && child !== null) {
    path.push(String(token))
    collect(child, path, found)
    path.pop()
  }
}

/** A value that is to be put where a text was found. */
export interface Replacement {
  readonly tokens: Tokens
  readonly value: Value
}

/**
 * The value with others in the place of its texts. Copies only what lies on the way to them.
 *
 * @param replacements in the order of `textsIn`
 * @param depth number of tokens that lead to the value
 */
export function replaceTexts(value: Value, replacements: readonly Replacement[], depth = 0): Value {
  return replaceRange(value, replacements, { from: 0, to: replacements.length, depth })
}

interface Range {
  readonly from: number
  readonly to: number
  readonly depth: number
}

function replaceRange(value: Value, replacements: readonly Replacement[], { from, to, depth }: Range): Value {
  const first = replacements[from]
  if (first === undefined || from === to) return value
  if (first.tokens.length === depth) return first.value
  const copy = (isList(value) ? [...value] : { ...(value as Mapping) }) as MutableMapping
  for (let start = from; start < to; ) {
    const token = replacements[start]?.tokens[depth] as string
    let end = start + 1
    while (end < to && replacements[end]?.tokens[depth] === token) end++
    put(copy, token, replaceRange(copy[token] as Value, replacements, { from: start, to: end, depth: depth + 1 }))
    start = end
  }
  return copy
}

export type Arrival =
  | { readonly is: 'value'; readonly value: Value }
  /** A text with references stands at the first `depth` tokens: what is further down is in what it resolves to. */
  | { readonly is: 'reference'; readonly text: string; readonly depth: number }
  /** The first `depth` tokens lead to `parent`, which has no such child. */
  | { readonly is: 'missing'; readonly parent: Value; readonly depth: number }

/** Follows a pointer into a value. Into a hole it leads to that hole: what is inside is not known. */
export function follow(root: Value, tokens: Tokens): Arrival {
  let value = root
  for (let depth = 0; ; depth++) {
    if (holdsReference(value)) return { is: 'reference', text: value, depth }
    const token = tokens[depth]
    if (token === undefined || value === HOLE) return { is: 'value', value }
    const child = valueAt(value, [token])
    if (child === undefined) return { is: 'missing', parent: value, depth }
    value = child
  }
}
