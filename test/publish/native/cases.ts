import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { pointer, type Tokens } from '../../../src/core/pointer.ts'
import type { Mapping } from '../../../src/core/value.ts'
import { nativeFiles, type NativeService } from '../../../src/stages/render/native/native.ts'

const folder = join(dirname(fileURLToPath(import.meta.url)), 'cases')

/** The golden cases: a folder each, with `input.yaml` and, below `expected/`, the files and what is told (`told`). */
export const CASES = readdirSync(folder).sort()

interface CaseInput {
  readonly environment: string
  readonly name: string
  readonly deployment: Mapping
  readonly services: Readonly<Record<string, { kind: string; value: Mapping; sealed?: Tokens[] }>>
}

/** What is made of a case now, by path below its `expected/`. */
export function madeOf(name: string): Map<string, string> {
  const input = load(readFileSync(join(folder, name, 'input.yaml'), 'utf8')) as CaseInput
  const told: string[] = []
  const services = Object.entries(input.services).map(([service, { kind, value, sealed = [] }]): [string, NativeService] => {
    return [service, { kind, name: service, value, sealed }]
  })
  const files = nativeFiles({
    ...input,
    services: new Map(services),
    tell: ({ tokens, said }) => told.push(`${pointer(tokens)} ${said}\n`),
  })
  return new Map([...files.map(({ path, text }): [string, string] => [path, text]), ['told', told.join('')]])
}

/** What a case expects, by path. */
export function expectedOf(name: string): Map<string, string> {
  const expected = join(folder, name, 'expected')
  if (!existsSync(expected)) return new Map()
  const entries = readdirSync(expected, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(entries.map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return [path.slice(expected.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]
  }))
}

/** All files that the cases expect, as they are made now: what `npm run goldens` writes. */
export function* nativeGoldens(): Generator<readonly [string, string]> {
  for (const name of CASES) {
    for (const [path, text] of madeOf(name)) yield [join(folder, name, 'expected', path), text]
  }
}
