import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Discovery, LayerSource } from '../../src/core/discovery.ts'
import type { Finding } from '../../src/core/finding.ts'
import { pointer } from '../../src/core/pointer.ts'
import type { SnapshotEntry } from '../../src/core/ports.ts'
import { readConfig } from '../../src/stages/discover/config.ts'
import { discover } from '../../src/stages/discover/discover.ts'
import { collect, treesOf } from './tree.ts'

/** Files by path. A path that ends in `@` is a submodule, one in `->` a symbolic link. */
export type Files = Readonly<Record<string, string>>

export interface Discovered {
  readonly discovery: Discovery
  readonly found: readonly Finding[]
  /** Paths that were parsed, in order. */
  readonly parsed: readonly string[]
}

/** Discovers a repository that is given as texts; `cairn.yaml` among them or not. */
export function discoverFiles(files: Files): Discovered {
  const { report, found } = collect()
  const parsed: string[] = []
  const text = files['cairn.yaml']
  const config = readConfig(text === undefined ? undefined : treesOf('cairn.yaml', text)[0], report)
  const parse = (path: string, { stream }: { stream: boolean }) => {
    parsed.push(path)
    const trees = treesOf(path, files[path] ?? '')
    return stream ? trees : trees.slice(0, 1)
  }
  const entries = Object.keys(files).sort().map(entryOf)
  return { discovery: discover({ entries, config, parse }, report), found, parsed }
}

function entryOf(path: string): SnapshotEntry {
  if (path.endsWith('@')) return { path: path.slice(0, -1), type: 'submodule' }
  return path.endsWith('->') ? { path: path.slice(0, -2), type: 'symlink' } : { path, type: 'file' }
}

const FIXTURES = fileURLToPath(new URL('../fixtures/repositories/', import.meta.url))

/** The files of a repository among the fixtures. */
export function fixture(name: string): Record<string, string> {
  const files: Record<string, string> = {}
  for (const file of readdirSync(FIXTURES + name, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = `${file.parentPath}/${file.name}`
    files[path.slice(FIXTURES.length + name.length + 1)] = readFileSync(path, 'utf8')
  }
  return files
}

/** A layer in one line: `environment ← path [stream index] [pointer]`. */
export function line({ environment, path, document, at }: LayerSource): string {
  const index = document === undefined ? '' : ` [${document}]`
  return `${environment ?? '*'} ← ${path}${index}${at.length === 0 ? '' : ` ${pointer(at)}`}`
}

/** Documents with their layers, as lines. */
export function lines({ documents }: Discovery): Record<string, string[]> {
  return Object.fromEntries([...documents].map(([key, { sources }]) => [key, sources.map(line)]))
}
