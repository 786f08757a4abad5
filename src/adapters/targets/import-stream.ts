import type { PublicationFile } from '../../core/publication.ts'
import { quotedPath } from './path-bytes.ts'

/** A commit for `git fast-import` (git-fast-import(1)). */
export interface ImportedCommit {
  /** The ref that it is made under. */
  readonly ref: string
  readonly parent: string | undefined
  /** `Name <address>`. */
  readonly committer: string
  /** Seconds since 1970. */
  readonly time: number
  readonly message: string
  readonly files: readonly PublicationFile[]
  readonly removed: readonly string[]
}

/** The stream that makes a commit. Paths that it does not name stay as they are in the parent. */
export function importStream(commit: ImportedCommit): Buffer {
  const parts: Uint8Array[] = []
  const line = (text: string): void => { parts.push(Buffer.from(`${text}\n`)) }
  const data = (bytes: Uint8Array): void => {
    line(`data ${bytes.byteLength}`)
    parts.push(bytes)
    line('')
  }
  line('feature done')
  line(`commit ${commit.ref}`)
  line(`committer ${commit.committer} ${commit.time} +0000`)
  data(Buffer.from(commit.message))
  if (commit.parent !== undefined) line(`from ${commit.parent}`)
  for (const path of commit.removed) line(`D ${quotedPath(path)}`)
  for (const { path, bytes } of commit.files) {
    line(`M 100644 inline ${quotedPath(path)}`)
    data(bytes)
  }
  line('done')
  return Buffer.concat(parts)
}
