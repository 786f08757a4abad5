import type { Search } from '../../core/ports.ts'
import { decodePath } from '../paths.ts'
import { isPartial } from './partial-clone.ts'
import { startGit } from './run.ts'

/**
 * Begins to look for files of a commit that hold one of the texts: `git grep` unpacks contents without handing them
 * over. One thread of it is faster than several, since they wait for one another.
 *
 * @param root the directory; paths are relative to it
 * @param commit an object id
 */
export function searchCommit(root: string, commit: string): Search {
  return (texts, folders) => {
    // Git would fetch what is missing, one by one.
    if (isPartial(root)) return () => Promise.resolve(undefined)
    const patterns = texts.flatMap((text) => ['-e', text])
    const paths = folders.includes('') ? [] : folders.map((folder) => `:(literal)${folder}`)
    const answer = startGit(root, [...GREP, ...patterns, commit, '--', ...paths])
    return async () => {
      const found = await answer()
      return found !== undefined && found.status <= 1 ? pathsIn(found.stdout, `${commit}:`.length) : undefined
    }
  }
}

/** Whatever a person's settings say of how to look and what to print. */
const PLAIN = ['--text', '--no-textconv', '--no-color', '--no-full-name', '--no-recurse-submodules']
const GREP = ['grep', '--threads=1', '-l', '-z', ...PLAIN, '-F']

/** `<commit>:<path> NUL` each (git-grep(1)). */
function pathsIn(output: Buffer, from: number): ReadonlySet<string> {
  const paths = decodePath(output).split('\u0000')
  return new Set(paths.filter((path) => path !== '').map((path) => path.slice(from)))
}
