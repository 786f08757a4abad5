import { ACCESS_FILE, type Access } from './core/access.ts'
import type { Collector } from './core/collector.ts'
import { readAccess } from './stages/access/access.ts'
import { reportIdleSelectors } from './stages/access/idle.ts'
import type { Workspace } from './workspace.ts'

/** Reads `access.yaml`, where there is one; what is wrong with it goes to the collector. */
export async function openAccess(
  { snapshot, config, discovery, environments, reader }: Omit<Workspace, 'access' | 'world'>,
  collector: Collector,
): Promise<Access | undefined> {
  if (!snapshot.entries.some(({ path }) => path === ACCESS_FILE)) return undefined
  return reader.whole(collector, () => {
    const [tree] = reader.trees(ACCESS_FILE, { stream: false }, collector.report)
    if (tree === undefined) return undefined
    const access = readAccess(tree, collector.report)
    const kinds = new Set([...config.kinds.keys(), ...Array.from(discovery.documents.values(), ({ id }) => id.kind)])
    const world = { environments, kinds, documents: discovery.documents.keys() }
    if (config.sound) reportIdleSelectors(access, world, collector.report)
    return access
  })
}
