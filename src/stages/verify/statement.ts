import { say, type Message } from '../../core/message.ts'
import {
  BUILD_TYPE, MANIFEST_FILE, type ChainEntry, type Digest, type ManifestInput, type PublicationManifest,
} from '../../core/publication.ts'

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
  const data = parsed(bytes)
  const definition = member(data, 'predicate', 'buildDefinition')
  if (member(data, '_type') !== STATEMENT_TYPE || member(definition, 'buildType') !== BUILD_TYPE) {
    return { of: 'statement', said: say`is no statement that Cairn writes` }
  }
  const { source, environments } = manifest
  const parameters = member(definition, 'externalParameters')
  const dependencies = member(definition, 'resolvedDependencies')
  const commit = Array.isArray(dependencies) && dependencies.length === 1 ? member(dependencies[0], 'digest', 'gitCommit') : undefined
  const said = [member(parameters, 'source', 'commit'), commit, member(parameters, 'source', 'prefix')]
  if (!isSame(said, [source.commit, source.commit, source.prefix])) return { of: 'statement', said: say`is about another commit than the manifest` }
  if (!isSame(member(parameters, 'environments'), environments.map(({ name }) => name))) {
    return { of: 'statement', said: say`is about other environments than the manifest` }
  }
  if (!isAbout(member(data, 'subject'), [{ path: MANIFEST_FILE, sha256: digest }, ...listed])) {
    return { of: 'statement', said: say`is about other files than the manifest lists` }
  }
  if (entry === undefined) return undefined
  const metadata = member(data, 'predicate', 'runDetails', 'metadata')
  const told: Readonly<Record<'time' | 'ref' | 'actor' | 'run' | 'rollback', unknown>> = {
    time: member(metadata, 'finishedOn'),
    ref: member(parameters, 'source', 'ref'),
    actor: member(definition, 'internalParameters', 'actor'),
    run: member(metadata, 'invocationId'),
    rollback: member(parameters, 'rollback'),
  }
  const other = (Object.keys(told) as (keyof typeof told)[]).find((key) => (told[key] ?? null) !== entry[key])
  return other === undefined ? undefined : { of: 'entry', said: say`entry ${entry.sequence} has another ${WORDS[other]} than the statement: one of the two was changed` }
}

const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
const WORDS = { time: say`time`, ref: say`ref`, actor: say`actor`, run: say`run`, rollback: say`commit that was gone back from` } as const

/** Whether the subjects of a statement are exactly these files, in whatever order. */
function isAbout(subject: unknown, files: readonly ManifestInput[]): boolean {
  if (!Array.isArray(subject) || subject.length !== files.length) return false
  const digests = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  // Of a file that comes twice the second is no longer there.
  return subject.every((one) => {
    const path = member(one, 'name')
    if (typeof path !== 'string' || !digests.has(path) || digests.get(path) !== member(one, 'digest', 'sha256')) return false
    return digests.delete(path)
  })
}

/** Compares one level: what somebody else wrote may be nested deeper than a stack. */
function isSame(found: unknown, wanted: readonly string[]): boolean {
  return Array.isArray(found) && found.length === wanted.length && wanted.every((one, i) => found[i] === one)
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

/** What lies below some keys; undefined where a key is missing. */
function member(data: unknown, ...keys: readonly string[]): unknown {
  let value = data
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return value
}
