import { documentKey } from '../../core/document.ts'
import { referencesAt, type Effective, type Linked } from '../../core/effective.ts'
import { finding, type Report } from '../../core/finding.ts'
import { placeIn } from '../../core/layer.ts'
import { name, say } from '../../core/message.ts'
import { Sealed, type Opaque } from '../../core/opaque.ts'
import { inEnvironment, inFile, inVariable, type Place } from '../../core/place.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import type { Snapshot } from '../../core/ports.ts'
import {
  SECRETS_FOLDER, type DataFormat, type ManifestLayer, type SealedEntry, type WrittenFormat,
} from '../../core/publication.ts'
import { isSecretAt } from '../../core/schema/schemas.ts'
import type { Value } from '../../core/value.ts'
import type { EnvironmentContent, MadeArtifact } from '../../stages/publish/manifest.ts'
import { MOST_TEXT } from '../../stages/publish/read-manifest.ts'
import { withoutOpaque } from '../../stages/render/without-opaque.ts'
import { writeValue } from '../../stages/render/write.ts'
import type { Workspace } from '../../workspace.ts'
import { sealedSources } from './sealed-sources.ts'

/** A deployment that is also written as what starts it. */
export interface NativeRequest {
  readonly linked: Linked
  /** Whether `publish.formats` asks for it; where not, a document of another form is none in silence. */
  readonly isAsked: boolean
  readonly layersOf: (effective: Effective) => readonly ManifestLayer[]
}

export type SecretFile = EnvironmentContent['secrets'][number]

interface GatheringOptions {
  readonly workspace: Workspace
  readonly report: Report
  /** Of the environment. */
  readonly name: string
}

const EXTENSIONS: Readonly<Record<DataFormat, string>> = { yaml: 'yaml', json: 'json', toml: 'toml', ini: 'ini', env: 'env' }
const UNNAMED: readonly WrittenFormat[] = ['yaml', 'native']

/** What an environment publishes, gathered document by document. */
export class Gathering {
  readonly name: string
  readonly artifacts: MadeArtifact[] = []
  readonly native: NativeRequest[] = []
  readonly #workspace: Workspace
  readonly #report: Report
  readonly #secrets = new Map<string, SecretFile>()
  readonly #sealed: SealedEntry[] = []
  readonly #kinds = new Set<string>()
  readonly #variables = new Map<string, string>()
  readonly #oids: ReadonlyMap<string, string | undefined>

  constructor({ workspace, report, name: environment }: GatheringOptions) {
    this.name = environment
    this.#workspace = workspace
    this.#report = report
    this.#oids = oidsIn(workspace.snapshot)
  }

  get kinds(): readonly string[] {
    return [...this.#kinds]
  }

  get secrets(): readonly SecretFile[] {
    return [...this.#secrets.values()]
  }

  content(): Omit<EnvironmentContent, 'kinds'> {
    const { name: environment, artifacts, secrets } = this
    return { name: environment, artifacts, secrets, sealed: this.#sealed, variables: this.#variables }
  }

  /** Takes a document in: its artifacts, and the encrypted files that hold what they leave out. */
  add(linked: Linked): void {
    const { config } = this.#workspace
    const { kind } = linked.effective.document
    const key = documentKey(linked.effective.document)
    this.#kinds.add(kind)
    const value = withoutOpaque(
      linked.value,
      [],
      (tokens, leaf) => { this.#seal(linked, tokens, leaf) },
      (tokens, leaf) => { this.#leaveOut(key, tokens, leaf) },
    )
    this.#record(linked)
    if (value === undefined) return
    const layers = this.#layersOf(linked.effective)
    const asked = config.publish.formats.get(kind)
    for (const format of asked?.formats ?? UNNAMED) {
      if (format === 'native') {
        this.native.push({ linked, isAsked: asked !== undefined, layersOf: (effective) => this.#layersOf(effective) })
        continue
      }
      const text = writeValue(value, format, ({ tokens, said }) => {
        const message = say`${name(format)} cannot hold ${tokens.length === 0 ? name(key) : pointer(tokens)}: ${said}`
        this.#tell('render/unrepresentable', placeOfValue(linked, tokens), message)
      })
      const path = `${key}.${EXTENSIONS[format]}`
      this.artifacts.push({ path, bytes: Buffer.from(text), document: key, format, layers })
    }
  }

  #tell(rule: 'render/unrepresentable' | 'publish/bad-path' | 'publish/unrecorded-variable', place: Place, message: ReturnType<typeof say>): void {
    this.#report(finding(rule, place, message, { environment: this.name }))
  }

  /** Notes a leaf in clear that goes with the list that it is in. */
  #leaveOut(document: string, tokens: Tokens, value: Value): void {
    this.#sealed.push({ document, pointer: pointer(tokens), file: null, at: null, value })
  }

  /** Notes a leaf that the artifact leaves out, and takes the files with its ciphertext along. */
  #seal(linked: Linked, tokens: Tokens, leaf: Opaque): void {
    if (leaf.opaque === 'hole') return // what failed there has been reported
    const sources = sealedSources(this.#workspace, linked.effective, tokens)
    for (const { path } of sources) this.#take(path)
    const [only] = sources
    const isPlain = leaf instanceof Sealed && sources.length === 1 && only !== undefined
    this.#sealed.push({
      document: documentKey(linked.effective.document),
      pointer: pointer(tokens),
      file: isPlain ? secretPath(only.path) : null,
      at: isPlain ? only.at : null,
      ...(isPlain && only.stream !== undefined && { stream: only.stream }),
    })
  }

  #take(path: string): void {
    if (this.#secrets.has(path)) return
    const { bytes } = this.#workspace.snapshot.read(path)
    if (bytes === undefined || path.startsWith('../')) {
      const said = say`lies outside the configuration repository: it cannot be published with the rest`
      this.#tell('publish/bad-path', inFile(path), say`${said}; move it there, or leave ${name(this.name)} out`)
      return
    }
    const source = { path, blob: this.#oids.get(path) ?? null }
    this.#secrets.set(path, { path: secretPath(path), bytes: Buffer.from(bytes), source })
  }

  /** Values of process variables are not in the commit: only those that `publish.record` lists may be published. */
  #record({ effective }: Linked): void {
    const { schemas, variables, config } = this.#workspace
    const root = schemas.of(effective.document.kind)?.root
    for (const layer of effective.layers) {
      if (layer.from !== 'variables') continue
      for (const [at, variable] of layer.names) {
        const tokens = at === '' ? [] : at.split('\u0000')
        const place = layer.mappedAt?.get(variable) ?? inVariable(variable)
        if (root !== undefined && isSecretAt(root, tokens)) {
          this.#tell('publish/unrecorded-variable', place, say`${name(variable)} supplies a secret: it cannot be published`)
        } else if (!config.publish.record.has(variable)) {
          const said = say`${name(variable)} is not in the commit, so nobody could verify what is published`
          this.#tell('publish/unrecorded-variable', place, say`${said}: unset it, or list it under \`publish.record\``)
        } else this.#recordValue(variable, variables[variable] ?? '', place)
      }
    }
  }

  #recordValue(variable: string, value: string, place: Place): void {
    if (value.length <= MOST_TEXT) {
      this.#variables.set(variable, value)
      return
    }
    const said = say`${name(variable)} has ${value.length} characters, and a manifest takes ${MOST_TEXT}`
    this.#tell('publish/unrecorded-variable', place, say`${said}: shorten it, or write it into a layer`)
  }

  #layersOf({ layers }: Effective): ManifestLayer[] {
    const paths = layers.flatMap((layer) => (layer.from === 'file' ? [layer.tree.source.path] : []))
    return [...new Set(paths)].map((path) => ({ path, blob: this.#oids.get(path) ?? null }))
  }
}

const known = new WeakMap<Snapshot, ReadonlyMap<string, string | undefined>>()

/** The object ids of all files: looked up once a snapshot, however many environments and documents ask. */
function oidsIn(snapshot: Snapshot): ReadonlyMap<string, string | undefined> {
  let oids = known.get(snapshot)
  if (oids === undefined) known.set(snapshot, (oids = new Map(snapshot.entries.map(({ path, oid }) => [path, oid]))))
  return oids
}

const secretPath = (path: string): string => `${SECRETS_FOLDER}/${path}`

/** Where a person changes a value. */
export function placeOfValue({ effective, references }: Linked, tokens: Tokens): Place {
  const [reference] = referencesAt(references, tokens)
  if (reference !== undefined) return reference.place
  const { winner } = effective.originsAt(tokens)
  return winner === undefined ? inEnvironment(effective.environment.name) : placeIn(winner.layer, winner.tokens, 'value')
}
