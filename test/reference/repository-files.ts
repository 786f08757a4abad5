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

/** The reference configuration repository as Cairn sees it: `environments/`, and the schemas that they have. */
export function referenceRepository(): Readonly<Record<string, Buffer>> {
  const below = (folder: string) =>
    Object.entries(filesBelow(join(ROOT, folder))).map(([path, content]) => [`${folder}/${path}`, content] as const)
  return Object.fromEntries([...below('environments'), ...below('schemas')])
}
