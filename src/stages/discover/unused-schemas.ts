import type { Config } from '../../core/config.ts'
import type { Discovery } from '../../core/discovery.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { didYouMean, nearest } from '../../core/nearest.ts'
import { inFile } from '../../core/place.ts'
import type { SnapshotEntry } from '../../core/ports.ts'

export interface SchemaUse {
  readonly entries: readonly SnapshotEntry[]
  readonly config: Config
  readonly documents: Discovery['documents']
}

/** A file that is the schema of a kind by its name, with the ending that JSON Schemas often have. */
const BY_NAME = /^schemas\/([^/]+?)(?:\.schema)?\.(?:ya?ml|json)$/

/**
 * Reports kinds that `cairn.yaml` configures and no document is of, and files in `schemas/` that are probably meant for
 * a kind and have another name: what they ask would be asked of nothing, in silence.
 */
export function reportUnusedSchemas({ entries, config, documents }: SchemaUse, report: Report): void {
  const kinds = new Set(Array.from(documents.values(), ({ id }) => id.kind))
  if (kinds.size === 0) return
  for (const { name: kind, place } of config.kinds.values()) {
    if (kinds.has(kind)) continue
    const message = say`no document is of the kind ${name(kind)}${didYouMean(kind, kinds)}`
    report(finding('discover/unused-kind', place, message))
  }
  const schemas = entries.flatMap(({ path }) => {
    const [, kind] = BY_NAME.exec(path) ?? []
    return kind === undefined ? [] : [{ path, kind }]
  })
  const configured = new Set(Array.from(config.kinds.values(), ({ schema }) => schema))
  const without = [...kinds].filter((kind) => {
    return config.kinds.get(kind)?.schema === undefined && !schemas.some(({ path }) => isSchemaOf(path, kind))
  })
  for (const { path, kind } of schemas) {
    if (configured.has(path) || kinds.has(kind) && isSchemaOf(path, kind)) continue
    const near = without.includes(kind) ? kind : nearest(kind, without)
    if (near === undefined) continue
    const message = say`no kind has this schema: for ${name(near)}, call it ${name(`schemas/${near}.yaml`)} or name it in cairn.yaml`
    report(finding('discover/unused-kind', inFile(path), message))
  }
}

function isSchemaOf(path: string, kind: string): boolean {
  return ['yaml', 'yml', 'json'].some((ending) => path === `schemas/${kind}.${ending}`)
}
