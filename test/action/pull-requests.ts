import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { HANDOFF_FILE } from '../../src/adapters/handoff.ts'
import { workflowRunPayload } from '../github/bodies.ts'
import { startGitHub, type GitHubServer, type ServerOptions } from '../github/server.ts'
import { addArtifact, addPullRequest, addRun, FORK, REPOSITORY, TOKENS, type Run } from '../github/world.ts'
import { zip } from '../github/zip.ts'
import type { Files } from '../helpers/repository.ts'
import { checkout, pullRequest, type PullRequest } from './checkouts.ts'
import { runStep, type Ran, type Step } from './runner.ts'

/** A pull request that stands both in Git and on GitHub's double, and the steps that run for it. */
export interface Proposed {
  readonly server: GitHubServer
  readonly pull: PullRequest
  readonly check: (step?: Partial<Step>) => Promise<Ran>
  /** What runs after a check: with the report that it handed over, or another one. */
  readonly comment: (handoff: string | Buffer, step?: Partial<Step>) => Promise<Ran>
  /** What the comments on it say. */
  readonly bodies: () => readonly string[]
}

export interface Proposal {
  readonly edits: Files
  readonly before?: Files
  readonly from?: 'branch' | 'fork'
  readonly server?: ServerOptions
}

/** @param action the folder of the action, built */
export async function proposed(action: string, { edits, before, from = 'branch', server: options }: Proposal): Promise<Proposed> {
  const server = await startGitHub(options)
  const pull = before === undefined ? pullRequest(edits) : pullRequest(edits, before)
  const repository = from === 'fork' ? FORK : REPOSITORY
  const head = { sha: pull.head, branch: 'change', repository }
  // The others are there so that the number says something.
  while (server.world.pullRequests.length < 6) addPullRequest(server.world)
  addPullRequest(server.world, { head })
  const run: Run = addRun(server.world, { head })
  const workspace = checkout(pull.origin, 'refs/pull/7/merge', 2)
  const env = { ...server.env, GITHUB_RUN_ID: String(run.id) }
  const token = from === 'fork' ? TOKENS.fork : TOKENS.job
  return {
    server,
    pull,
    check: (step = {}) => runStep({ action, workspace, event: 'pull_request', sha: pull.merge, payload: payloadOf(pull, repository), token, ...step, env: { ...env, ...step.env } }),
    comment: (handoff, step = {}) => {
      addArtifact(server.world, { run: run.id, archive: Buffer.isBuffer(handoff) ? handoff : zip([{ name: HANDOFF_FILE, content: handoff }]) })
      const payload = workflowRunPayload(server.world, run)
      return runStep({ action: `${action}/comment`, workspace: nowhere(), event: 'workflow_run', payload, token: TOKENS.job, ...step, env: { ...env, ...step.env } })
    },
    bodies: () => server.world.comments.map(({ body }) => body),
  }
}

/** A workflow that comments checks nothing out. */
function nowhere(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-nowhere-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const handedOver = ({ outputs }: Ran): string => readFileSync(outputs['handoff'] ?? '', 'utf8')

function payloadOf({ base, head, merge }: PullRequest, from: typeof REPOSITORY): unknown {
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      user: { login: 'octocat' },
      merge_commit_sha: merge,
      head: { ref: 'change', sha: head, repo: { id: from.id } },
      base: { ref: 'main', sha: base, repo: { id: REPOSITORY.id } },
    },
    repository: { id: REPOSITORY.id },
  }
}
