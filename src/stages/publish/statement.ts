import type { Digest, Publication, PublicationFile, DigestOf } from '../../core/publication.ts'
import { BUILD_TYPE, MANIFEST_FILE } from '../../core/publication.ts'
import { jsonBytes } from './manifest.ts'

/** What is told of the run that publishes. */
export interface PublishingRun {
  /** In UTC: `2026-01-31T12:00:00Z`. */
  readonly time: string
  readonly ref: string | null
  readonly actor: string | null
  /** URL of the run. */
  readonly run: string | null
  /** The commit that is gone back from, as in the chain's entry. */
  readonly rollback?: string | null
  /** URL of the source repository, where it is known. */
  readonly repository: string | null
  /** Who runs it: a URI, such as that of the workflow. */
  readonly builder: string | null
}

/** The same, and to which target it publishes, as the chain's entry tells it. */
export interface TargetedRun extends PublishingRun {
  readonly target: string
}

/**
 * The statement of `provenance.json`: the publication's files, what they were made of and who made them (in-toto
 * Statement v1 with SLSA's provenance predicate v1).
 *
 * @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 * @see https://slsa.dev/spec/v1.0/provenance
 */
export function provenanceStatement(publication: Publication, run: TargetedRun, digest: DigestOf): Uint8Array {
  const { source, tool, environments } = publication.manifest
  const repository = run.repository === null ? undefined : `git+${run.repository}`
  const dependency = { ...(repository === undefined ? {} : { uri: repository }), digest: { gitCommit: source.commit } }
  return jsonBytes({
    _type: 'https://in-toto.io/Statement/v1',
    subject: subjectsOf(publication, digest).map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: {
          source: { commit: source.commit, prefix: source.prefix, ...(run.ref === null ? {} : { ref: run.ref }) },
          environments: environments.map(({ name }) => name),
          target: run.target,
          ...(typeof run.rollback === 'string' ? { rollback: run.rollback } : {}),
        },
        internalParameters: run.actor === null ? {} : { actor: run.actor },
        resolvedDependencies: [dependency],
      },
      runDetails: {
        builder: { id: run.builder ?? 'urn:cairn:local', version: { cairn: tool.version } },
        metadata: { ...(run.run === null ? {} : { invocationId: run.run }), finishedOn: run.time },
      },
    },
  })
}

/** The files that are attested, the manifest first. */
function subjectsOf({ files }: Publication, digest: DigestOf): { path: string; sha256: Digest }[] {
  const isManifest = ({ path }: PublicationFile): boolean => path === MANIFEST_FILE
  return [...files.filter(isManifest), ...files.filter((file) => !isManifest(file))]
    .map(({ path, bytes }) => ({ path, sha256: digest(bytes) }))
}
