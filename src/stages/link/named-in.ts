import { mayHide } from './may-hold.ts'
import { OPEN } from './syntax.ts'

/**
 * The documents (`kind/name`) that references in a file with this text may lead to, told without parsing it: all that
 * they do lead to, and maybe more. `any` where only parsing would tell: an escape or a folded line may be in a name.
 */
export function documentsNamedIn(text: string): ReadonlySet<string> | 'any' {
  if (mayHide(text)) return 'any'
  let at = text.indexOf(OPEN)
  if (at < 0) return NONE
  const named = new Set<string>()
  for (; at >= 0; at = text.indexOf(OPEN, at + 1)) {
    PLAIN_TARGET.lastIndex = at + OPEN.length
    const target = PLAIN_TARGET.exec(text)?.groups?.['target']
    if (target === undefined) return 'any'
    if (target.includes('/')) named.add(target)
  }
  return named
}

const NONE: ReadonlySet<string> = new Set()

/** A document, `environment` or `var`, in characters that mean themselves in every format. */
const PLAIN_TARGET = /(?<target>[\w.-]+(?:\/[\w./-]+)?)#/y
