import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures')

/** The files of a repository made by others (`test/fixtures/repositories`), by path. */
export function fixtureRepository(name: string): Record<string, Buffer> {
  const root = join(FIXTURES, 'repositories', name)
  const files: Record<string, Buffer> = {}
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    files[file.slice(root.length + 1)] = readFileSync(file)
  }
  return files
}
