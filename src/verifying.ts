import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sha256 } from './adapters/digest.ts'
import { engines } from './adapters/engines.ts'
import { commitTree, hasCommit, repositoryOf, resolveCommit } from './adapters/git.ts'
import { sourceCommit } from './adapters/git/source-commit.ts'
import { hydratorMetadata } from './adapters/targets/hydrator.ts'
import { openPublication, type OpenedPublication } from './adapters/targets/publication.ts'
import { toolIdentity } from './adapters/tool.ts'
import { Collector } from './core/collector.ts'
import { Failure } from './core/failure.ts'
import { finding } from './core/finding.ts'
import { name, say, type Message } from './core/message.ts'
import { inFile } from './core/place.ts'
import {
  HYDRATOR_FILE, MANIFEST_FILE, parseTargetName, type ManifestTool, type Publication, type PublicationManifest,
  type PublishedFiles,
} from './core/publication.ts'
import type { VerifyResult } from './core/publish-result.ts'
import type { TargetSetting } from './core/publish-settings.ts'
import { openWorkspace } from './pipeline.ts'
import { makePublication, publishedEnvironments } from './queries/publish/publication.ts'
import { verify, type Rendered } from './queries/publish/verify.ts'
import type { SignatureCheck } from './queries/publish/verify-chain.ts'
import { buildPublication } from './stages/publish/manifest.ts'
import { VERSION } from './version.ts'
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
  const wanted = wantedOf(options, workspace)
  const allowedSigners = allowedSignersOf(options, workspace)
  if (options.allowedSigners === undefined || options.publications.length === 0) mustBeRead(collector)
  const [first] = wanted
  if (options.bundle !== undefined && (first === undefined || wanted.length > 1)) {
    throw new Failure('usage', say`--bundle attests one publication, and ${wanted.length} are to be verified`, say`name the one publication`)
  }
  const bundle = options.bundle === undefined ? undefined : { file: options.bundle, bytes: readNamed(folder, options.bundle, '--bundle') }
  const signatures = await signatureCheck(allowedSigners)
  const tool = toolIdentity(VERSION)
  const results: VerifiedPublication[] = []
  try {
    for (const one of wanted) {
      const result = await verifyOne(one, { ...options, signatures, tool, ...(bundle && { readBundle: bundle }) })
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

interface ClosedSignatureCheck extends SignatureCheck {
  readonly close: () => void
}

async function signatureCheck(allowedSigners: Buffer | undefined): Promise<ClosedSignatureCheck> {
  const { SignatureChecker } = await import('./adapters/ssh-signature.ts')
  let checker: InstanceType<typeof SignatureChecker> | undefined
  return {
    knowsSigners: allowedSigners !== undefined,
    check: ({ signed, signature, entry }) => {
      checker ??= new SignatureChecker(allowedSigners)
      return checker.check({ text: signed, signature: signature ?? '', at: entry.time })
    },
    close: () => { checker?.close() },
  }
}

interface Wanted extends Pick<TargetSetting, 'to' | 'path' | 'remote' | 'promoter'> {
  /** The one environment that is to be there, where the target is of one. */
  readonly environment?: string
  /** Whether it may not be there: what GitOps Promoter has not promoted yet. */
  readonly isOptional?: boolean
}

/** All that is to be verified, `{environment}` filled. A name that `cairn.yaml` has too is what stands there. */
function wantedOf({ publications }: VerifyingOptions, workspace: Workspace): Wanted[] {
  const environments = publishedEnvironments(workspace, { environments: [] })
  const settings = workspace.config.publish.targets.flatMap((setting) => fillings(setting, environments))
  if (publications.length === 0) {
    if (settings.length > 0) return settings.flatMap(promoted)
    throw new Failure('usage', say`there is nothing to verify`, say`name a publication, such as branch:deploy, or list targets under \`publish.targets\` of cairn.yaml`)
  }
  return publications.flatMap((text) => {
    const to = parseTargetName(text)
    if (to === undefined) throw new Failure('usage', say`${name(text)} is no publication`, say`write dir:<path>, branch:<name> or archive:<file.tar.gz>`)
    const asked = fillings({ to, path: '', remote: 'origin', promoter: false }, environments)
    return asked.flatMap((one) => {
      const known = settings.filter((setting) => setting.to.scheme === one.to.scheme && setting.to.at === one.to.at)
      return (known.length > 0 ? known : [one]).flatMap(promoted)
    })
  })
}

function fillings({ to, path, remote, promoter }: Wanted, environments: readonly string[]): Wanted[] {
  if (!`${to.at}\n${path}`.includes('{environment}')) return [{ to, path, remote, promoter }]
  return environments.map((environment) => ({
    to: { ...to, at: to.at.replaceAll('{environment}', environment) },
    path: path.replaceAll('{environment}', environment),
    remote,
    promoter,
    environment,
  }))
}

/** With GitOps Promoter there are two: what is proposed, and what was promoted and is in use. */
function promoted(one: Wanted): Wanted[] {
  return one.promoter && one.path === '' ? [one, { ...one, isOptional: true }] : [one]
}

interface Verifying extends VerifyingOptions {
  readonly signatures: SignatureCheck
  readonly tool: ManifestTool
  readonly readBundle?: { readonly file: string; readonly bytes: Uint8Array }
}

async function verifyOne(wanted: Wanted, options: Verifying): Promise<VerifiedPublication | undefined> {
  const { to, path, remote, promoter, isOptional = false } = wanted
  const { root, folder, token, variables, tool, readBundle } = options
  const opened = await openPublication(to, {
    root, folder, path, remote, promoter: promoter && !isOptional, variables, ...(token !== undefined && { token }),
  })
  try {
    if (isOptional && opened.files === undefined) return undefined
    const collector = new Collector()
    const proposed = promoter && !isOptional ? '-next' : ''
    const target = `${to.scheme}:${to.at}${proposed}${path === '' ? '' : ` in ${path}`}`
    if (opened.isAstray === true) {
      collector.report(finding('verify/bad-path', inFile('current'), say`does not lead to one of the versions beside it`))
    }
    const files = opened.files ?? NOTHING
    const result = await verify({
      collector,
      files,
      exclusive: to.scheme !== 'branch' || path !== '',
      promoter,
      digest: sha256,
      tool,
      signatures: options.signatures,
      ...(readBundle && { bundle: readBundle }),
      render: (manifest, recorded) => renderAgain(manifest, recorded, { ...options, files, promoter }),
    })
    const inPlace = withPlace(result, wanted, collector)
    return { target, ...await withPacking(inPlace, opened, { collector, target }) }
  } finally {
    await opened.close?.()
  }
}

const NOTHING: PublishedFiles = { entries: [], read: () => undefined }

/** A publication of one environment is none of another's, whoever signed it: it must not stand in its place. */
function withPlace(result: VerifyResult, { environment }: Wanted, collector: Collector): VerifyResult {
  const there = result.says?.environments
  if (environment === undefined || there === undefined || there.join('\n') === environment) return result
  collector.report(finding('verify/bad-manifest', inFile(MANIFEST_FILE), say`is of ${name(there.join(', '))}, and this is the place of ${name(environment)} alone`))
  return { ...result, findings: collector.findings() }
}

interface Told {
  readonly collector: Collector
  readonly target: string
}

/** Of an archive that is right in all its files: other readers must not find more in it. */
async function withPacking(result: VerifyResult, opened: OpenedPublication, told: Told): Promise<VerifyResult> {
  const { isPackedAlike } = opened
  const { collector, target } = told
  if (isPackedAlike === undefined || result.reproduced !== 'yes' || result.findings.length > 0) return result
  if (result.says?.tool !== VERSION || (await isPackedAlike())) return result
  collector.report(finding('verify/not-reproduced', inFile(target.replace(/^archive:/, '')), say`holds the right files, and is not packed as Cairn packs them: other programs may find something else in it`))
  return { ...result, findings: collector.findings(), reproduced: 'no' }
}

interface RenderAgain extends Pick<VerifyingOptions, 'root' | 'progress'> {
  readonly files: PublishedFiles
  readonly promoter: boolean
}

async function renderAgain(
  manifest: PublicationManifest,
  variables: Variables,
  options: RenderAgain,
): Promise<Rendered> {
  const { root, progress } = options
  const { source, tool } = manifest
  const { top, prefix } = repositoryOf(root)
  const short = name(source.commit.slice(0, 12))
  const here = prefix === '' ? '' : `${prefix}/`
  if (source.prefix !== here) {
    const [from, to] = [folderName(source.prefix), folderName(here)]
    return { problem: 'verify/other-folder', said: say`was made from ${from}, and is compared with ${to}: run cairn verify in ${from}` }
  }
  if (!hasCommit(root, source.commit)) {
    return { problem: 'verify/unknown-commit', said: say`this repository has no commit ${short}: fetch it, or this was published from somewhere else` }
  }
  const collector = new Collector()
  const snapshot = commitTree(join(top, prefix), source.commit)
  const workspace = await openWorkspace({ snapshot, variables, engines }, collector)
  const environments = manifest.environments.map((environment) => environment.name)
  const known = publishedEnvironments(workspace, { environments: [] })
  const stray = environments.find((environment) => !known.includes(environment))
  if (stray !== undefined) return { problem: 'blocked', said: say`${short} publishes no environment ${name(stray)}` }
  if (environments.length === 0) return { problem: 'blocked', said: say`lists no environment, so that nothing follows from ${short}` }
  const made = { collector, source, tool, digest: sha256, environments, ...(progress && { progress }) }
  const { inputs } = await makePublication(workspace, made)
  if (inputs === undefined) return { problem: 'blocked', said: say`${short} has errors that block its publication` }
  return { publication: withHydrator(buildPublication(inputs, sha256), options) }
}

function folderName(prefix: string): Message {
  return prefix === '' ? say`the top of the repository` : say`${name(prefix)}`
}

/** What GitOps Promoter reads follows from the commit too, but for the URL that people reach the repository at. */
function withHydrator(publication: Publication, { root, files, promoter }: RenderAgain): Publication {
  if (!promoter) return publication
  const { commit } = publication.manifest.source
  const url = urlIn(files.read(HYDRATOR_FILE, 1_000_000))
  const bytes = hydratorMetadata({ ...sourceCommit(root, commit), url })
  return { ...publication, files: [...publication.files, { path: HYDRATOR_FILE, bytes }] }
}

function urlIn(bytes: Uint8Array | undefined): string | undefined {
  try {
    const data = JSON.parse(Buffer.from(bytes ?? []).toString('utf8')) as { readonly repoURL?: unknown } | null
    return typeof data?.repoURL === 'string' ? data.repoURL : undefined
  } catch {
    return undefined
  }
}
