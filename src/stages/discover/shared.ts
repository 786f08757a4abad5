import type { Config, LayoutEntry } from '../../core/config.ts'
import type { Discovery, LayerSource } from '../../core/discovery.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { inFile } from '../../core/place.ts'
import type { Claims } from './claims.ts'
import { EVERY_DOCUMENT } from './layout-entry.ts'

interface SharedInput {
  readonly config: Config
  readonly claims: Claims
  readonly found: Pick<Discovery, 'documents' | 'shared'>
  /** Reports what is wrong in a file. */
  readonly parse: (path: string, how: LayoutEntry) => unknown
}

/**
 * Looks after layers of every document (`name: '*'`) of kinds that have no document. Nobody else will read them, so
 * they are parsed here for what is wrong in them. Their entries are reported, unless it is known why there is no
 * document.
 */
export function checkLonely({ config, claims, found, parse }: SharedInput, report: Report): void {
  if (found.shared.size === 0) return
  const kinds = new Set(Array.from(found.documents.values(), ({ id }) => id.kind))
  for (const [kind, sources] of found.shared) {
    if (kinds.has(kind)) continue
    const read = new Set<string>()
    for (const { path, entry, trees } of sources) {
      if (trees === undefined && !read.has(path)) parse(path, entry)
      read.add(path)
    }
    if (config.sound && !isExplained(kind, config, claims)) reportLonely(kind, sources, report)
  }
}

/** Whether an entry that could make documents of the kind has a finding of its own: it takes or finds nothing. */
function isExplained(kind: string, { layout }: Config, { fruitful }: Claims): boolean {
  return layout.some((entry) => {
    if (isShared(entry)) return false
    return entry.kind === kind || (entry.kind === undefined && !fruitful.has(entry))
  })
}

function isShared({ name: naming }: LayoutEntry): boolean {
  return naming !== undefined && 'fixed' in naming && naming.fixed === EVERY_DOCUMENT
}

function reportLonely(kind: string, sources: readonly LayerSource[], report: Report): void {
  const paths = new Map<LayoutEntry, string>()
  for (const { entry, path } of sources) if (!paths.has(entry)) paths.set(entry, path)
  for (const [entry, path] of paths) {
    const message = say`this entry has layers of every document of the kind ${name(kind)}, and there is no document of it`
    const related = [{ message: say`such a layer`, place: inFile(path) }]
    report(finding('discover/unused-entry', entry.place, message, { related }))
  }
}
