/** The folder of a file, empty for the root of the repository. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

/** The last part of a path. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/**
 * Where a relative path leads from a folder (empty for the root of the repository); `undefined` for an absolute one,
 * and for one that leads out of the repository.
 */
export function pathFrom(folder: string, path: string): string | undefined {
  if (path.startsWith('/')) return undefined
  const segments = folder === '' ? [] : folder.split('/')
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.join('/')
}
