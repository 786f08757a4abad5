import { compareText, type Collector } from '../../core/collector.ts'
import { finding, type Finding, type Report } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import { inFile } from '../../core/place.ts'
import {
  CHAIN_FILE, HYDRATOR_FILE, MANIFEST_FILE, STATEMENT_FILE, type DigestOf, type ManifestTool,
  type PublicationManifest, type PublishedFiles,
} from '../../core/publication.ts'
import type { PublicationSays, VerifyResult } from '../../core/publish-result.ts'
import {
  isPlainPath, MAX_MANIFEST_BYTES, readEnvironmentManifest, readPublicationManifest,
} from '../../stages/publish/read-manifest.ts'
import { attestationProblem } from '../../stages/verify/attestation.ts'
import { verifyGitSettings } from '../../stages/verify/git-settings.ts'
import { verifyFiles, type ListedFiles } from '../../stages/verify/verify-files.ts'
import { reproduce, type Recorded, type Render } from './reproduce.ts'
import { verifyChain, type Chain, type SignatureCheck } from './verify-chain.ts'
import { verifyNewest } from './verify-newest.ts'
import { verifyPlace, type PublicationPlace } from './verify-place.ts'

export interface VerifyRun {
  readonly collector: Collector
  readonly files: PublishedFiles
  /** Whether nothing but the publication may lie there. */
  readonly exclusive: boolean
  /** Whether it has GitOps Promoter's file. */
  readonly promoter: boolean
  readonly digest: DigestOf
  readonly tool: ManifestTool
  readonly signatures: SignatureCheck
  /** A Sigstore bundle, and the name of its file. */
  readonly bundle?: { readonly file: string; readonly bytes: Uint8Array }
  readonly place: PublicationPlace
  /** The newest commit that the place notes, beside the publication; absent where it notes none. */
  readonly noted?: string
  /** Whether what is unproven passes, though nobody who may sign vouches for it. */
  readonly allowsUnproven: boolean
  readonly render: Render
}

/** Says whether a publication is what was published, whole, and follows from the commit that it names. */
export async function verify(run: VerifyRun): Promise<VerifyResult> {
  const { collector, files, digest } = run
  const report = limited(collector.report)
  const bytes = files.read(MANIFEST_FILE, MAX_MANIFEST_BYTES)
  const manifest = bytes && readPublicationManifest(bytes)
  if (bytes === undefined || manifest === undefined) {
    report(noManifest(files, bytes))
    return { ...NOTHING, findings: collector.findings() }
  }
  const told: Finding[] = []
  const own = run.promoter ? [CHAIN_FILE, STATEMENT_FILE, HYDRATOR_FILE] : [CHAIN_FILE, STATEMENT_FILE]
  const reading = { readEnvironment: readEnvironmentManifest, isPlainPath }
  const input = { files, manifest, own, ...reading, exclusive: run.exclusive, digest }
  const listed = verifyFiles(input, (one) => told.push(one))
  const chain = verifyChain({ ...run, manifest, manifestDigest: digest(bytes), listed }, report)
  checkBundle(run, digest(bytes), report)
  verifyGitSettings({ ...input, environments: manifest.environments }, report)
  const variables = variablesOf(listed)
  const rendered = await run.render(manifest, variables)
  const passesUnproven = run.allowsUnproven || chain.isVouchedFor
  const reproduced = reproduce({ ...run, manifest, rendered, passesUnproven, told }, report)
  const { noted, place } = run
  if (rendered.publication !== undefined && noted !== undefined && noted !== chain.last?.entry.newest) {
    await verifyNewest({ ...run, noted, manifest, variables, rendered }, report)
  }
  const missing = verifyPlace({ place, manifest, last: chain.last, published: rendered.published }, report)
  return {
    ...resultOf(chain, place), reproduced, missing, beside: listed.beside, says: saidBy(manifest, variables),
    attested: run.bundle !== undefined, findings: collector.findings(),
  }
}

function checkBundle({ bundle }: VerifyRun, digest: string, report: Report): void {
  const problem = bundle && attestationProblem(bundle.bytes, digest)
  if (bundle !== undefined && problem !== undefined) report(finding('verify/bad-attestation', inFile(bundle.file), problem))
}

function resultOf({ last, isVouchedFor, ...chain }: Chain, { isDeclared, text }: PublicationPlace) {
  return { ...chain, isVouchedFor, isElsewhere: !isDeclared && last !== undefined && last.entry.target !== text }
}

const NOTHING = {
  says: undefined, entries: 0, head: undefined, signed: 0, isVouchedFor: false, rollback: null, publishedTo: undefined,
  isElsewhere: false, missing: [], beside: 0, attested: false, reproduced: 'no',
} as const

function noManifest({ entries }: PublishedFiles, bytes: Uint8Array | undefined): Finding {
  const place = inFile(MANIFEST_FILE)
  if (bytes !== undefined) return finding('verify/bad-manifest', place, say`is no manifest that this version of Cairn writes`)
  if (!entries.some(({ path }) => path === MANIFEST_FILE)) {
    return finding('verify/no-publication', place, say`is not there: nothing has been published, or it was taken away`)
  }
  return finding('verify/bad-manifest', place, say`cannot be read as a file of at most ${MAX_MANIFEST_BYTES} bytes`)
}

function saidBy({ source, tool, environments }: PublicationManifest, variables: Recorded): PublicationSays {
  return {
    commit: source.commit,
    tool: tool.version,
    environments: environments.map((environment) => environment.name),
    variables,
  }
}

function variablesOf({ environments }: ListedFiles): Recorded {
  const all = environments.flatMap((environment) => Object.entries(environment.variables))
  return Object.fromEntries(all.sort(([one], [other]) => compareText(one, other)))
}

/** Findings of a rule that are told; a manifest that lists a million files makes no million lines. */
const MOST_FINDINGS = 1000

function limited(report: Report): Report {
  const counts = new Map<string, number>()
  return (one) => {
    const count = (counts.get(one.rule) ?? 0) + 1
    counts.set(one.rule, count)
    if (count < MOST_FINDINGS) report(one)
    else if (count === MOST_FINDINGS) report({ ...one, place: inFile(MANIFEST_FILE), message: say`more than ${MOST_FINDINGS - 1} of these: the rest is not told` })
  }
}
