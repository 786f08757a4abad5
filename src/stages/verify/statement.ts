import { say, type Message } from '../../core/message.ts'
import {
  BUILD_TYPE, MANIFEST_FILE, type ChainEntry, type Digest, type ManifestInput, type PublicationManifest,
} from '../../core/publication.ts'
import { at, parsedJson, textAt } from '../../core/untrusted.ts'

export interface StatementInput {
  /** Of `provenance.json`; anybody may have written them. */
  readonly bytes: Uint8Array
  readonly manifest: PublicationManifest
  /** Digest of the manifest's bytes. */
  readonly digest: Digest
  /** All files that the manifests list. */
  readonly listed: readonly ManifestInput[]
  /** The last entry of the chain; absent where the chain cannot be read. */
  readonly entry: ChainEntry | undefined
}

/** What is wrong with a statement. */
export interface StatementProblem {
  /** `statement`: it is about other files or another commit. `entry`: the chain's last entry tells of another run. */
  readonly of: 'statement' | 'entry'
  readonly said: Message
}

/** Compares the statement with the publication that it is about, and the chain's last entry with the statement. */
export function verifyStatement(input: StatementInput): StatementProblem | undefined {
  const { bytes, manifest, digest, listed, entry } = input
  const data = parsedJson(Buffer.from(bytes).toString('utf8'))
  const definition = at(data, 'predicate.buildDefinition')
  const types = [at(data, '_type'), at(data, 'predicateType'), at(definition, 'buildType')]
  if (!isSame(types, [STATEMENT_TYPE, PREDICATE_TYPE, BUILD_TYPE])) {
    return { of: 'statement', said: say`is no statement that Cairn writes` }
  }
  const { source, tool, environments } = manifest
  const parameters = at(definition, 'externalParameters')
  const dependencies = at(definition, 'resolvedDependencies')
  const commit = Array.isArray(dependencies) && dependencies.length === 1 ? at(dependencies[0], 'digest.gitCommit') : undefined
  const said = [at(parameters, 'source.commit'), commit, at(parameters, 'source.prefix')]
  if (!isSame(said, [source.commit, source.commit, source.prefix])) return { of: 'statement', said: say`is about another commit than the manifest` }
  if (!isSame(at(parameters, 'environments'), environments.map(({ name }) => name))) {
    return { of: 'statement', said: say`is about other environments than the manifest` }
  }
  if (at(data, 'predicate.runDetails.builder.version.cairn') !== tool.version) {
    return { of: 'statement', said: say`names another version of Cairn than the manifest` }
  }
  if (!isAbout(at(data, 'subject'), [{ path: MANIFEST_FILE, sha256: digest }, ...listed])) {
    return { of: 'statement', said: say`is about other files than the manifest lists` }
  }
  if (entry === undefined) return undefined
  const metadata = at(data, 'predicate.runDetails.metadata')
  const told: Readonly<Record<'time' | 'target' | 'ref' | 'actor' | 'run' | 'rollback', unknown>> = {
    time: at(metadata, 'finishedOn'),
    target: at(parameters, 'target'),
    ref: at(parameters, 'source.ref'),
    actor: at(definition, 'internalParameters.actor'),
    run: at(metadata, 'invocationId'),
    rollback: at(parameters, 'rollback'),
  }
  const other = (Object.keys(told) as (keyof typeof told)[]).find((key) => (told[key] ?? null) !== entry[key])
  return other === undefined ? undefined : { of: 'entry', said: say`entry ${entry.sequence} has another ${WORDS[other]} than the statement: one of the two was changed` }
}

const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1'
const WORDS = { time: say`time`, target: say`target`, ref: say`ref`, actor: say`actor`, run: say`run`, rollback: say`commit that was gone back from` } as const

/** The URL of the repository that a statement names; undefined where it names none. */
export function repositoryIn(bytes: Uint8Array): string | undefined {
  const data = parsedJson(Buffer.from(bytes).toString('utf8'))
  const dependencies = at(data, 'predicate.buildDefinition.resolvedDependencies')
  const uri = textAt(Array.isArray(dependencies) ? dependencies[0] : undefined, 'uri')
  return uri?.startsWith('git+') === true ? uri.slice(4) : undefined
}

/** Whether the subjects of a statement are exactly these files, in whatever order. */
function isAbout(subject: unknown, files: readonly ManifestInput[]): boolean {
  if (!Array.isArray(subject) || subject.length !== files.length) return false
  const digests = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  // Of a file that comes twice the second is no longer there.
  return subject.every((one) => {
    const path = at(one, 'name')
    if (typeof path !== 'string' || !digests.has(path) || digests.get(path) !== at(one, 'digest.sha256')) return false
    return digests.delete(path)
  })
}

/** Compares one level: what somebody else wrote may be nested deeper than a stack. */
function isSame(found: unknown, wanted: readonly string[]): boolean {
  return Array.isArray(found) && found.length === wanted.length && wanted.every((one, i) => found[i] === one)
}
