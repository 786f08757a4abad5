import { MANIFEST_FILE, type Digest } from '../core/publication.ts'

/** What `actions/attest` takes: a file of checksums, and the predicate. */
export interface Attestation {
  /** Lines as sha256sum(1) writes them. */
  readonly checksums: string
  /** JSON. */
  readonly predicate: string
  readonly predicateType: string
}

interface Subject {
  readonly name: string
  readonly digest: { readonly sha256: Digest }
}

/** What is used of `provenance.json`, which this run has written itself. */
interface Statement {
  readonly subject: readonly Subject[]
  readonly predicateType: string
  readonly predicate: {
    readonly buildDefinition: {
      readonly externalParameters: { readonly environments: readonly string[]; readonly target: string }
    }
  }
}

/** So many subjects `actions/attest` takes at once. */
const MOST_SUBJECTS = 1024

/**
 * One attestation for all that a run has published. Where there are too many files, the manifests stand for them: each
 * lists the digests of what it is of.
 *
 * @param statements each target's `provenance.json`
 * @param archives files that hold a whole publication
 * @returns `undefined` where nothing was published
 */
export function attestationOf(
  statements: readonly Uint8Array[],
  archives: readonly Subject[],
): Attestation | undefined {
  const read = statements.map((bytes) => JSON.parse(Buffer.from(bytes).toString('utf8')) as Statement)
  const [first] = read
  if (first === undefined) return undefined
  const { buildDefinition } = first.predicate
  const given = read.map(({ predicate }) => predicate.buildDefinition.externalParameters)
  const environments = [...new Set(given.flatMap((one) => one.environments))].sort()
  const { target, ...shared } = buildDefinition.externalParameters
  const where = given.length === 1 ? { target } : { targets: given.map((one) => one.target) }
  const externalParameters = { ...shared, environments, ...where }
  const predicate = { ...first.predicate, buildDefinition: { ...buildDefinition, externalParameters } }
  return {
    checksums: checksumsOf([...archives, ...read.flatMap(({ subject }) => subject)]),
    predicate: `${JSON.stringify(predicate, null, 2)}\n`,
    predicateType: first.predicateType,
  }
}

const isManifest = (path: string): boolean => path === MANIFEST_FILE || path.endsWith(`/${MANIFEST_FILE}`)

function checksumsOf(subjects: readonly Subject[]): string {
  const all = linesOf(subjects)
  if (all.length <= MOST_SUBJECTS) return all.join('')
  const manifests = linesOf(subjects.filter(({ name }) => isManifest(name)))
  if (manifests.length <= MOST_SUBJECTS) return manifests.join('')
  return linesOf(subjects.filter(({ name }) => name === MANIFEST_FILE)).slice(0, MOST_SUBJECTS).join('')
}

/** Each once: several targets may have the same. */
function linesOf(subjects: readonly Subject[]): string[] {
  return [...new Set(subjects.map(({ name, digest }) => `${digest.sha256}  ${name}\n`))]
}
