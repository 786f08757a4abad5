import type { Collector } from '../../core/collector.ts'
import { finding, type Finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { inFile } from '../../core/place.ts'
import {
  CHAIN_FILE, HYDRATOR_FILE, MANIFEST_FILE, STATEMENT_FILE, type DigestOf, type ManifestTool, type Publication,
  type PublicationManifest, type PublishedFiles,
} from '../../core/publication.ts'
import type { PublicationSays, VerifyResult } from '../../core/publish-result.ts'
import {
  isPlainPath, MAX_MANIFEST_BYTES, readEnvironmentManifest, readPublicationManifest,
} from '../../stages/publish/read-manifest.ts'
import { attestationProblem } from '../../stages/verify/attestation.ts'
import { compareWithRendered, type Difference } from '../../stages/verify/compare.ts'
import { verifyFiles, type ListedFiles } from '../../stages/verify/verify-files.ts'
import { verifyChain, type SignatureCheck } from './verify-chain.ts'

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
  /** Makes the publication of a commit again, with what the manifests record of variables. */
  readonly render: (manifest: PublicationManifest, variables: Readonly<Record<string, string>>) => Promise<Rendered>
}

/** What a commit gives; or why nothing. */
export type Rendered =
  | { readonly publication: Publication; readonly problem?: undefined }
  | { readonly problem: 'verify/unknown-commit' | 'verify/other-folder' | 'blocked'; readonly said: Message }

/** Says whether a publication is what was published, whole, and follows from the commit that it names. */
export async function verify(run: VerifyRun): Promise<VerifyResult> {
  const { collector, files, digest } = run
  const report = limited(collector.report)
  const bytes = files.read(MANIFEST_FILE, MAX_MANIFEST_BYTES)
  const manifest = bytes && readPublicationManifest(bytes)
  if (bytes === undefined || manifest === undefined) {
    report(noManifest(files, bytes))
    return { findings: collector.findings(), says: undefined, entries: 0, head: undefined, signed: 0, attested: false, reproduced: 'no' }
  }
  const told: Finding[] = []
  const own = run.promoter ? [CHAIN_FILE, STATEMENT_FILE, HYDRATOR_FILE] : [CHAIN_FILE, STATEMENT_FILE]
  const reading = { readEnvironment: readEnvironmentManifest, isPlainPath }
  const input = { files, manifest, own, ...reading, exclusive: run.exclusive, digest }
  const listed = verifyFiles(input, (one) => told.push(one))
  const chain = verifyChain({ ...run, manifest, manifestDigest: digest(bytes), listed }, report)
  const { bundle } = run
  const problem = bundle && attestationProblem(bundle.bytes, digest(bytes))
  if (bundle !== undefined && problem !== undefined) report(finding('verify/bad-attestation', inFile(bundle.file), problem))
  const reproduced = await reproduce(run, { manifest, listed, told }, report)
  const says = saidBy(manifest, listed)
  return { findings: collector.findings(), says, ...chain, attested: bundle !== undefined, reproduced }
}

function noManifest({ entries }: PublishedFiles, bytes: Uint8Array | undefined): Finding {
  const place = inFile(MANIFEST_FILE)
  if (bytes !== undefined) return finding('verify/bad-manifest', place, say`is no manifest that this version of Cairn writes`)
  if (!entries.some(({ path }) => path === MANIFEST_FILE)) {
    return finding('verify/no-publication', place, say`is not there: nothing has been published, or it was taken away`)
  }
  return finding('verify/bad-manifest', place, say`cannot be read as a file of at most ${MAX_MANIFEST_BYTES} bytes`)
}

function saidBy({ source, tool, environments }: PublicationManifest, listed: ListedFiles): PublicationSays {
  return {
    commit: source.commit,
    tool: tool.version,
    environments: environments.map((environment) => environment.name),
    variables: Object.keys(variablesOf(listed)).sort(),
  }
}

function variablesOf({ environments }: ListedFiles): Readonly<Record<string, string>> {
  return Object.fromEntries(environments.flatMap((environment) => Object.entries(environment.variables)))
}

interface Verified {
  readonly manifest: PublicationManifest
  readonly listed: ListedFiles
  /** What is known to be wrong with files; told here, where the line that was changed may be known. */
  readonly told: readonly Finding[]
}

/** By the same program, other bytes were not made from the commit; by another version nothing is proved. */
async function reproduce(run: VerifyRun, of: Verified, report: Report): Promise<VerifyResult['reproduced']> {
  const { files, tool } = run
  const { manifest, listed, told } = of
  const rendered = await run.render(manifest, variablesOf(listed))
  const isSameTool = manifest.tool.version === tool.version && manifest.tool.digest === tool.digest
  const rule = isSameTool ? 'verify/not-reproduced' : 'verify/unproven'
  const outcome = isSameTool ? 'no' : 'unproven'
  const why = (said: Message): Message => (isSameTool ? said : say`${said}; ${madeBy(manifest.tool, tool)}, so that may be why`)
  if (rendered.problem !== undefined) {
    for (const one of told) report(one)
    const { problem, said } = rendered
    if (problem === 'blocked') report(finding(rule, inFile(MANIFEST_FILE), why(said)))
    else report(finding(problem, inFile(MANIFEST_FILE), said))
    return problem === 'blocked' ? outcome : 'no'
  }
  const differences = compareWithRendered(files, rendered.publication)
  const byPath = new Map(differences.map((difference) => [difference.path, difference]))
  for (const one of told) report(isSameTool ? placed(one, byPath) : one)
  for (const { place, said } of byPath.values()) report(finding(rule, place, why(said)))
  return differences.length === 0 ? 'yes' : outcome
}

/** A changed file with the line that was changed; what is told here is not told once more. */
function placed(one: Finding, differences: Map<string, Difference>): Finding {
  const path = one.place.in === 'file' ? one.place.file : ''
  const difference = differences.get(path)
  differences.delete(path)
  return one.rule === 'verify/changed-file' && difference !== undefined ? { ...one, place: difference.place } : one
}

function madeBy(made: ManifestTool, { version }: ManifestTool): Message {
  if (made.version !== version) return say`it was made by Cairn ${name(made.version)}, and this is ${name(version)}`
  return say`it was made by another build of Cairn ${name(version)}`
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
