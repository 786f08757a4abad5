import type { ShadowedEdit } from '../core/change.ts'
import { pointer } from '../core/pointer.ts'

type Edit = Pick<ShadowedEdit, 'document' | 'kind' | 'edit'> & ({ readonly tokens: ShadowedEdit['tokens'] } | { readonly pointer: string })

/**
 * Edits without effect by the edit itself: one may be without effect in many environments, in each for a reason or a
 * place of its own.
 */
export function sameEdits<E extends Edit>(edits: readonly E[]): E[][] {
  const groups = new Map<string, E[]>()
  for (const edit of edits) {
    const at = 'tokens' in edit ? pointer(edit.tokens) : edit.pointer
    const key = JSON.stringify([edit.document, at, edit.kind, edit.edit])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [edit])
    else group.push(edit)
  }
  return [...groups.values()]
}
