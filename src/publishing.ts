import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sha256 } from './adapters/digest.ts'
import { engines } from './adapters/engines.ts'
import { commitTree, hasCommit, repositoryOf, resolveCommit } from './adapters/git.ts'
import { relationOf } from './adapters/git/relation.ts'
import { sourceCommit } from './adapters/git/source-commit.ts'
import { openTarget } from './adapters/targets/open.ts'
import type { RemoteOptions } from './adapters/targets/remote.ts'
import { toolIdentity } from './adapters/tool.ts'
import { Collector } from './core/collector.ts'
import { Failure } from './core/failure.ts'
import { name, say } from './core/message.ts'
import type { PublishSettings } from './core/publish-settings.ts'
import type { Outcome, PublishResult } from './core/publish-result.ts'
import type { Severity } from './core/rules.ts'
import { namedTargets, type NamedTarget, type NamedTargetsOptions } from './named-targets.ts'
import { openWorkspace } from './pipeline.ts'
import { publishedEnvironments } from './queries/publish/publication.ts'
import { createReader } from './reading.ts'
import { readConfig } from './stages/discover/config.ts'
import { publish, type TargetRequest } from './queries/publish/publish.ts'
import { signatureCheck } from './signature-check.ts'
import { MOST_TOLD } from './stages/publish/chain.ts'
import type { Relation } from './stages/publish/decide.ts'
import type { PublishingRun } from './stages/publish/statement.ts'
import { VERSION } from './version.ts'
import type { Variables, Workspace } from './workspace.ts'

export interface PublishingOptions {
  /** The root of the configuration repository. */
  readonly root: string
  /** What relative paths of targets are relative to. */
  readonly folder: string
  /** The commit to publish. */
  readonly commit: string
  /** The commit whose `cairn.yaml` says where to; absent: the one to publish. */
  readonly targetsAt?: string
  /** `--to`; empty for those of `cairn.yaml`. */
  readonly targets: readonly string[]
  readonly environments: readonly string[]
  readonly rollback: boolean
  readonly dryRun: boolean
  /** A private SSH key's file. */
  readonly signKey?: string
  /** For the remote of a branch. */
  readonly token?: string
  /** The server that the token is for, `https://github.com`; absent: whichever a remote is on. */
  readonly tokenServer?: string
  readonly variables: Variables
  /** Of the run, as GitHub tells it; null where nothing does. */
  readonly told: Pick<PublishingRun, 'ref' | 'actor' | 'run' | 'builder'>
  /** Where people reach the repository. */
  readonly repository: string | null
  readonly collector: Collector
  readonly now: Date
  readonly progress?: (done: number, total: number) => void
  /** The severities that block the publication; errors do in any case. */
  readonly blocking?: readonly Severity[]
  /** Told of each target as soon as it is done. */
  readonly done?: (outcome: Outcome) => void
}

/** Publishes a commit, or plans to: opens the repository at it and every target that is asked for. */
export async function publishCommit(options: PublishingOptions): Promise<PublishResult & { readonly commit: string }> {
  const { root, variables, collector, now, repository, told } = options
  const commit = resolveCommit(root, options.commit)
  const workspace = await openWorkspace({ snapshot: commitTree(root, commit), variables, engines }, collector)
  const { prefix } = repositoryOf(root)
  const { signKey } = options
  const { signers, ...where } = await whereTo(options, workspace)
  const signatures = signers === undefined ? undefined : await signatureCheck(signers)
  const result = await publish(workspace, {
    collector,
    digest: sha256,
    source: { commit, prefix: prefix === '' ? '' : `${prefix}/` },
    tool: toolIdentity(VERSION),
    environments: options.environments,
    today: now.toISOString().slice(0, 10),
    ...(options.progress && { progress: options.progress }),
    ...(options.blocking && { blocking: options.blocking }),
    ...(options.done && { done: options.done }),
    commit: { ...sourceCommit(root, commit), url: repository ?? undefined },
    targets: targetsOf(options, workspace, where),
    dryRun: options.dryRun,
    rollback: options.rollback,
    run: { ...inEntry(told), repository, time: `${now.toISOString().slice(0, 19)}Z` },
    relationOf: (newest) => relationTo(newest, commit, options),
    sourceOf: (other) => (hasCommit(root, other) ? sourceCommit(root, other) : undefined),
    ...(signKey !== undefined && {
      sign: async (text: Uint8Array) => (await import('./adapters/ssh-signature.ts')).signText(text, resolve(options.folder, signKey)),
    }),
    ...(signatures && { signatures }),
    pause: (attempt) => setTimeout(Math.random() * Math.min(2000, 50 * 2 ** Math.min(attempt, 6))),
  }).finally(() => signatures?.close())
  return { ...result, commit }
}

/** A clone that was made before somebody else pushed and published does not know: where it came from does. */
async function relationTo(newest: string, commit: string, options: PublishingOptions): Promise<Relation> {
  const known = relationOf(options.root, commit, newest)
  if (known !== 'missing') return known
  const { isNewerAt } = await import('./adapters/targets/newer-commit.ts')
  const isLate = await isNewerAt({ ...accessOf(options), remote: 'origin' }, { commit, newest })
  return isLate ? 'descendant' : known
}

/** With what remotes are reached. */
function accessOf({ root, variables, token, tokenServer }: PublishingOptions): Omit<RemoteOptions, 'remote'> {
  return { root, variables, ...(token !== undefined && { token }), ...(tokenServer !== undefined && { tokenServer }) }
}

/** A text that no entry of a chain takes is not told: cut short it would be another one. */
function inEntry({ ref, actor, run, builder }: PublishingOptions['told']): PublishingOptions['told'] {
  const taken = (text: string | null): string | null => (text !== null && text.length > MOST_TOLD ? null : text)
  return { ref: taken(ref), actor: taken(actor), run: taken(run), builder }
}

/**
 * What `cairn.yaml` says of publishing at a commit.
 *
 * @returns `isSound`: false where something in that file is wrong, so that more may have been meant
 */
export async function publishSettingsAt(
  root: string,
  commit: string,
): Promise<PublishSettings & { readonly isSound: boolean }> {
  const collector = new Collector()
  const { report } = collector
  const reader = createReader(commitTree(root, commit))
  const { publish: settings } = await reader.whole(collector, () => readConfig(reader.config(report), report))
  collector.close()
  return { ...settings, isSound: collector.findings().every(({ severity }) => severity !== 'error') }
}

type WhereTo = Pick<NamedTargetsOptions, 'settings' | 'environments'>

interface WhoSigns {
  /** The text of the file of allowed signers. */
  readonly signers?: Uint8Array
}

/**
 * What is set up, and the environments that names may stand for. Who goes back means what is published now, wherever
 * that commit was published to when it was new; an environment that it does not have is one all the same.
 */
async function whereTo({ root, targetsAt }: PublishingOptions, workspace: Workspace): Promise<WhereTo & WhoSigns> {
  const environments = publishedEnvironments(workspace, { environments: [] })
  const then = { settings: workspace.config.publish.targets, environments, ...whoSigns(workspace) }
  if (targetsAt === undefined) return then
  const collector = new Collector()
  const now = await openWorkspace({ snapshot: commitTree(root, targetsAt), variables: {}, engines }, collector)
  collector.close()
  if (collector.findings().some(({ rule, severity }) => severity === 'error' && rule.startsWith('config/'))) return then
  const known = new Set([...environments, ...publishedEnvironments(now, { environments: [] })])
  return { settings: now.config.publish.targets, environments: [...known], ...whoSigns(now) }
}

/** As an auditor reads it. */
function whoSigns({ config, snapshot }: Workspace): WhoSigns {
  const { signers } = config.publish
  const bytes = signers && snapshot.read(signers.name).bytes
  return bytes === undefined ? {} : { signers: bytes }
}

function targetsOf(options: PublishingOptions, workspace: Workspace, where: WhereTo): TargetRequest[] {
  const { folder } = options
  if (options.targets.length === 0 && where.settings.length === 0) {
    throw new Failure('usage', say`there is nothing to publish to`, say`name a target: --to branch:deploy, or list some under \`publish.targets\` of cairn.yaml`)
  }
  const asked = namedTargets({ named: options.targets, ...where, as: 'target' })
  return wantedOf(asked, options, workspace).map(({ to, environment, isDeclared, ...more }) => ({
    ...(environment !== undefined && { environment }),
    isDeclared,
    open: () => openTarget(to, { ...accessOf(options), folder, ...more }),
  }))
}

/** Without the targets of environments that are not asked for. */
function wantedOf(asked: readonly NamedTarget[], options: PublishingOptions, workspace: Workspace): NamedTarget[] {
  const environments = publishedEnvironments(workspace, options)
  const wanted = asked.filter(({ environment }) => environment === undefined || environments.includes(environment))
  const [first] = asked
  if (wanted.length > 0 || first?.environment === undefined) return wanted
  const of = say`${name(`${first.to.scheme}:${first.to.at}`)} is for ${name(first.environment)} alone`
  throw new Failure('usage', say`${of}, which is not among the environments to publish`, say`leave --environment out, or name another target or a commit that has that environment`)
}
