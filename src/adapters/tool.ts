import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ManifestTool } from '../core/publication.ts'
import { sha256 } from './digest.ts'

/**
 * Which Cairn runs: its version, and the digest of all scripts of its `dist/` (of lines `<path> <digest>`, sorted), so
 * that two publications of the same tool can be told from those of a changed one.
 */
export function toolIdentity(version: string, url = import.meta.url): ManifestTool {
  const folder = distFolder(dirname(fileURLToPath(url)))
  return { name: 'cairn', version, digest: folder === undefined ? null : digestOf(folder) }
}

/** The folder of the bundle that this file is in; `undefined` where it runs from the sources. */
function distFolder(folder: string): string | undefined {
  const parts = folder.split(sep)
  const at = parts.lastIndexOf('dist')
  return at < 0 ? undefined : parts.slice(0, at + 1).join(sep)
}

function digestOf(folder: string): string {
  const lines = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${relative(folder, file).split(sep).join('/')} ${sha256(readFileSync(file))}\n`)
  return sha256(Buffer.from(lines.sort().join('')))
}
