import { parseDocumentKey } from '../../core/document.ts'
import type { ReferenceTarget } from '../../core/effective.ts'
import { name, say, type Message } from '../../core/message.ts'
import { tokensOf } from '../../core/pointer.ts'

/** What every reference starts with. After one more `$` it stands for itself; no other `${` is read. */
export const OPEN = '${cairn:'

/** A text with references, in pieces: literal text, references, and what was meant to be one. */
export type Part = string | ReferencePart | MalformedPart

export interface ReferencePart {
  readonly is: 'reference'
  /** Offsets in the text, from `$` to after `}`. */
  readonly start: number
  readonly end: number
  readonly target: ReferenceTarget
}

export interface MalformedPart {
  readonly is: 'malformed'
  readonly start: number
  readonly end: number
  readonly why: Message
}

/** Reads a text. Every text is readable: what is wrong in it becomes a malformed part. Linear in its length. */
export function readText(text: string): readonly Part[] {
  const parts: Part[] = []
  let literal = ''
  let from = 0
  for (;;) {
    const start = text.indexOf(OPEN, from)
    if (start < 0) break
    if (start > from && text[start - 1] === '$') {
      literal += text.slice(from, start - 1) + OPEN
      from = start + OPEN.length
      continue
    }
    literal += text.slice(from, start)
    if (literal !== '') parts.push(literal)
    literal = ''
    const part = readReference(text, start)
    parts.push(part)
    from = part.end
  }
  literal += text.slice(from)
  if (literal !== '') parts.push(literal)
  return parts
}

export function isReference(part: Part | undefined): part is ReferencePart {
  return typeof part === 'object' && part.is === 'reference'
}

/** The reference that a text is nothing but, if it is: its value takes the target's type. */
export function soleReference(parts: readonly Part[]): ReferencePart | undefined {
  const [only] = parts
  return parts.length === 1 && isReference(only) ? only : undefined
}

/** What ends a reference, or shows that it has no end: looking further would cost the square of the text's length. */
const STOP = /[}\r\n]|\$\{/g

function readReference(text: string, start: number): ReferencePart | MalformedPart {
  const from = start + OPEN.length
  STOP.lastIndex = from
  const stop = STOP.exec(text)
  if (stop?.[0] !== '}') return { is: 'malformed', start, end: from, why: notClosed(stop?.[0]) }
  const span = { start, end: stop.index + 1 }
  const read = readTarget(text.slice(from, stop.index))
  return typeof read === 'string' ? { is: 'malformed', ...span, why: read } : { is: 'reference', ...span, target: read }
}

function notClosed(stop: string | undefined): Message {
  return stop === '${'
    ? say`this reference is not closed before the next "$\{": end it with "}"; a reference cannot hold another`
    : say`this reference is not closed on its line: end it with "}"`
}

/** What a reference leads to, or what is wrong with it. */
function readTarget(body: string): ReferenceTarget | Message {
  const hash = body.indexOf('#')
  const scheme = hash < 0 ? body : body.slice(0, hash)
  const rest = body.slice(hash + 1)
  const isDocument = parseDocumentKey(scheme) !== undefined
  if (!isDocument && scheme !== 'environment' && scheme !== 'var') return unknownScheme(scheme)
  if (hash < 0) return withoutHash(scheme)
  if (scheme === 'var') {
    return rest === '' ? say`a reference to a variable needs its name after "#"` : { of: 'variable', variable: rest }
  }
  const tokens = tokensOf(rest)
  if (tokens === undefined) {
    return say`what follows "#" is a JSON Pointer (RFC 6901): it starts with "/", and "~" is only in "~0" and "~1"`
  }
  return isDocument ? { of: 'document', document: scheme, tokens } : { of: 'environment', tokens }
}

function unknownScheme(scheme: string): Message {
  const what = scheme === '' ? say`nothing` : say`"${name(scheme)}"`
  return say`a reference names a document (kind/name), "environment" or "var" before "#", and this one names ${what}`
}

function withoutHash(scheme: string): Message {
  if (scheme === 'var') return say`write "var#" and the variable's name`
  const all = scheme === 'environment' ? say`all of the environment` : say`the whole document`
  return say`a reference needs a "#": "${name(scheme)}#" is ${all}, "${name(scheme)}#/key" a value in it`
}
