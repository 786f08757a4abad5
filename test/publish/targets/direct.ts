import { sha256 } from '../../../src/adapters/digest.ts'
import { relationOf } from '../../../src/adapters/git/relation.ts'
import type { Publication, Target } from '../../../src/core/publication.ts'
import type { Outcome } from '../../../src/core/publish-result.ts'
import { publishTo } from '../../../src/queries/publish/publish-to.ts'
import { buildPublication } from '../../../src/stages/publish/manifest.ts'

export interface Small {
  readonly commit: string
  /** What is in the artifacts. */
  readonly port?: number
  readonly environments?: readonly string[]
}

/** A small publication of a commit that need not exist. */
export function smallPublication({ commit, port = 1, environments = ['production', 'staging'] }: Small): Publication {
  const artifact = (name: string) => ({
    path: `services/${name}.yaml`, bytes: Buffer.from(`port: ${port}\n`), document: `services/${name}`, format: 'yaml' as const, layers: [],
  })
  return buildPublication({
    source: { commit, prefix: '' },
    tool: { name: 'cairn', version: '1.0.0', digest: null },
    inputs: [],
    environments: environments.map((name) => ({
      name, artifacts: [artifact('db'), artifact('web')], secrets: [], sealed: [], kinds: [], variables: new Map(),
    })),
  }, sha256)
}

/** Publishes inside this process, as if every commit came after the one before it. */
export function publishHere(target: Target, small: Small, asked: { readonly root?: string } = {}): Promise<Outcome> {
  const { root } = asked
  const { commit } = small
  return publishTo(target, {
    publication: smallPublication(small),
    source: { commit, time: 0, author: 'Test <test@example.com>', subject: 'change', body: '', url: undefined },
    run: { time: '2026-11-23T12:00:00Z', ref: null, actor: null, run: null, repository: null, builder: null },
    relationOf: (newest) => (root === undefined ? (newest === commit ? 'same' : 'ancestor') : relationOf(root, commit, newest)),
    rollback: false, narrowed: false, isDeclared: false, digest: sha256, pause: () => Promise.resolve(),
  })
}
