import { finding, type Report } from '../../core/finding.ts'
import { formatOf } from '../../core/format.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import { inFile } from '../../core/place.ts'

const MOST_NAMED = 3

/**
 * Reports the files under the layout's roots that nothing uses: one finding for each topmost folder in which no file is
 * used, and one for the rest of a folder in which some are. It is told at the first of the files.
 *
 * @param used the files that are used
 * @param roots the folders to account for, each with its slash; the empty one is the whole repository
 */
export function reportUnused(
  unused: readonly string[],
  { used, roots }: { readonly used: readonly string[]; readonly roots: readonly string[] },
  report: Report,
): void {
  if (unused.length === 0) return
  const usedFolders = foldersOf(used)
  const groups = new Map<string, string[]>()
  for (const path of unused) {
    const folder = foldAt(path, usedFolders, roots)
    const group = groups.get(folder)
    if (group === undefined) groups.set(folder, [path])
    else group.push(path)
  }
  for (const [folder, paths] of groups) {
    const severity = paths.some((path) => formatOf(path) !== undefined) ? 'warning' : 'note'
    report(finding('discover/unused-file', inFile(paths[0] as string), describe(folder, paths), { severity }))
  }
}

function describe(folder: string, paths: readonly string[]): Message {
  const next = say`add what is configuration to \`layout\` and the rest to \`ignore\` in cairn.yaml`
  if (paths.length === 1) return say`this file is used by no layout entry; ${next}`
  const named = paths.slice(0, MOST_NAMED).map((path) => say`${name(path.slice(folder.length))}`)
  const rest = paths.length - named.length
  const names = list(rest > 0 ? [...named, say`${rest} more`] : named)
  const where = folder === '' ? say`in the repository's root folder` : say`in ${name(folder)}`
  return say`${paths.length} files ${where} are used by no layout entry: ${names}; ${next}`
}

/** Every folder, with its slash, that holds one of the files at any depth. */
function foldersOf(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const file of files) {
    for (let slash = file.lastIndexOf('/'); slash >= 0; slash = file.lastIndexOf('/', slash - 1)) {
      const folder = file.slice(0, slash + 1)
      if (folders.has(folder)) break
      folders.add(folder)
      if (slash === 0) break
    }
  }
  return folders
}

/** The topmost folder above a file, at or below a root, in which nothing is used; the file's own where all are. */
function foldAt(path: string, usedFolders: ReadonlySet<string>, roots: readonly string[]): string {
  const root = roots.find((folder) => path.startsWith(folder)) ?? ''
  if (root !== '' && !usedFolders.has(root)) return root
  for (let slash = path.indexOf('/', root.length); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const folder = path.slice(0, slash + 1)
    if (!usedFolders.has(folder)) return folder
  }
  return path.slice(0, path.lastIndexOf('/') + 1)
}
