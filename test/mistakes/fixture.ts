import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text of a file under `test/fixtures`. */
export function fixtureText(path: string): string {
  return readFileSync(join(import.meta.dirname, '../fixtures', path), 'utf8')
}
