import type { RepositoryFile } from '../repository-file.ts'
import { git } from './run.ts'

/** Whether the last commit has a file of this path. */
export function headHas({ top, path }: Pick<RepositoryFile, 'top' | 'path'>): boolean {
  const { status, stdout } = git(top, ['ls-tree', '-z', '--name-only', 'HEAD', '--', `:(literal)${path}`], { answers: [128] })
  return status === 0 && stdout.length > 0
}
