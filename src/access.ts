import { ACCESS_FILE, type Access } from './core/access.ts'
import type { Collector } from './core/collector.ts'
import { finding } from './core/finding.ts'
import { say } from './core/message.ts'
import { inFile } from './core/place.ts'
import { readAccess } from './stages/access/access.ts'
import { reportIdleSelectors } from './stages/access/idle.ts'
import type { Workspace } from './workspace.ts'

/** What is mistaken for `access.yaml`. */
export const MISNAMED_ACCESS = 'access.yml'
const UNREAD = say`Cairn reads access.yaml: rename this file; as it is nobody has to approve anything`

/** Reads `access.yaml`, where there is one; what is wrong with it goes to the collector. */
export async function openAccess(
  { snapshot, config, discovery, environments, reader }: Omit<Workspace, 'access' | 'basis' | 'world'>,
  collector: Collector,
): Promise<Access | undefined> {
  const isThere = (name: string) => snapshot.entries.some(({ path }) => path === name)
  if (!isThere(ACCESS_FILE)) {
    if (isThere(MISNAMED_ACCESS)) collector.report(finding('discover/unused-file', inFile(MISNAMED_ACCESS), UNREAD))
    return undefined
  }
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
