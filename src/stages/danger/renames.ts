import { sameValue } from '../../core/value.ts'
import type { MovedDocument } from './input.ts'

/** Which documents have another name now, by environment. Of several that could have become one it is the likest. */
export interface Renames {
  /** What a document is called now. */
  readonly to: (document: string, environment: string) => Renamed | undefined
  /** What it was called. */
  readonly from: (document: string, environment: string) => Renamed | undefined
}

export interface Renamed {
  /** The other name, `kind/name`. */
  readonly document: string
  /** Whether it says something else, too. */
  readonly isEdited: boolean
}

export function renamesOf(moved: readonly MovedDocument[]): Renames {
  const [to, from] = [new Map<string, Renamed>(), new Map<string, Renamed>()]
  for (const { from: old, change } of [...moved].sort((a, b) => b.alike - a.alike)) {
    // The same name in an environment that is called otherwise.
    if (old === change.document) continue
    const { before, after, document, environments } = change
    const isEdited = before === undefined || after === undefined || !sameValue(before.value, after.value)
    for (const environment of environments) {
      const [was, is] = [keyOf(old, environment), keyOf(document, environment)]
      if (to.has(was) || from.has(is)) continue
      to.set(was, { document, isEdited })
      from.set(is, { document: old, isEdited })
    }
  }
  return {
    to: (document, environment) => to.get(keyOf(document, environment)),
    from: (document, environment) => from.get(keyOf(document, environment)),
  }
}

const keyOf = (document: string, environment: string): string => `${document}\u0000${environment}`
