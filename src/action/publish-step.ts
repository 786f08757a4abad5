import { hasCommit, isObjectId, repositoryOf, trustRepository } from '../adapters/git.ts'
import { Collector } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import type { Outcome } from '../core/publish-result.ts'
import { configurationRootAt } from '../opening.ts'
import { publishCommit, publishSettingsAt, type PublishingOptions } from '../publishing.ts'
import type { Variables } from '../workspace.ts'
import { checkStep, type CheckStep } from './check-step.ts'
import { findDirectory } from './configuration.ts'
import type { Inputs } from './inputs.ts'
import { linksOf, repositoryUrl, runUrl, workflowUrl } from './links.ts'
import { refuseProposals, whyUnpublished } from './publishing-branch.ts'
import type { Runner } from './runner.ts'
import { withSignKey } from './sign-key.ts'
import { judgedFor, tellOutcomes, tellPublication } from './tell-publication.ts'

export interface PublishStep extends CheckStep {
  /** Where neither the inputs nor `cairn.yaml` name a target: check instead, or say that one is missing. */
  readonly withoutTargets: 'check' | 'refuse'
}

/**
 * Publishes the event's own commit, as Git has it: whatever a step before has done to the working tree is no part of
 * it. On a branch or tag that is not published the commit is only checked, and the run says why.
 *
 * @throws Failure (usage) on an event that may be a proposal, and where nothing says where to publish
 */
export async function publishStep({ withoutTargets, ...step }: PublishStep): Promise<void> {
  const { runner, inputs, environment } = step
  const { event, variables } = runner
  refuseProposals(event)
  const { directory, top } = findDirectory(runner.workspace, inputs.directory)
  trustRepository(top, environment)
  const root = rootAt(directory, event.sha)
  const settings = root === undefined ? undefined : await publishSettingsAt(root, event.sha)
  const hasTargets = inputs.targets.length > 0 || (settings !== undefined && settings.targets.length > 0)
  if (root === undefined || !hasTargets) {
    if (withoutTargets === 'refuse' && settings?.isSound !== false) throw nowhere(event.sha, root)
    await checkInstead(step)
    return
  }
  const why = whyUnpublished({ ref: variables['GITHUB_REF'] ?? '', branches: inputs.branches, payload: event.payload })
  if (why === undefined) {
    await publishAt({ runner, inputs, root, directory })
    return
  }
  runner.annotate({ level: 'notice', title: 'Cairn', message: why })
  await checkInstead({ ...step, noticed: 1 })
}

async function checkInstead(step: CheckStep): Promise<void> {
  await checkStep(step)
  step.runner.output('published', 'false')
}

/** The configuration repository as the commit has it; `undefined` where the commit has none, or is not in the clone. */
function rootAt(directory: string, sha: string): string | undefined {
  return isObjectId(sha) && hasCommit(directory, sha) ? configurationRootAt(directory, sha) : undefined
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
    commit: event.sha,
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
    tellOutcomes(runner, { commit: event.sha, outcomes: done, dryRun: inputs.dryRun })
    throw error
  }
}

type Request = Omit<PublishingOptions, 'root' | 'folder' | 'commit' | 'collector' | 'now'>

/** The job's own token is for the server that it runs on: a remote elsewhere is none of its business. */
function requestOf(inputs: Inputs, variables: Variables): Request {
  const { targets, environments, token, dryRun } = inputs
  const { GITHUB_SERVER_URL: server = 'https://github.com' } = variables
  return {
    targets,
    environments,
    rollback: false,
    dryRun,
    ...(token !== '' && { token, tokenServer: server }),
    variables,
    told: {
      ref: toldBy(variables['GITHUB_REF']),
      actor: toldBy(variables['GITHUB_ACTOR']),
      run: runUrl(variables) ?? null,
      builder: workflowUrl(variables) ?? null,
    },
    repository: repositoryUrl(variables) ?? null,
    blocking: judgedFor(inputs).fatal,
  }
}

/** A chain's entry takes so much of a text. */
const MOST_TOLD = 2000

function toldBy(text: string | undefined): string | null {
  return text === undefined || text === '' || text.length > MOST_TOLD ? null : text
}
