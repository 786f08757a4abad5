import { readdirSync, type Dirent } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import type { PublishedEntry, PublishedFiles } from '../../core/publication.ts'
import { codeOf, disk } from './world.ts'

/** A folder as a publication: links are listed as such and never followed. */
export function publishedFolder(folder: string): PublishedFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry): PublishedEntry => ({
      path: relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
      type: typeOf(entry),
    }))
  const files = new Set(entries.flatMap(({ path, type }) => (type === 'file' ? [path] : [])))
  return {
    entries: entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    read: (path, limit) => {
      if (!files.has(path)) return undefined
      return readAtMost(join(folder, path), limit)
    },
  }
}

function readAtMost(file: string, limit: number): Uint8Array | undefined {
  try {
    return disk.lstat(file).size > limit ? undefined : disk.read(file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return undefined
    throw new Failure('broken', say`${name(file)} was taken away while it was read`, say`run it again`)
  }
}

function typeOf(entry: Dirent): PublishedEntry['type'] {
  return entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'symlink' : 'other'
}
