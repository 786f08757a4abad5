import { hasCommit, isObjectId, repositoryOf, trustRepository } from '../adapters/git.ts'
import { reportPlace } from '../adapters/report-file.ts'
import { Collector } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import { name, say, type Message } from '../core/message.ts'
import type { Outcome } from '../core/publish-result.ts'
import { configurationRootAt } from '../opening.ts'
import { publishCommit, publishSettingsAt, type PublishingOptions } from '../publishing.ts'
import type { Variables } from '../workspace.ts'
import { checkStep, type CheckStep } from './check-step.ts'
import { findDirectory } from './configuration.ts'
import type { Inputs } from './inputs.ts'
import { linksOf, repositoryUrl, runUrl, workflowUrl } from './links.ts'
import { refuseProposals, whyUnpublished } from './publishing-branch.ts'
import { commitBefore, refuseRollback } from './rollback.ts'
import type { Runner } from './runner.ts'
import { withSignKey } from './sign-key.ts'
import { judgedFor, tellOutcomes, tellPublication } from './tell-publication.ts'

export interface PublishStep extends CheckStep {
  /** Where neither the inputs nor `cairn.yaml` name a target: check instead, or say that one is missing. */
  readonly withoutTargets: 'check' | 'refuse'
}

/**
 * Publishes the event's own commit, as Git has it: whatever a step before has done to the working tree is no part of
 * it. Where a person who starts the run asks for it, an older one of the same branch takes its place. On a branch or
 * tag that is not published the commit is only checked, and the run says why.
 *
 * @throws Failure (usage) on an event that may be a proposal, and where nothing says where to publish
 */
export async function publishStep({ withoutTargets, ...step }: PublishStep): Promise<void> {
  const { runner, inputs, environment } = step
  const { event, variables } = runner
  refuseProposals(event)
  refuseRollback(event, inputs.rollbackTo)
  for (const path of [inputs.sarif, inputs.junit]) if (path !== '') reportPlace(path, runner)
  const { directory, top } = findDirectory(runner.workspace, inputs.directory)
  trustRepository(top, environment)
  const isCommit = isObjectId(event.sha)
  const isThere = isCommit && hasCommit(directory, event.sha)
  const root = isThere ? configurationRootAt(directory, event.sha) : undefined
  const settings = root === undefined ? undefined : await publishSettingsAt(root, event.sha)
  const hasTargets = inputs.targets.length > 0 || (settings !== undefined && settings.targets.length > 0)
  if (root === undefined || !hasTargets) {
    const isRefused = withoutTargets === 'refuse' || inputs.rollbackTo !== ''
    if (isRefused && settings?.isSound !== false) throw nowhere(event.sha, root)
    await checkInstead(step, isCommit && !isThere ? notInClone(event.sha) : undefined)
    return
  }
  const { GITHUB_REF: ref = '' } = variables
  const why = whyUnpublished({ ref, branches: inputs.branches, payload: event.payload })
  if (why !== undefined && inputs.rollbackTo !== '') throw notPublished(ref)
  if (why !== undefined) await checkInstead(step, why)
  else await publishAt({ runner, inputs, root, directory })
}

async function checkInstead(step: CheckStep, notice: Message | undefined): Promise<void> {
  if (notice !== undefined) step.runner.annotate({ level: 'notice', title: 'Cairn', message: notice })
  await checkStep({ ...step, noticed: notice === undefined ? 0 : 1 })
  step.runner.output('published', 'false')
}

function notPublished(ref: string): Failure {
  return new Failure('usage', say`nobody goes back on ${name(ref)}, which is not published`, say`start the run on a branch that is published (input branches)`)
}

function notInClone(sha: string): Message {
  const commit = name(sha.slice(0, 12))
  return say`checked, not published: ${commit}, the commit of this push, is not in this clone; leave out ref of actions/checkout, and set fetch-depth: 0`
}

function nowhere(sha: string, root: string | undefined): Failure {
  if (root !== undefined) {
    return new Failure('usage', say`there is nothing to publish to`, say`list targets under \`publish.targets\` of cairn.yaml, or name some with the input targets`)
  }
  const said = say`${name(sha.slice(0, 12))}, the commit of this run, is not in this clone, or has no configuration`
  return new Failure('usage', said, say`leave out ref of actions/checkout, and set fetch-depth: 0`)
}

interface PublishAt {
  readonly runner: Runner
  readonly inputs: Inputs
  /** The configuration repository. */
  readonly root: string
  /** What relative paths of targets are relative to. */
  readonly directory: string
}

async function publishAt({ runner, inputs, root, directory }: PublishAt): Promise<void> {
  const { event, variables } = runner
  const done: Outcome[] = []
  const options = {
    ...requestOf(inputs, variables),
    root,
    folder: directory,
    commit: inputs.rollbackTo === '' ? event.sha : commitBefore(root, event.sha, inputs.rollbackTo),
    targetsAt: event.sha,
    rollback: inputs.rollbackTo !== '',
    collector: new Collector(),
    now: new Date(),
    done: (outcome: Outcome) => done.push(outcome),
  }
  try {
    const result = await withSignKey(inputs.signKey, variables, (signKey) => {
      return publishCommit({ ...options, ...(signKey !== undefined && { signKey }) })
    })
    const links = linksOf(variables, { head: result.commit })
    const report = { ...result, dryRun: inputs.dryRun }
    const { prefix } = repositoryOf(root)
    await tellPublication(runner, { report, inputs, folder: directory, prefix, ...(links && { links }) })
  } catch (error) {
    // What was published before one target failed stays published.
    tellOutcomes(runner, { commit: options.commit, outcomes: done, dryRun: inputs.dryRun })
    throw error
  }
}

type Request = Omit<PublishingOptions, 'root' | 'folder' | 'commit' | 'targetsAt' | 'rollback' | 'collector' | 'now'>

/** The job's own token is for the server that it runs on: a remote elsewhere is none of its business. */
function requestOf(inputs: Inputs, variables: Variables): Request {
  const { targets, environments, token, dryRun } = inputs
  const { GITHUB_SERVER_URL: server = 'https://github.com' } = variables
  return {
    targets,
    environments,
    dryRun,
    ...(token !== '' && { token, tokenServer: server }),
    variables,
    told: {
      ref: variables['GITHUB_REF'] || null,
      actor: variables['GITHUB_ACTOR'] || null,
      run: runUrl(variables) ?? null,
      builder: workflowUrl(variables) ?? null,
    },
    repository: repositoryUrl(variables) ?? null,
    blocking: judgedFor(inputs).fatal,
  }
}
