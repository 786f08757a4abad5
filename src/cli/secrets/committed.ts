import { commitTree, headCommit } from '../../adapters/git.ts'
import type { Snapshot } from '../../core/ports.ts'
import type { SecretText } from '../../queries/secrets/world.ts'
import { textOf, type LoadedFile } from './files.ts'

/**
 * Files as the last commit of their repository has them, by the path that they were named by; `undefined` for one that
 * is not in it.
 */
export function openCommitted(files: readonly LoadedFile[]): (path: string) => SecretText | undefined {
  const byPath = new Map(files.map((one) => [one.path, one.file]))
  const trees = new Map<string, Snapshot | undefined>()
  const treeOf = (top: string): Snapshot | undefined => {
    if (trees.has(top)) return trees.get(top)
    const head = headCommit(top)
    const tree = head && commitTree(top, head.commit)
    tree?.prefetch(files.flatMap(({ file }) => (file.top === top ? [file.path] : [])))
    trees.set(top, tree)
    return tree
  }
  return (path) => {
    const file = byPath.get(path)
    const bytes = file && treeOf(file.top)?.read(file.path).bytes
    return bytes === undefined ? undefined : { path, text: textOf(path, bytes) }
  }
}
