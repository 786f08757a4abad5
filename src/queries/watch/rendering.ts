import { Collector } from '../../core/collector.ts'
import type { DocumentSources } from '../../core/discovery.ts'
import { documentKey } from '../../core/document.ts'
import type { Linked } from '../../core/effective.ts'
import type { PublicationFile, SealedEntry } from '../../core/publication.ts'
import { SEALED_FILE } from '../../core/publication.ts'
import { sealedList, type MadeArtifact } from '../../stages/publish/manifest.ts'
import type { Workspace } from '../../workspace.ts'
import { checkConsumers } from '../publish/consumers.ts'
import { Gathering, type NativeRequest, type SecretFile } from '../publish/gather.ts'
import { nativeArtifacts } from '../publish/native.ts'
import { checkFolders, checkPaths, type Published } from '../publish/paths.ts'

/** What one document gives in one environment. */
interface Made {
  readonly environment: string
  readonly artifacts: readonly MadeArtifact[]
  readonly secrets: readonly SecretFile[]
  readonly sealed: readonly SealedEntry[]
}

/** What one document gives in all environments. */
export interface Rendered {
  readonly made: readonly Made[]
  readonly findings: Collector
  /** The documents (`kind/name`) that its artifacts were made from besides, whether or not there are such. */
  readonly looked: ReadonlySet<string>
}

/** Renders documents as a publication does, each by itself, so that an earlier run's need not be rendered again. */
export class Rendering {
  readonly #workspace: Workspace
  readonly #environments: ReadonlySet<string>
  readonly #gathered = new Map<string, Gathering[]>()
  readonly #findings = new Map<string, Collector>()

  constructor(workspace: Workspace, environments: readonly string[]) {
    this.#workspace = workspace
    this.#environments = new Set(environments)
  }

  /** Takes a document in, in one environment. */
  add(linked: Linked): void {
    const { environment, document } = linked.effective
    if (!this.#environments.has(environment.name)) return
    const key = documentKey(document)
    let findings = this.#findings.get(key)
    if (findings === undefined) this.#findings.set(key, (findings = new Collector()))
    const gathering = new Gathering({ workspace: this.#workspace, report: findings.report, name: environment.name })
    gathering.add(linked)
    findings.close()
    const known = this.#gathered.get(key)
    if (known === undefined) this.#gathered.set(key, [gathering])
    else known.push(gathering)
  }

  /** What was made of the documents that were taken in; called when all have been looked at. */
  async finish(): Promise<ReadonlyMap<string, Rendered>> {
    const rendered = new Map<string, Rendered>()
    for (const [key, gatherings] of this.#gathered) {
      const findings = this.#findings.get(key) ?? new Collector()
      const looked = new Set<string>()
      const made: Made[] = []
      for (const gathering of gatherings) {
        const native: MadeArtifact[] = []
        for (const request of gathering.native) native.push(...await this.#native(request, { findings, looked }))
        const { artifacts, secrets, sealed } = gathering.content()
        made.push({ environment: gathering.name, artifacts: [...artifacts, ...native], secrets, sealed })
      }
      rendered.set(key, { made, findings, looked })
    }
    return rendered
  }

  async #native(
    request: NativeRequest,
    { findings, looked }: { readonly findings: Collector; readonly looked: Set<string> },
  ): Promise<MadeArtifact[]> {
    const { reader } = this.#workspace
    const made = await reader.whole(findings, () => {
      return nativeArtifacts(noting(this.#workspace, looked), request, findings.report)
    })
    findings.close()
    return made
  }
}

/** A workspace that notes which documents are asked for, by references too: nothing was resolved in it before. */
function noting(workspace: Workspace, looked: Set<string>): Workspace {
  const worlds = new Map<string, ReturnType<Workspace['world']>>()
  const noted: Workspace['world'] = (environment) => {
    const known = worlds.get(environment.name)
    if (known !== undefined) return known
    const world = workspace.world(environment)
    const lookup: typeof world.lookup = (key) => {
      looked.add(key)
      return world.lookup(key)
    }
    const made = { ...world, lookup }
    worlds.set(environment.name, made)
    return made
  }
  return { ...workspace, world: noted }
}

export interface FilesInput {
  readonly workspace: Workspace
  readonly environments: readonly string[]
  /** Those of the repository, in their order. */
  readonly documents: Iterable<DocumentSources>
  readonly rendered: ReadonlyMap<string, Rendered>
  readonly collector: Collector
}

/** The files of all environments, as a publication has them in its folders; no manifests, since it is of no commit. */
export function renderedFiles(input: FilesInput): PublicationFile[] {
  const { workspace, environments, documents, rendered, collector } = input
  const contents = new Map(environments.map((name) => [name, emptyContent()]))
  for (const { id } of documents) {
    const one = rendered.get(documentKey(id))
    if (one === undefined) continue
    collector.absorb(one.findings)
    for (const { environment, artifacts, secrets, sealed } of one.made) {
      const content = contents.get(environment)
      content?.artifacts.push(...artifacts)
      for (const secret of secrets) content?.secrets.set(secret.path, secret)
      content?.sealed.push(...sealed)
    }
  }
  const files: PublicationFile[] = []
  const published: Published[] = []
  for (const [name, { artifacts, secrets: byPath, sealed }] of contents) {
    const secrets = [...byPath.values()]
    checkConsumers(workspace, { environment: name, secrets }, collector.report)
    published.push({ name, artifacts, secrets })
    checkPaths({ name, artifacts, secrets }, collector.report)
    collector.close()
    const list = sealedList(sealed)
    for (const { path, bytes } of [...artifacts, ...secrets]) files.push({ path: `${name}/${path}`, bytes })
    if (list !== undefined) files.push({ path: `${name}/${SEALED_FILE}`, bytes: list })
  }
  checkFolders(published, collector.report)
  collector.close()
  return files
}

function emptyContent() {
  return { artifacts: [] as MadeArtifact[], secrets: new Map<string, SecretFile>(), sealed: [] as SealedEntry[] }
}
