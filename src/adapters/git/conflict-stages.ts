import { git } from './run.ts'

/** What the index has of a file in conflict (git-merge(1)): the base, ours and theirs, where there are such. */
export interface ConflictStages {
  readonly base?: string
  readonly ours?: string
  readonly theirs?: string
}

/** @param path below the top of the repository */
export function conflictStages(top: string, path: string): ConflictStages {
  const of = (stage: 1 | 2 | 3) => {
    const { status, stdout } = git(top, ['cat-file', 'blob', `:${stage}:${path}`], { answers: [128] })
    return status === 0 ? stdout.toString('utf8') : undefined
  }
  const [base, ours, theirs] = [of(1), of(2), of(3)]
  return {
    ...(base !== undefined && { base }),
    ...(ours !== undefined && { ours }),
    ...(theirs !== undefined && { theirs }),
  }
}
