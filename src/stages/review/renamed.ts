import type { Change } from '../../core/change.ts'

/** What a document is called on the other side, and whether it says something else there. */
export interface OtherName {
  readonly document: string
  readonly isEdited: boolean
}

/** By a document that came or went and an environment. */
export interface OtherNames {
  readonly to: (document: string, environment: string) => OtherName | undefined
  readonly from: (document: string, environment: string) => OtherName | undefined
}

/** Says of documents that came or went as a whole that they were renamed, where that is so in all environments. */
export function markRenamed<C extends Change>(changes: readonly C[], { to, from }: OtherNames): C[] {
  return changes.map((change) => {
    const { document, environments, kind, whole } = change
    if (whole !== true) return change
    const names = environments.map((one) => (kind === 'removed' ? to(document, one) : from(document, one)))
    const [first] = names
    if (first === undefined || !names.every((one) => one?.document === first.document)) return change
    const isEdited = names.some((one) => one?.isEdited === true)
    return { ...change, renamed: first.document, ...(isEdited ? { edited: true as const } : {}) }
  })
}
