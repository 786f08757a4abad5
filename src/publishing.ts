import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sha256 } from './adapters/digest.ts'
import { engines } from './adapters/engines.ts'
import { commitTree, repositoryOf, resolveCommit } from './adapters/git.ts'
import { relationOf } from './adapters/git/relation.ts'
import { sourceCommit } from './adapters/git/source-commit.ts'
import { openTarget } from './adapters/targets/open.ts'
import { toolIdentity } from './adapters/tool.ts'
import { Collector } from './core/collector.ts'
import { Failure } from './core/failure.ts'
import { name, say } from './core/message.ts'
import { parseTargetName, type TargetName } from './core/publication.ts'
import type { PublishSettings, TargetSetting } from './core/publish-settings.ts'
import type { Outcome, PublishResult } from './core/publish-result.ts'
import type { Severity } from './core/rules.ts'
import { openWorkspace } from './pipeline.ts'
import { createReader } from './reading.ts'
import { readConfig } from './stages/discover/config.ts'
import { publish, type TargetRequest } from './queries/publish/publish.ts'
import type { PublishingRun } from './stages/publish/statement.ts'
import { VERSION } from './version.ts'
import type { Variables } from './workspace.ts'

export interface PublishingOptions {
  /** The root of the configuration repository. */
  readonly root: string
  /** What relative paths of targets are relative to. */
  readonly folder: string
  /** The commit to publish. */
  readonly commit: string
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
    targets: targetsOf(options, workspace.config.publish),
    dryRun: options.dryRun,
    rollback: options.rollback,
    run: { ...told, repository, time: `${now.toISOString().slice(0, 19)}Z` },
    relationOf: (newest) => relationOf(root, commit, newest),
    ...(signKey !== undefined && {
      sign: async (text: Uint8Array) => (await import('./adapters/ssh-signature.ts')).signText(text, resolve(options.folder, signKey)),
    }),
    pause: (attempt) => setTimeout(Math.random() * Math.min(2000, 50 * 2 ** Math.min(attempt, 6))),
  })
  return { ...result, commit }
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

function targetsOf(options: PublishingOptions, settings: PublishSettings): TargetRequest[] {
  const named = options.targets.flatMap((text) => namedTargets(text, settings))
  const asked = named.length > 0 ? named : settings.targets
  if (asked.length === 0) {
    throw new Failure('usage', say`there is nothing to publish to`, say`name a target: --to branch:deploy, or list some under \`publish.targets\` of cairn.yaml`)
  }
  const { root, folder, token, tokenServer, variables } = options
  return asked.map(({ text, to, path, remote, promoter }) => ({
    text: `${text}\n${path}`,
    open: (environment) => openTarget(filled(to, environment), {
      root, folder, path: fill(path, environment), remote, promoter, variables,
      ...(token !== undefined && { token }),
      ...(tokenServer !== undefined && { tokenServer }),
    }),
  }))
}

/** A name that `cairn.yaml` has too is what stands there, its path, its remote and GitOps Promoter with it. */
function namedTargets(text: string, { targets }: PublishSettings): Omit<TargetSetting, 'place'>[] {
  const known = targets.filter((one) => one.text === text)
  if (known.length > 0) return known
  const to = parseTargetName(text)
  if (to !== undefined) return [{ text, to, path: '', remote: 'origin', promoter: false }]
  throw new Failure('usage', say`${name(text)} is no target`, say`write dir:<path>, branch:<name> or archive:<file.tar.gz>`)
}

function filled({ scheme, at }: TargetName, environment: string | undefined): TargetName {
  return { scheme, at: fill(at, environment) }
}

function fill(text: string, environment: string | undefined): string {
  return environment === undefined ? text : text.replaceAll('{environment}', environment)
}
