import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../../../src/adapters/digest.ts'
import { makePublication } from '../../../src/queries/publish/publication.ts'
import { openFiles } from '../../helpers/memory.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

/** A file of a native form, as the embedded repository publishes it. */
export interface EmbeddedFile {
  /** `production-eu/deployments/model-serving/mixtral-8x7b.yaml` */
  readonly path: string
  /** `production-eu/deployments/model-serving` */
  readonly deployment: string
  readonly format: string
  readonly text: string
  readonly layers: readonly string[]
}

/** What starts each deployment of the embedded repository, in all its environments; and what was found on the way. */
export async function embedded(): Promise<{ readonly files: readonly EmbeddedFile[]; readonly findings: readonly string[] }> {
  const { workspace, collector } = await openFiles(Object.fromEntries(['environments', 'schemas'].flatMap(filesBelow)))
  const { check, inputs } = await makePublication(workspace, {
    collector,
    digest: sha256,
    source: { commit: '0'.repeat(40), prefix: '' },
    tool: { name: 'cairn', version: '0', digest: null },
    environments: [],
  })
  const files = (inputs?.environments ?? []).flatMap(({ name, artifacts }) => {
    return artifacts.filter(({ format }) => ['systemd', 'compose', 'kubernetes'].includes(format)).map((made) => ({
      path: `${name}/${made.path}`,
      deployment: `${name}/${made.document}`,
      format: made.format,
      text: Buffer.from(made.bytes).toString(),
      layers: made.layers.map(({ path }) => path),
    }))
  })
  return { files, findings: check.findings.map(({ rule, message }) => `${rule} ${message}`) }
}

function filesBelow(folder: string): [string, string][] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')])
}
