import type { EncryptedFileChange } from '../core/encrypted-file.ts'
import type { Workspace } from '../workspace.ts'
import { comparisonOf } from './affected.ts'

/** What every encrypted file has in its text, whatever its format; few others have both. */
const TELLING = ['sops', 'lastmodified']

/**
 * Tells who can open the encrypted files whose values count in no environment, and could not before, or no more. Files
 * alone that are not the same on both sides are read.
 *
 * @returns sorted by path
 */
export async function encryptedFilesBetween(
  base: Workspace,
  head: Workspace,
): Promise<readonly EncryptedFileChange[]> {
  const { same } = comparisonOf(base, head)
  const differing = head.snapshot.entries.filter(({ path, type }) => type === 'file' && !same(path))
  const paths = differing.map(({ path }) => path)
  head.snapshot.prefetch(paths)
  const telling = paths.filter((path) => {
    const bytes = head.reader.bytes(path)
    return bytes !== undefined && TELLING.every((word) => bytes.includes(word))
  })
  // What knows SOPS is loaded only where there may be an encrypted file.
  if (telling.length === 0) return []
  return (await import('./encrypted-files.ts')).encryptedFileChanges(telling, { base, head })
}
