import { spawnSync } from 'node:child_process'
import { Failure } from '../../core/failure.ts'
import { say } from '../../core/message.ts'
import { environment } from './run.ts'

/** Git's own merge of three files by lines. */
export interface LineMerge {
  readonly text: string
  /** Whether there are conflicts in it, marked. */
  readonly conflicts: boolean
}

/** @param files paths of ours, the base and theirs */
export function mergeByLines(files: Readonly<Record<'ours' | 'base' | 'theirs', string>>): LineMerge {
  const labels = ['ours', 'base', 'theirs'].flatMap((label) => ['-L', label])
  const args = ['merge-file', '-p', ...labels, files.ours, files.base, files.theirs]
  const { status, stdout, error } = spawnSync('git', args, { env: environment(), maxBuffer: Infinity, windowsHide: true })
  if (error !== undefined || status === null || status > 127) {
    throw new Failure('broken', say`git merge-file could not merge the lines`)
  }
  return { text: stdout.toString('utf8'), conflicts: status > 0 }
}
