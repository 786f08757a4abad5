import { parseDocumentKey } from '../../core/document.ts'
import { say, type Message } from '../../core/message.ts'
import { nearest, suggestion } from '../../core/nearest.ts'
import { Opaque } from '../../core/opaque.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { isList, isMapping, kindOf, type Value } from '../../core/value.ts'

/** `; did you mean …?` with the known document whose name is nearest: of the same kind, if one is. */
export function documentHint(wanted: string, documents: ReadonlySet<string>): Message {
  const kind = parseDocumentKey(wanted)?.kind ?? ''
  const siblings: string[] = []
  for (const document of documents) if (document.startsWith(`${kind}/`)) siblings.push(document.slice(kind.length + 1))
  const sibling = nearest(wanted.slice(kind.length + 1), siblings)
  return suggestion(sibling === undefined ? nearest(wanted, documents) : `${kind}/${sibling}`)
}

/** Why a value has no such child, with the nearest one. */
export function childHint(parent: Value, tokens: Tokens, token: string): Message {
  const at = tokens.length === 0 ? say`the document` : say`${pointer(tokens)}`
  if (isList(parent)) return say`; the list at ${at} has ${parent.length} items`
  if (!isMapping(parent)) return say`; ${at} is ${a(parent)}`
  const near = nearest(token, Object.keys(parent))
  return suggestion(near === undefined ? undefined : pointer([...tokens, near]))
}

/** `a number`, `null`, `a sealed value`. */
export function a(value: Value): Message {
  if (value === null) return say`null`
  return value instanceof Opaque ? say`a ${value.opaque} value` : say`a ${kindOf(value)}`
}
