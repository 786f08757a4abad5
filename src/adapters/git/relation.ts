import { hasCommit } from './head-commit.ts'
import { repositoryOf } from './repository.ts'
import { isShallow } from './resolve-commit.ts'
import { git } from './run.ts'

/**
 * How one commit is related to another, as far as this clone knows history.
 *
 * @param other an object id, which need not be in this clone
 * @returns what `other` is, seen from `commit`; `missing` where the clone lacks it; `unknown` where it lacks history
 */
export function relationOf(
  root: string,
  commit: string,
  other: string,
): 'same' | 'ancestor' | 'descendant' | 'unrelated' | 'missing' | 'unknown' {
  if (other === commit) return 'same'
  const isCutOff = isShallow(repositoryOf(root).top)
  if (!hasCommit(root, other)) return isCutOff ? 'unknown' : 'missing'
  if (isAncestor(root, other, commit)) return 'ancestor'
  if (isAncestor(root, commit, other)) return 'descendant'
  return isCutOff ? 'unknown' : 'unrelated'
}

function isAncestor(root: string, ancestor: string, of: string): boolean {
  return git(root, ['merge-base', '--is-ancestor', ancestor, of], { answers: [1] }).status === 0
}

/**
 * Whether a branch stood at a commit, as far as its merges tell: what a merge brought in is part of its history too,
 * and each commit of that was never the branch.
 *
 * @param tip where the branch is now
 */
export function stoodAt(root: string, tip: string, commit: string): boolean {
  return git(root, ['rev-list', '--first-parent', tip]).stdout.toString('latin1').split('\n').includes(commit)
}
