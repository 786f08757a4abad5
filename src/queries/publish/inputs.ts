import { CONFIG_FILE } from '../../core/config.ts'
import type { DigestOf, ManifestInput, ManifestKind } from '../../core/publication.ts'
import { isBuiltIn } from '../../schemas.ts'
import type { Workspace } from '../../workspace.ts'

export interface Inputs {
  readonly workspace: Workspace
  readonly digest: DigestOf
}

const ACCESS_FILE = 'access.yaml'

/** The files that decide what is published and who may change it, with their digests. */
export function inputsOf({ workspace, digest }: Inputs): ManifestInput[] {
  const { schemas, snapshot } = workspace
  const paths = new Set(schemas.kinds.flatMap((kind) => schemas.filesOf(kind)).filter((path) => !isBuiltIn(path)))
  const judging = snapshot.entries.filter(({ path }) => path === CONFIG_FILE || path === ACCESS_FILE)
  for (const { path } of judging) paths.add(path)
  return [...paths].flatMap((path) => {
    const { bytes } = snapshot.read(path)
    return bytes === undefined ? [] : [{ path, sha256: digest(bytes) }]
  })
}

/** A kind's version, and the digest of the files of its schema: of lines `<path> <digest>`, sorted. */
export function kindOf({ workspace, digest }: Inputs, kind: string): ManifestKind {
  const { config, schemas, snapshot, engines } = workspace
  const lines = schemas.filesOf(kind).map((path) => {
    const bytes = isBuiltIn(path) ? engines.builtInSchemas().get(path.slice('cairn:'.length)) : snapshot.read(path).bytes
    return `${path} ${bytes === undefined ? '-' : digest(bytes)}\n`
  })
  const schema = lines.length === 0 ? null : digest(Buffer.from(lines.sort().join('')))
  return { name: kind, version: config.kinds.get(kind)?.version ?? 1, schema }
}
