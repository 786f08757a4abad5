import type { FileChange } from '../../core/danger.ts'
import { seenFrom } from '../links.ts'
import { decodePath } from '../paths.ts'
import { typeOfMode } from './modes.ts'
import { repositoryOf } from './repository.ts'
import { git } from './run.ts'

/**
 * Which of some paths are there in a commit, as files or folders. Trees alone are read.
 *
 * @param paths seen from the top of the repository
 * @returns those that are files, and with `/` at the end those that are folders; a link may be either. `undefined`
 *   where Git does not have the commit
 */
export function pathsIn(directory: string, commit: string, paths: readonly string[]): ReadonlySet<string> | undefined {
  const args = ['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', `${commit}^{commit}`, '--', ...paths]
  const { status, stdout } = git(directory, args, { answers: [128] })
  if (status !== 0) return undefined
  const found = new Set<string>()
  for (const line of decodePath(stdout).split('\0')) {
    const type = line.startsWith(FOLDER) ? 'folder' : typeOfMode(line.slice(0, 6))
    const path = line.slice(line.indexOf('\t') + 1)
    if (type === 'file' || type === 'symlink') found.add(path)
    if (type !== 'file') found.add(`${path}/`)
  }
  return found
}

const FOLDER = '040000'

/**
 * The files of a repository that two commits do not have alike and that lie outside of a folder, seen from that folder:
 * `../.github/workflows/ci.yaml`. Trees alone are read (git-diff-tree(1)).
 *
 * @returns none for the top of the repository; `undefined` where Git does not have both commits
 */
export function changedOutside(folder: string, base: string, head: string): readonly FileChange[] | undefined {
  const { prefix } = repositoryOf(folder)
  if (prefix === '') return []
  const args = ['diff-tree', '-r', '-z', '--name-status', '--no-renames', '--no-ext-diff', `${base}^{commit}`, `${head}^{commit}`]
  const { status, stdout } = git(folder, [...args, '--', ':/', `:(top,exclude,literal)${prefix}`], { answers: [128] })
  if (status !== 0) return undefined
  const parts = decodePath(stdout).split('\0')
  const changes: FileChange[] = []
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [status = '', path = ''] = parts.slice(at, at + 2)
    changes.push({ path: seenFrom(prefix, path), kind: KINDS[status] ?? 'changed' })
  }
  return changes
}

const KINDS: Readonly<Record<string, FileChange['kind']>> = { A: 'added', D: 'removed' }
