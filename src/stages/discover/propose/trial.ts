import type { Config } from '../../../core/config.ts'
import type { Discovery } from '../../../core/discovery.ts'
import type { Finding } from '../../../core/finding.ts'
import { HOLE } from '../../../core/opaque.ts'
import type { Tree } from '../../../core/tree.ts'
import type { Value } from '../../../core/value.ts'
import { readConfig } from '../config.ts'
import { discover, type ParseFile } from '../discover.ts'
import { createLayout, useOf, type Layout, type Use } from '../layout.ts'
import { settingsOf } from './settings.ts'
import type { Repository } from './repository.ts'
import type { Sketch } from './sketch.ts'
import { treeOf } from './tree.ts'

/** What a sketch gives when the repository is read with it: by the code that will read it in earnest. */
export interface Trial {
  readonly sketch: Sketch
  readonly config: Config
  readonly layout: Layout
  readonly discovery: Discovery
  /** What each path is for. */
  readonly uses: ReadonlyMap<string, Use>
  readonly findings: readonly Finding[]
  /** How well the sketch explains the repository: its layers, by how sure it is of them; 0 without documents. */
  readonly score: number
}

export function tryOut(sketch: Sketch, repository: Repository): Trial {
  const findings: Finding[] = []
  const report = (found: Finding): void => void findings.push(found)
  const settings = settingsOf(sketch)
  const tree = settings === undefined ? undefined : treeOf('cairn.yaml', settings as unknown as Value)
  const config = readConfig(tree, report)
  const entries = repository.paths.map((path) => ({ path, type: 'file' as const }))
  const parse: ParseFile = (path, { separator }) => treesOf(path, separator, repository)
  const discovery = discover({ entries, config, parse }, report)
  const layout = createLayout(config)
  const uses = new Map(repository.paths.map((path) => [path, useOf(layout, path)]))
  const used = repository.candidates.filter(({ path }) => uses.get(path)?.is === 'layer').length
  const score = discovery.documents.size === 0 ? 0 : used * sketch.confidence
  return { sketch, config, layout, discovery, uses, findings, score }
}

export function isUsed(use: Use | undefined): boolean {
  return use?.is === 'layer' || use?.is === 'environment'
}

function treesOf(path: string, separator: string | undefined, repository: Repository): readonly Tree[] {
  const documents = repository.read(path)
  if (documents === undefined) return [treeOf(path, HOLE)]
  return documents.map((document) => treeOf(path, opened(document as Value, separator)))
}

/** A document with its flat keys opened, so far as names in it are concerned: the last of two that meet counts. */
function opened(value: Value, separator: string | undefined): Value {
  if (separator === undefined || typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const result: Record<string, Value> = Object.create(null) as Record<string, Value>
  for (const [key, inner] of Object.entries(value)) {
    const tokens = key.split(separator)
    let at = result
    for (const token of tokens.slice(0, -1)) {
      const next = at[token]
      at = at[token] = (typeof next === 'object' && next !== null ? next : Object.create(null)) as Record<string, Value>
    }
    const last = tokens.at(-1) as string
    const before = at[last]
    const own = opened(inner as Value, separator)
    at[last] = isObject(before) && isObject(own) ? { ...before, ...own } : own
  }
  return result
}

function isObject(value: Value | undefined): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
