import { HOLE } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isList, isMapping, put, valueAt, type MutableMapping, type Value } from '../../core/value.ts'
import { OPEN } from './syntax.ts'

/** A text that holds `${cairn:`, and where it stands. */
export interface HoldingText {
  readonly tokens: Tokens
  readonly text: string
}

function holdsReference(value: Value): value is string {
  return typeof value === 'string' && value.includes(OPEN)
}

/** The texts in a value that hold references, in the order of the document. Keys are not looked at. */
export function textsIn(value: Value, at: Tokens = []): HoldingText[] {
  const found: HoldingText[] = []
  const path = [...at]
  const visit = (child: Value): void => {
    if (holdsReference(child)) {
      found.push({ tokens: [...path], text: child })
    } else if (isList(child)) {
      for (let i = 0; i < child.length; i++) {
        path.push(String(i))
        visit(child[i] as Value)
        path.pop()
      }
    } else if (isMapping(child)) {
      for (const key of Object.keys(child)) {
        path.push(key)
        visit(child[key] as Value)
        path.pop()
      }
    }
  }
  visit(value)
  return found
}

/** The value with the texts that `textsIn` finds replaced, in its order. What holds none of them is shared. */
export function replaceTexts(value: Value, replacements: readonly Value[]): Value {
  let next = 0
  const visit = (child: Value): Value => {
    if (holdsReference(child)) return replacements[next++] as Value
    if (isList(child)) {
      let copy: Value[] | undefined
      for (let i = 0; i < child.length; i++) {
        const item = visit(child[i] as Value)
        if (item !== child[i]) (copy ??= [...child])[i] = item
      }
      return copy ?? child
    }
    if (!isMapping(child)) return child
    let copy: MutableMapping | undefined
    for (const key of Object.keys(child)) {
      const said = visit(child[key] as Value)
      if (said !== child[key]) put((copy ??= { ...child }), key, said)
    }
    return copy ?? child
  }
  return visit(value)
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
