import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { Collector } from '../../src/core/collector.ts'
import type { SettledFinding } from '../../src/core/finding.ts'
import { proposeFor } from '../../src/queries/propose.ts'
import type { Proposal } from '../../src/core/proposal.ts'
import { ignoredByName, isIgnored } from '../../src/stages/discover/ignore.ts'
import { createLayout, useOf, type Layout, type Use } from '../../src/stages/discover/layout.ts'
import { memory, openFiles } from '../helpers/memory.ts'
import type { Files } from '../helpers/repository.ts'

export function proposalFor(files: Files): Promise<Proposal> {
  return proposeFor(memory(files), new Collector())
}

/** What the real pipeline finds in a repository with a given `cairn.yaml`. */
export interface Adopted {
  readonly documents: readonly string[]
  readonly environments: readonly string[]
  /** `environment kind/name` of every effective document, sorted. */
  readonly effective: readonly string[]
  readonly findings: readonly SettledFinding[]
  readonly uses: ReadonlyMap<string, Use['is']>
}

export async function adopt(files: Files, config: string): Promise<Adopted> {
  const { workspace, collector } = await openFiles({ ...files, 'cairn.yaml': config })
  const { discovery, environments, presence } = workspace
  const layout = createLayout(workspace.config)
  const effective: string[] = []
  for (const [key, document] of discovery.documents) {
    for (const environment of environments.values()) {
      if (environment.abstract || presence.sourcesIn(document, environment) === undefined) continue
      effective.push(`${environment.name} ${key}`)
    }
  }
  return {
    documents: [...discovery.documents.keys()],
    environments: [...environments.keys()],
    effective: effective.sort(),
    findings: collector.findings(),
    uses: new Map(Object.keys(files).map((path) => [path, useIn(layout, path)])),
  }
}

function useIn(layout: Layout, path: string): Use['is'] {
  return isIgnored(layout.ignore, path) ? 'ignored' : useOf(layout, path).is
}

/** Adopts a proposal and holds it to what it says of itself. */
export async function adoptTruly(files: Files, proposal: Proposal): Promise<Adopted> {
  const adopted = await adopt(files, proposal.config)
  const rules = adopted.findings.map(({ rule }) => rule)
  const ours = adopted.findings.filter(({ location }) => location.file === 'cairn.yaml')
  expect(ours.filter(({ rule }) => rule.startsWith('config/'))).toEqual([])
  if (proposal.shape === 'unknown') return adopted
  expect(rules.filter((rule) => CONTRADICTING.has(rule))).toEqual([])
  expect(adopted.environments).toEqual(proposal.environments)
  expect(adopted.documents).toHaveLength(proposal.documents)
  expect(adopted.effective).toHaveLength(proposal.effective)
  expect(unaccounted(files, proposal, adopted)).toEqual([])
  return adopted
}

/** What a proposed layout must never lead to. */
const CONTRADICTING: ReadonlySet<string> = new Set([
  'discover/ambiguous-pattern',
  'discover/duplicate-layer',
  'discover/unknown-environment',
  'discover/similar-environment',
  'discover/no-name',
  'discover/unused-entry',
  'discover/nothing-to-check',
  'inherit/unknown-environment',
  'inherit/cycle',
  'inherit/order',
])

/** Files that are neither used nor ignored, and that the proposal does not mention. */
function unaccounted(files: Files, proposal: Proposal, adopted: Adopted): readonly string[] {
  const named = new Set(proposal.unplaced.map(({ path }) => path))
  const folders = [...named].filter((path) => path.endsWith('/')).map((path) => (path === './' ? '' : path))
  return Object.keys(files).filter((path) => {
    const use = adopted.uses.get(path)
    if (use === 'layer' || use === 'environment' || use === 'ignored') return false
    return !named.has(path) && !folders.some((folder) => path.startsWith(folder)) && ignoredByName(path) < 0
  })
}

/** Files with the same content each. */
export function filesAt(paths: readonly string[], content = 'a: 1\n'): Files {
  return Object.fromEntries(paths.map((path) => [path, path.endsWith('.json') ? '{"a": 1}\n' : content]))
}

const FIXTURES = fileURLToPath(new URL('../fixtures/repositories/', import.meta.url))

/** A repository that others keep, from `test/fixtures/repositories`. */
export function fixture(name: string): Files {
  const root = join(FIXTURES, name)
  const files: Record<string, Uint8Array> = {}
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files[relative(root, path).split(sep).join('/')] = readFileSync(path)
  }
  return files
}
