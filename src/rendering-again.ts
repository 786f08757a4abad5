import { join } from 'node:path'
import { sha256 } from './adapters/digest.ts'
import { engines } from './adapters/engines.ts'
import { commitTree, hasCommit, repositoryOf } from './adapters/git.ts'
import { Collector } from './core/collector.ts'
import { name, say, type Message } from './core/message.ts'
import type { PublicationManifest } from './core/publication.ts'
import { openWorkspace } from './pipeline.ts'
import { makePublication, publishedEnvironments } from './queries/publish/publication.ts'
import type { Recorded, Render, Rendered } from './queries/publish/reproduce.ts'
import { buildPublication } from './stages/publish/manifest.ts'

export interface RenderingOptions {
  /** The root of the configuration repository. */
  readonly root: string
  readonly progress?: (done: number, total: number) => void
}

/** What is kept of files for the next target of the same commit, in bytes. */
const KEPT_BYTES = 64_000_000

/**
 * Renders commits again. Several targets have the same publication: what was rendered last is kept, as long as it is
 * small.
 */
export function createRendering(options: RenderingOptions): Render {
  const kept = new Map<string, Rendered>()
  return async (manifest, variables) => {
    const { source, tool, environments } = manifest
    const names = environments.map((environment) => environment.name)
    const key = JSON.stringify([source, tool, names, Object.entries(variables)])
    const rendered = kept.get(key) ?? await renderAgain(manifest, variables, options)
    kept.delete(key)
    kept.set(key, rendered)
    let bytes = 0
    for (const [older, one] of [...kept].reverse()) {
      bytes += sizeOf(one)
      if (bytes > KEPT_BYTES) kept.delete(older)
    }
    return rendered
  }
}

function sizeOf({ publication }: Rendered): number {
  return publication?.files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) ?? 0
}

async function renderAgain(
  manifest: PublicationManifest,
  variables: Recorded,
  { root, progress }: RenderingOptions,
): Promise<Rendered> {
  const { source, tool } = manifest
  const { top, prefix } = repositoryOf(root)
  const short = name(source.commit.slice(0, 12))
  const here = prefix === '' ? '' : `${prefix}/`
  if (source.prefix !== here) {
    const [from, to] = [folderName(source.prefix), folderName(here)]
    return { problem: 'verify/other-folder', said: say`was made from ${from}, and is compared with ${to}: run cairn verify in ${from}` }
  }
  if (!hasCommit(root, source.commit)) {
    return { problem: 'verify/unknown-commit', said: say`this repository has no commit ${short}: fetch it, or this was published from somewhere else` }
  }
  const collector = new Collector()
  const snapshot = commitTree(join(top, prefix), source.commit)
  const workspace = await openWorkspace({ snapshot, variables, engines }, collector)
  const environments = manifest.environments.map((environment) => environment.name)
  const published = publishedEnvironments(workspace, { environments: [] })
  const stray = environments.find((environment) => !published.includes(environment))
  if (stray !== undefined) return { problem: 'blocked', said: say`${short} publishes no environment ${name(stray)}` }
  if (environments.length === 0) return { problem: 'blocked', said: say`lists no environment, so that nothing follows from ${short}` }
  const made = { collector, source, tool, digest: sha256, environments, ...(progress && { progress }) }
  const { inputs } = await makePublication(workspace, made)
  if (inputs === undefined) return { problem: 'blocked', said: say`${short} has errors that block its publication` }
  return { publication: buildPublication(inputs, sha256), published }
}

function folderName(prefix: string): Message {
  return prefix === '' ? say`the top of the repository` : say`${name(prefix)}`
}
