import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { sha256 } from '../../src/adapters/digest.ts'
import { engines } from '../../src/adapters/engines.ts'
import { RenderedFolder } from '../../src/adapters/watch/rendered-folder.ts'
import { SteadyTree } from '../../src/adapters/watch/steady-tree.ts'
import { Collector } from '../../src/core/collector.ts'
import type { SettledFinding } from '../../src/core/finding.ts'
import type { WatchRound } from '../../src/core/watch-round.ts'
import { openSnapshot } from '../../src/opening.ts'
import { openWorkspace } from '../../src/pipeline.ts'
import { check } from '../../src/queries/check.ts'
import { makePublication } from '../../src/queries/publish/publication.ts'
import { buildPublication } from '../../src/stages/publish/manifest.ts'
import { isPlainPath } from '../../src/stages/publish/read-manifest.ts'
import { Rounds } from '../../src/watch-rounds.ts'

export const TODAY = '2027-01-31'

export interface Fresh {
  readonly check: Awaited<ReturnType<typeof check>>
  /** What a publication has besides manifests; absent where errors block it. */
  readonly files: ReadonlyMap<string, string> | undefined
  /** Of the publication. */
  readonly findings: readonly SettledFinding[]
}

/** What `cairn check` and a publication say of a working tree, knowing nothing of earlier states. */
export async function fresh(root: string): Promise<Fresh> {
  const open = async (collector: Collector) => {
    const snapshot = new SteadyTree(root).take(openSnapshot(root, undefined))
    return openWorkspace({ snapshot, variables: {}, engines }, collector)
  }
  const collector = new Collector()
  const checked = await check(await open(collector), { selection: {}, collector, today: TODAY })
  const publishing = new Collector()
  const { inputs, check: told } = await makePublication(await open(publishing), {
    collector: publishing, source: { commit: '0'.repeat(40), prefix: '' }, tool: { name: 'cairn', version: '0', digest: null },
    digest: sha256, environments: [], today: TODAY,
  })
  if (inputs === undefined) return { check: checked, files: undefined, findings: told.findings }
  const { files } = buildPublication(inputs, sha256)
  const rendered = files.filter(({ path }) => !/(?:^|\/)manifest\.json$/.test(path))
  const byPath = new Map(rendered.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('latin1')]))
  return { check: checked, files: byPath, findings: told.findings }
}

/** A temporary folder, removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-watch-'))
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }) })
  return folder
}

/** The files of a folder, but for what is ours, as text by path. */
export function filesOf(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1)
    if (!entry.isFile() || path === '.gitignore' || path.startsWith('.cairn-watch/')) continue
    files.set(path, readFileSync(join(folder, path), 'latin1'))
  }
  return files
}

export interface Watching {
  readonly rounds: Rounds
  /** All that were told. */
  readonly told: WatchRound[]
}

/** Rounds without events: the next one is asked for. */
export function watching(root: string, to?: string): Watching {
  const told: WatchRound[] = []
  const folder = to === undefined ? undefined : new RenderedFolder(to, isPlainPath)
  const rounds = new Rounds({
    root, environments: [], variables: {}, today: () => TODAY, clock: () => performance.now(),
    progress: () => undefined, tell: (round) => { told.push(round) },
  }, folder)
  return { rounds, told }
}
