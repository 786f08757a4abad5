import { compareText } from '../../core/collector.ts'
import { indentedJson } from '../../core/number-text.ts'
import {
  MANIFEST_FILE, SEALED_FILE, type Artifact, type Digest, type DigestOf, type EnvironmentManifest, type ManifestFile,
  type ManifestInput, type ManifestKind, type ManifestLayer, type ManifestSecret, type ManifestSource,
  type ManifestTool, type Publication, type PublicationFile, type PublicationManifest, type SealedEntry,
} from '../../core/publication.ts'

/** What an environment publishes. The order of lists does not matter. */
export interface EnvironmentContent {
  readonly name: string
  readonly artifacts: readonly MadeArtifact[]
  /** SOPS files as they are; `path` is below the environment's folder. */
  readonly secrets: readonly (PublicationFile & { readonly source: ManifestLayer })[]
  readonly sealed: readonly SealedEntry[]
  readonly kinds: readonly ManifestKind[]
  readonly variables: ReadonlyMap<string, string>
}

export interface MadeArtifact extends Artifact {
  readonly layers: readonly ManifestLayer[]
  /** What a deployment's file makes where it is started, and no other may make there. */
  readonly makes?: readonly string[]
}

export interface PublicationInputs {
  readonly source: ManifestSource
  readonly tool: ManifestTool
  readonly inputs: readonly ManifestInput[]
  readonly environments: readonly EnvironmentContent[]
}

/**
 * Puts a publication together: the same content gives the same bytes, whatever order it comes in.
 *
 * @param digest SHA-256
 */
export function buildPublication(content: PublicationInputs, digest: DigestOf): Publication {
  const files: PublicationFile[] = []
  const environments = content.environments.map((environment) => {
    const folder = filesOf(environment, digest)
    for (const { path, bytes } of folder) files.push({ path: `${environment.name}/${path}`, bytes })
    const own = folder.find(({ path }) => path === MANIFEST_FILE) as PublicationFile
    return { name: environment.name, manifest: listed(`${environment.name}/${own.path}`, own.bytes, digest) }
  })
  const manifest: PublicationManifest = {
    version: 1,
    source: content.source,
    tool: content.tool,
    inputs: sorted(content.inputs, ({ path }) => path),
    environments: sorted(environments, ({ name }) => name),
  }
  files.push({ path: MANIFEST_FILE, bytes: jsonBytes(manifest) })
  return { manifest, files: sorted(files, ({ path }) => path) }
}

function filesOf(environment: EnvironmentContent, digest: DigestOf): PublicationFile[] {
  const { artifacts, secrets, sealed } = environment
  const files: PublicationFile[] = [...artifacts, ...secrets].map(({ path, bytes }) => ({ path, bytes }))
  const sealedBytes = sealedList(sealed)
  if (sealedBytes !== undefined) files.push({ path: SEALED_FILE, bytes: sealedBytes })
  const manifest: EnvironmentManifest = {
    version: 1,
    environment: environment.name,
    kinds: sorted(environment.kinds, ({ name }) => name),
    artifacts: sorted(artifacts.map(({ path, bytes, document, format, layers }) =>
      ({ ...listed(path, bytes, digest), document, format, layers })), ({ path }) => path),
    secrets: sorted(secrets.map(({ path, bytes, source }): ManifestSecret =>
      ({ ...listed(path, bytes, digest), source })), ({ path }) => path),
    sealed: sealedBytes === undefined ? null : listed(SEALED_FILE, sealedBytes, digest),
    variables: Object.fromEntries(sorted([...environment.variables], ([name]) => name)),
  }
  files.push({ path: MANIFEST_FILE, bytes: jsonBytes(manifest) })
  return files
}

/** The list of the leaves that an environment's artifacts leave out; undefined where they leave out none. */
export function sealedList(sealed: readonly SealedEntry[]): Uint8Array | undefined {
  const leaves = sorted(sealed, ({ document, pointer }) => `${document}\u0000${pointer}`)
  return leaves.length === 0 ? undefined : jsonBytes({ version: 1, leaves })
}

function listed(path: string, bytes: Uint8Array, digest: DigestOf): ManifestFile {
  return { path, size: bytes.byteLength, sha256: digest(bytes) satisfies Digest }
}

/** By UTF-16 code units: no locale has a say. */
function sorted<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, by: key(item) }))
    .sort((a, b) => compareText(a.by, b.by))
    .map(({ item }) => item)
}

/** JSON as a person reads it: members in the order given, two spaces, a line break at the end. */
export function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${indentedJson(value)}\n`)
}
