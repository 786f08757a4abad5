import type { SourceCommit } from '../../core/publication.ts'

/** The ref of the notes that GitOps Promoter reads. */
export const NOTES_REF = 'refs/notes/hydrator.metadata'

/**
 * `hydrator.metadata`, which tells GitOps Promoter what a commit was made from.
 *
 * @see https://gitops-promoter.readthedocs.io/en/latest/custom-hydrator/
 */
export function hydratorMetadata({ commit, url, author, time, subject, body }: SourceCommit): Uint8Array {
  const metadata = {
    drySha: commit,
    ...(url === undefined ? {} : { repoURL: url }),
    author,
    date: new Date(time * 1000).toISOString().replace('.000Z', 'Z'),
    subject,
    ...(body === '' ? {} : { body }),
  }
  return Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`)
}

/** The note of a commit: the source commit that its content follows from, maybe newer than the one it was made of. */
export function hydratorNote(newest: string): string {
  return JSON.stringify({ drySha: newest })
}
