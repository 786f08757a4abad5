import { inSpan, locate, type Location } from '../core/place.ts'
import { keyOf } from '../core/sops/sealed-change.ts'
import { fieldPlace } from '../core/sops/sealed-file.ts'
import { readEncrypted } from '../secrets.ts'
import type { Workspace } from '../workspace.ts'

/** Who can open a file. */
export interface FileAccess {
  /** Where each key stands, by type and name. */
  readonly keys: ReadonlyMap<string, { readonly type: string; readonly name: string; readonly location: Location }>
  /** Keys of how many groups it takes, and where that is said. */
  readonly threshold: number
  readonly location?: Location
}

export const NOBODY: FileAccess = { keys: new Map(), threshold: 1 }

/** Nobody's where the metadata cannot be read: that has a finding of its own. */
export function accessTo({ reader }: Workspace, path: string): FileAccess {
  const source = reader.source(path)
  const file = source && readEncrypted(source, () => undefined)
  if (source === undefined || file === undefined) return NOBODY
  const { groups, threshold } = file.metadata
  const keys = groups.flatMap((group) => group.keys).map(({ type, name, start, end }) => {
    return [keyOf({ type, name }), { type, name, location: locate(inSpan(source, start, end)) }] as const
  })
  return {
    keys: new Map(keys),
    threshold,
    location: locate(fieldPlace({ source, ...file }, 'shamir_threshold')),
  }
}

/** What recipients are called in a comparison: as the base calls them, for what a change calls them is its own word. */
export function aliasIn(base: Workspace, head: Workspace, recipient: string): string | undefined {
  const { config } = base.config.given ? base : head
  return [...config.recipients].find(([, known]) => known.recipient === recipient)?.[0]
}
