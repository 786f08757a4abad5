import { engines } from '../../../src/adapters/engines.ts'
import { sha256 } from '../../../src/adapters/digest.ts'
import { Collector } from '../../../src/core/collector.ts'
import type { EnvironmentManifest, Publication, SealedEntry } from '../../../src/core/publication.ts'
import type { Snapshot } from '../../../src/core/ports.ts'
import { openWorkspace } from '../../../src/pipeline.ts'
import { makePublication } from '../../../src/queries/publish/publication.ts'
import { buildPublication } from '../../../src/stages/publish/manifest.ts'
import type { Variables } from '../../../src/workspace.ts'
import { memory } from '../../helpers/memory.ts'
import type { Files } from '../../helpers/repository.ts'
import { told } from '../../mistakes/mistake.ts'

export interface Made {
  /** Undefined where it is blocked. */
  readonly publication: Publication | undefined
  /** Place, severity and rule of each finding, and its message. */
  readonly found: readonly string[]
  readonly text: (path: string) => string | undefined
  readonly paths: readonly string[]
}

export interface Making {
  readonly variables?: Variables
  readonly environments?: readonly string[]
}

export const COMMIT = '0123456789'.repeat(4)

/** The publication of some files, in memory. */
export function made(files: Files, making: Making = {}): Promise<Made> {
  return madeOf(memory(files), making)
}

export async function madeOf(snapshot: Snapshot, { variables = {}, environments = [] }: Making = {}): Promise<Made> {
  const collector = new Collector()
  const workspace = await openWorkspace({ snapshot, variables, engines }, collector)
  const source = { commit: COMMIT, prefix: '' }
  const tool = { name: 'cairn', version: '1.2.3', digest: null } as const
  const { check, inputs } = await makePublication(workspace, { collector, source, tool, digest: sha256, environments })
  const publication = inputs && buildPublication(inputs, sha256)
  const files = new Map(publication?.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')]))
  return {
    publication,
    found: check.findings.map((finding) => `${told(finding)}: ${finding.message}`),
    text: (path) => files.get(path),
    paths: [...files.keys()],
  }
}

export function sealedIn({ text }: Made, environment: string): readonly SealedEntry[] {
  return (JSON.parse(text(`${environment}/sealed.json`) ?? '{"leaves":[]}') as { leaves: SealedEntry[] }).leaves
}

export function manifestOf({ text }: Made, environment: string): EnvironmentManifest {
  return JSON.parse(text(`${environment}/manifest.json`) ?? 'null') as EnvironmentManifest
}
