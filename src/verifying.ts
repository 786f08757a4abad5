import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { sha256 } from './adapters/digest.ts'
import { engines } from './adapters/engines.ts'
import { commitTree, resolveCommit } from './adapters/git.ts'
import { sourceCommit } from './adapters/git/source-commit.ts'
import { hydratorMetadata } from './adapters/targets/hydrator.ts'
import { openPublication, type OpenedPublication } from './adapters/targets/publication.ts'
import { toolIdentity } from './adapters/tool.ts'
import { Collector } from './core/collector.ts'
import { Failure } from './core/failure.ts'
import { finding } from './core/finding.ts'
import { name, say } from './core/message.ts'
import { inFile } from './core/place.ts'
import { HYDRATOR_FILE, STATEMENT_FILE, type ManifestTool, type PublishedFiles } from './core/publication.ts'
import type { VerifyResult } from './core/publish-result.ts'
import { targetText } from './core/target-text.ts'
import { openWorkspace } from './pipeline.ts'
import type { Render } from './queries/publish/reproduce.ts'
import { verify, type VerifyRun } from './queries/publish/verify.ts'
import type { SignatureCheck } from './queries/publish/verify-chain.ts'
import { createRendering } from './rendering-again.ts'
import { signatureCheck } from './signature-check.ts'
import { newestOf } from './stages/publish/decide.ts'
import { MAX_MANIFEST_BYTES } from './stages/publish/read-manifest.ts'
import { repositoryIn } from './stages/verify/statement.ts'
import { VERSION } from './version.ts'
import { wantedPublications, type Wanted } from './wanted-publications.ts'
import type { Variables, Workspace } from './workspace.ts'

export interface VerifyingOptions {
  /** The root of the configuration repository. */
  readonly root: string
  /** What relative paths are relative to. */
  readonly folder: string
  /** Publications; empty for the targets of `cairn.yaml`. */
  readonly publications: readonly string[]
  /** A file of allowed signers; absent: that of `publish.signers`. */
  readonly allowedSigners?: string
  /** A file with a Sigstore bundle for the one publication. */
  readonly bundle?: string
  readonly token?: string
  /** Lets pass what another version of Cairn made and this one makes otherwise, though nobody vouches for it. */
  readonly allowUnproven?: boolean
  readonly variables: Variables
  readonly progress?: (done: number, total: number) => void
}

/** A publication, and what came of verifying it. */
export interface VerifiedPublication extends VerifyResult {
  readonly target: string
}

/**
 * Verifies publications against the repository that they say they follow from. Changes nothing there or here. What
 * `cairn.yaml` says of targets and signers is that of the commit that is checked out.
 */
export async function verifyPublications(options: VerifyingOptions): Promise<VerifiedPublication[]> {
  const { root, folder } = options
  const collector = new Collector()
  const snapshot = commitTree(root, resolveCommit(root, 'HEAD'))
  const workspace = await openWorkspace({ snapshot, variables: {}, engines }, collector)
  const wanted = wantedPublications(options.publications, workspace)
  const allowedSigners = allowedSignersOf(options, workspace)
  if (options.allowedSigners === undefined || options.publications.length === 0) mustBeRead(collector)
  const [first] = wanted
  if (options.bundle !== undefined && (first === undefined || wanted.length > 1)) {
    throw new Failure('usage', say`--bundle attests one publication, and ${wanted.length} are to be verified`, say`name the one publication`)
  }
  const bundle = options.bundle === undefined ? undefined : { file: options.bundle, bytes: readNamed(folder, options.bundle, '--bundle') }
  const signatures = await signatureCheck(allowedSigners)
  const run = { ...options, signatures, tool: toolIdentity(VERSION), render: createRendering(options) }
  const results: VerifiedPublication[] = []
  try {
    for (const one of wanted) {
      const result = await verifyOne(one, { ...run, ...(bundle && { readBundle: bundle }) })
      if (result !== undefined) results.push(result)
    }
    return results
  } finally {
    signatures.close()
  }
}

/** A `cairn.yaml` with mistakes may leave out who has to sign, or a target: nothing is proved by it. */
function mustBeRead(collector: Collector): void {
  const wrong = collector.findings().find(({ rule, severity }) => severity === 'error' && rule.startsWith('config/'))
  if (wrong === undefined) return
  const { file = 'cairn.yaml', line = 1 } = wrong.location
  const said = say`${name(file)}:${line} at HEAD has a mistake, so that it cannot be said what is published and who may sign`
  throw new Failure('usage', said, say`cairn check tells more; or name publications and --allowed-signers`)
}

function allowedSignersOf(options: VerifyingOptions, { config, snapshot }: Workspace): Buffer | undefined {
  const { allowedSigners, folder } = options
  if (allowedSigners !== undefined) return readNamed(folder, allowedSigners, '--allowed-signers')
  const { signers } = config.publish
  if (signers === undefined) return undefined
  const { bytes } = snapshot.read(signers.name)
  if (bytes !== undefined) return Buffer.from(bytes)
  throw new Failure('usage', say`${name(signers.name)} is not there at HEAD, and \`publish.signers\` names it`, say`commit it, or name a file with --allowed-signers`)
}

function readNamed(folder: string, file: string, option: '--allowed-signers' | '--bundle'): Buffer {
  try {
    return readFileSync(resolve(folder, file))
  } catch {
    const hint = option === '--bundle' ? say`--bundle names a Sigstore bundle, as actions/attest makes it` : say`--allowed-signers names a file of allowed signers (ssh-keygen(1))`
    throw new Failure('usage', say`${name(file)} cannot be read`, hint)
  }
}

interface Verifying extends VerifyingOptions {
  readonly signatures: SignatureCheck
  readonly tool: ManifestTool
  readonly render: Render
  readonly readBundle?: { readonly file: string; readonly bytes: Uint8Array }
}

async function verifyOne(wanted: Wanted, options: Verifying): Promise<VerifiedPublication | undefined> {
  const { to, path, remote, promoter, place, isOptional = false } = wanted
  const { root, folder, token, variables, tool, readBundle, allowUnproven = false } = options
  const opened = await openPublication(to, {
    root, folder, path, remote, promoter: promoter && !isOptional, variables, ...(token !== undefined && { token }),
  })
  try {
    if (isOptional && opened.files === undefined) return undefined
    const collector = new Collector()
    const proposed = promoter && !isOptional ? '-next' : ''
    const target = targetText({ to: { ...to, at: `${to.at}${proposed}` }, path, remote })
    if (opened.isAstray === true) {
      collector.report(finding('verify/bad-path', inFile('current'), say`does not lead to one of the versions beside it`))
    }
    const files = opened.files ?? NOTHING
    const noted = opened.target && newestOf(opened.target, sha256)
    const result = await verify({
      collector,
      files,
      exclusive: to.scheme !== 'branch' || path !== '',
      promoter,
      digest: sha256,
      tool,
      signatures: options.signatures,
      ...(readBundle && { bundle: readBundle }),
      place,
      ...(noted !== undefined && { noted }),
      allowsUnproven: allowUnproven,
      render: promoter ? withHydrator(options.render, { root, files }) : options.render,
    })
    return { target, ...await withPacking(result, opened, { collector, target, allowUnproven }) }
  } finally {
    await opened.close?.()
  }
}

const NOTHING: PublishedFiles = { entries: [], read: () => undefined }

interface Told {
  readonly collector: Collector
  readonly target: string
  readonly allowUnproven: boolean
}

/** Of an archive that is right in all its files: other readers must not find more in it. */
async function withPacking(result: VerifyResult, opened: OpenedPublication, told: Told): Promise<VerifyResult> {
  const { isPackedAlike } = opened
  const { collector, target, allowUnproven } = told
  const isWrong = result.findings.some(({ severity }) => severity === 'error')
  if (isPackedAlike === undefined || result.reproduced !== 'yes' || isWrong) return result
  if (await isPackedAlike()) return result
  const place = inFile(target.replace(/^archive:/, ''))
  const { tool = VERSION } = result.says ?? {}
  const isSame = tool === VERSION
  const said = say`holds the right files, and is not packed as ${isSame ? say`Cairn` : say`Cairn ${name(VERSION)}`} packs them: other programs may find something else in it`
  const passes = allowUnproven || result.isVouchedFor
  if (isSame) collector.report(finding('verify/not-reproduced', place, said))
  else collector.report(finding('verify/unproven', place, say`${said}; it was made by Cairn ${name(tool)}`, passes ? { severity: 'warning' } : {}))
  return { ...result, findings: collector.findings(), reproduced: isSame ? 'no' : 'unproven' }
}

/** What GitOps Promoter reads follows from the commit too, and from the repository that the statement names. */
function withHydrator(render: Render, { root, files }: Pick<VerifyingOptions, 'root'> & Pick<VerifyRun, 'files'>): Render {
  return async (manifest, variables) => {
    const rendered = await render(manifest, variables)
    if (rendered.publication === undefined) return rendered
    const { publication } = rendered
    const url = repositoryIn(files.read(STATEMENT_FILE, MAX_MANIFEST_BYTES) ?? new Uint8Array())
    const bytes = hydratorMetadata({ ...sourceCommit(root, manifest.source.commit), url })
    const all = [...publication.files, { path: HYDRATOR_FILE, bytes }]
    return { ...rendered, publication: { ...publication, files: all } }
  }
}
