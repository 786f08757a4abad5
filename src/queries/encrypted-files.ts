import type { EncryptedFileChange, RecipientChange } from '../core/encrypted-file.ts'
import { inBase } from '../core/place.ts'
import type { Workspace } from '../workspace.ts'
import { accessTo, aliasIn, type FileAccess } from './file-access.ts'
import { usesOf } from './secrets/status.ts'

/** Who can open which of the files that differ otherwise than before. Nobody loses what a file that is gone had. */
export function encryptedFileChanges(
  paths: readonly string[],
  { base, head }: { readonly base: Workspace; readonly head: Workspace },
): readonly EncryptedFileChange[] {
  const asked = new Set(paths)
  const uses = usesOf(head, (path) => asked.has(path))
  const files = paths.filter((path) => (uses.get(path) ?? []).length === 0)
  base.snapshot.prefetch(files)
  return files.flatMap((file) => {
    const [was, is] = [accessTo(base, file), accessTo(head, file)]
    if (is.keys.size === 0) return []
    const recipients = [...only('added', is, was), ...only('removed', was, is)].map((one): RecipientChange => {
      const alias = aliasIn(base, head, one.recipient)
      return alias === undefined ? one : { ...one, alias }
    })
    const isOther = was.keys.size > 0 && was.threshold !== is.threshold
    if (recipients.length === 0 && !isOther) return []
    return { file, recipients, ...(isOther && { threshold: { before: was.threshold, after: is.threshold } }) }
  })
}

/** The keys of one side that the other does not have. */
function only(kind: RecipientChange['kind'], { keys }: FileAccess, other: FileAccess): RecipientChange[] {
  return [...keys].filter(([key]) => !other.keys.has(key)).map(([, { type, name, location }]) => {
    return { kind, type, recipient: name, location: kind === 'removed' ? inBase(location) : location }
  })
}
