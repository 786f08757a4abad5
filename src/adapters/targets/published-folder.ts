import { readdirSync, type Dirent } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { compareText } from '../../core/collector.ts'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import type { PublishedEntry, PublishedFiles } from '../../core/publication.ts'
import { codeOf } from '../error-code.ts'
import { disk } from './world.ts'

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
    entries: entries.sort((a, b) => compareText(a.path, b.path)),
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
