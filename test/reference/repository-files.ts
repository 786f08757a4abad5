import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The root of this project. */
export const ROOT = join(import.meta.dirname, '../..')

/** All files below a folder, by their path from it. */
export function filesBelow(folder: string): Readonly<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files[path.slice(folder.length + 1).replaceAll('\\', '/')] = readFileSync(path)
  }
  return files
}

/** The reference configuration repository: `environments/` as Cairn sees it. */
export function referenceRepository(): Readonly<Record<string, Buffer>> {
  const files = filesBelow(join(ROOT, 'environments'))
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`environments/${path}`, content]))
}
