import { git } from './run.ts'

/** The commit that is checked out, as the commit itself says: a shallow clone tells its parents, too. */
export interface HeadCommit {
  readonly commit: string
  /** Object ids, the branch that was merged into first. They need not be in this clone. */
  readonly parents: readonly string[]
}

/** `undefined` where there is no commit yet. */
export function headCommit(root: string): HeadCommit | undefined {
  const { status, stdout } = git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { answers: [1, 128] })
  if (status !== 0) return undefined
  const commit = stdout.toString('latin1').trimEnd()
  const text = git(root, ['cat-file', 'commit', commit]).stdout.toString('latin1')
  // The header ends with the first empty line; what follows is the message, which anybody writes.
  const header = text.slice(0, text.indexOf('\n\n') + 1)
  return { commit, parents: Array.from(header.matchAll(/^parent ([0-9a-f]+)$/gm), ([, parent]) => parent as string) }
}

/**
 * Whether a commit is in this clone. Fetches nothing (`git rev-list` is the one command that looks for objects without
 * fetching them, in every version of Git).
 *
 * @param commit an object id
 */
export function hasCommit(root: string, commit: string): boolean {
  const args = ['rev-list', '--max-count=1', '--ignore-missing', '--missing=allow-any', '--end-of-options', commit]
  return git(root, args, { answers: [128] }).stdout.toString('latin1').trimEnd() === commit
}
