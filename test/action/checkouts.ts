import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { repository, type Files, type TestRepository } from '../helpers/repository.ts'

/** A repository on a server: two environments that share a base, and one document that each changes a little. */
export const CONFIG: Files = {
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/base/services/db.yaml': 'port: 5432\npool: 10\n',
  'environments/staging/environment.yaml': 'inherits: base\n',
  'environments/production/environment.yaml': 'inherits: base\n',
  'environments/production/services/db.yaml': 'pool: 50\n',
}

/** A pull request as GitHub keeps it: the branch's head, and the merge of it into the base branch. */
export interface PullRequest {
  readonly origin: TestRepository
  /** What the event says was the base branch's tip; it may have moved on. */
  readonly base: string
  readonly head: string
  readonly merge: string
  /** The real tip of the base branch, which the merge is made onto. */
  readonly tip: string
}

/**
 * Makes a pull request with the given edits, merged into a base branch that has moved on since the event.
 *
 * @param before what the base branch has
 * @param edits what the pull request writes
 */
export function pullRequest(edits: Files, before: Files = CONFIG): PullRequest {
  const origin = repository(before)
  const base = origin.commit('base')
  origin.git('checkout', '-q', '-b', 'change')
  origin.write(edits)
  const head = origin.commit('change')
  origin.git('checkout', '-q', 'main')
  origin.write({ 'README.md': 'meanwhile\n', 'environments/staging/services/cache.yaml': 'size: 1\n' })
  const tip = origin.commit('meanwhile')
  origin.git('checkout', '-q', '--detach')
  origin.git('merge', '-q', '--no-ff', '-m', 'Merge change into main', 'change')
  const merge = origin.git('rev-parse', 'HEAD').trim()
  origin.git('update-ref', 'refs/pull/7/merge', merge)
  origin.git('update-ref', 'refs/pull/7/head', head)
  origin.git('checkout', '-q', 'main')
  return { origin, base, head, merge, tip }
}

/** What the event of a pull request says, as far as it is read. */
export function pullRequestPayload({ base, head, merge }: PullRequest, from: 'branch' | 'fork' = 'branch'): unknown {
  const repo = (id: number) => ({ id, full_name: `somebody${id}/config` })
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      merge_commit_sha: merge,
      head: { ref: 'change', sha: head, repo: repo(from === 'fork' ? 2 : 1) },
      base: { ref: 'main', sha: base, repo: repo(1) },
    },
    repository: repo(1),
  }
}

/** What actions/checkout leaves behind: one ref, detached, as deep as `fetch-depth` says (0: everything), no token. */
export function checkout(origin: TestRepository, ref: string, depth: number, more: readonly string[] = []): string {
  const workspace = mkdtempSync(join(tmpdir(), 'cairn-workspace-'))
  onTestFinished(() => rmSync(workspace, { recursive: true, force: true }))
  const git = (...args: string[]) => execFileSync('git', ['-C', workspace, ...args], { stdio: 'pipe' })
  git('init', '-q')
  git('remote', 'add', 'origin', `file://${origin.root}`)
  const how = depth === 0 ? [] : [`--depth=${depth}`]
  const all = depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*'] : []
  git('-c', 'protocol.version=2', 'fetch', '-q', '--no-tags', ...how, ...more, 'origin', `+${ref}:refs/remotes/checked-out`, ...all)
  git('checkout', '-q', '--force', 'refs/remotes/checked-out')
  return workspace
}
