import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readEvent, type Event } from '../../src/action/event.ts'
import { readWorkflowRun } from '../../src/action/workflow-run.ts'
import { TOKENS } from '../github/world.ts'
import { toldByAction } from '../helpers/action.ts'
import { builtAction } from './built.ts'
import { checkout, pullRequest } from './checkouts.ts'
import { proposed } from './pull-requests.ts'
import { runStep } from './runner.ts'

/*
 * Payloads that GitHub has really sent (@octokit/webhooks-examples), of github.com and of its Enterprise Server. None of
 * the commits that they name is in the clone: a run has to say so, and check what it can.
 */
interface Example {
  readonly event: string
  readonly action: string
  readonly server: string
  readonly payload: unknown
}

const FOLDER = dirname(fileURLToPath(import.meta.resolve('@octokit/webhooks-examples/package.json')))
const SERVERS = ['api.github.com', 'ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35']
const EXAMPLES: readonly Example[] = SERVERS.flatMap((server) => {
  const file = join(FOLDER, server, 'index.json')
  if (!existsSync(file)) return []
  const events = JSON.parse(readFileSync(file, 'utf8')) as { readonly name: string; readonly examples: readonly { readonly action?: string }[] }[]
  return events.flatMap(({ name, examples }) => examples.map((payload) => ({ event: name, action: payload.action ?? '', server, payload })))
})

/** Those that workflows start a check with; a schedule has no payload of its own to speak of. */
const STARTING = ['pull_request', 'pull_request_review', 'pull_request_target', 'merge_group', 'push', 'workflow_run', 'workflow_dispatch', 'repository_dispatch', 'schedule']
const SHA = 'c'.repeat(40)

const read = ({ event, payload }: Example): Event => readEvent({ name: event, sha: SHA, payload })

/** What the action takes from an example, in a line. */
function taken(example: Example): string {
  const { base, pullRequest: of, underReview } = read(example)
  const from = base.by === 'nothing' ? base.reason : base.by === 'commit' ? base.because : 'the merge commit'
  const whose = of === undefined ? '' : `, of a pull request${of.isForeign ? ' without rights' : ''}`
  return `${example.event}: ${from}${whose}${underReview ? ', under review' : ''}`
}

function counted(lines: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return Array.from(counts, ([line, count]) => `${line} (${count})`)
}

describe('example payloads', () => {
  const starting = EXAMPLES.filter(({ event }) => STARTING.includes(event))

  test('each says what to compare with, or why with nothing', () => {
    expect(counted(starting.filter(({ server }) => server === 'api.github.com').map(taken))).toMatchInlineSnapshot(`
      [
        "merge_group: what the merge group is based on, under review (2)",
        "pull_request: the merge commit, of a pull request, under review (29)",
        "pull_request_review: the merge commit, of a pull request, under review (4)",
        "push: the push made the branch or tag, so nothing was there before (3)",
        "push: the commit before the push (4)",
        "repository_dispatch: repository_dispatch names no commit before (2)",
        "workflow_dispatch: workflow_dispatch names no commit before (2)",
        "workflow_run: workflow_run names no commit before (5)",
      ]
    `)
  })

  test('those of Enterprise Server say the same, whatever its version', () => {
    const ours = new Set(starting.filter(({ server }) => server === 'api.github.com').map(taken))
    const others = starting.filter(({ server }) => server !== 'api.github.com')
    expect(others.length).toBeGreaterThan(20)
    expect(others.map(taken).filter((line) => !ours.has(line))).toEqual([])
  })

  test('a pull request is read whole', () => {
    const of = starting.filter(({ event }) => event.startsWith('pull_request'))
    for (const example of of) {
      const { number, head, headRepository, author } = read(example).pullRequest ?? {}
      const { pull_request: theirs } = example.payload as { readonly pull_request: { readonly number: number; readonly head: { readonly sha: string; readonly repo: { readonly id: number } }; readonly user: { readonly login: string } } }
      expect({ number, head, headRepository, author }).toEqual({ number: theirs.number, head: theirs.head.sha, headRepository: theirs.head.repo.id, author: theirs.user.login })
    }
  })

  test('a run that ended is read, or is none that anybody comments on', () => {
    const runs = starting.filter(({ event }) => event === 'workflow_run').map(({ payload }) => readWorkflowRun(payload))
    expect(new Set(runs.map((run) => (run === undefined ? 'not told' : typeof run.headRepository.id)))).toEqual(new Set(['number']))
  })

  test('no event at all makes reading fail, as itself or under another name', () => {
    for (const example of EXAMPLES) {
      for (const event of [example.event, ...STARTING]) {
        const { base } = read({ ...example, event })
        const text = base.by === 'nothing' ? base.reason : base.by === 'commit' ? base.because : base.merge
        expect(text, `${example.event} as ${event}`).not.toBe('')
        readWorkflowRun(example.payload)
      }
    }
  })

  test('each gives a range, or the check runs and says why there is none', { timeout: 60_000 }, async () => {
    const checkedOut = checkouts()
    const said: string[] = []
    const kinds = new Map(starting.map((one) => [`${one.action} ${taken(one)}`, one]))
    for (const { event, payload } of kinds.values()) {
      const { workspace, sha } = checkedOut(event)
      const told = await toldByAction(workspace, {}, { name: event, sha, payload })
      expect(told).toContain('"verdict" "pass"')
      said.push(`${event}: ${/compared with ([^"]*)/.exec(told)?.[1]?.replace(/[0-9a-f]{12}/, 'a commit') ?? told}`)
    }
    expect(counted(said)).toMatchInlineSnapshot(`
      [
        "merge_group: nothing: a commit, what the merge group is based on, is not in this clone: set fetch-depth: 0 for actions/checkout (1)",
        "pull_request: a commit, the base branch that the pull request is merged into: changes in production (14)",
        "pull_request_review: a commit, the base branch that the pull request is merged into: changes in production (2)",
        "push: nothing: the push made the branch or tag, so nothing was there before (1)",
        "push: nothing: a commit, the commit before the push, is not in this clone: set fetch-depth: 0 for actions/checkout (1)",
        "repository_dispatch: nothing: repository_dispatch names no commit before (1)",
        "workflow_dispatch: nothing: workflow_dispatch names no commit before (1)",
        "workflow_run: nothing: workflow_run names no commit before (2)",
      ]
    `)
  })
})

/** What GitHub has checked out for an event: the merge commit of a pull request, or the default branch. */
function checkouts() {
  const { origin, merge, tip } = pullRequest({ 'environments/production/services/db.yaml': 'pool: 60\n' })
  const proposal = { workspace: checkout(origin, 'refs/pull/7/merge', 2), sha: merge }
  const branch = { workspace: checkout(origin, 'refs/heads/main', 1), sha: tip }
  return (event: string) => (event === 'pull_request' || event === 'pull_request_review' ? proposal : branch)
}

describe('a step that starts with one', () => {
  const action = builtAction()
  const kinds = new Map(EXAMPLES.filter(({ event, server }) => STARTING.includes(event) && server === 'api.github.com').map((one) => [one.event, one]))

  test.each([...kinds])('%s: the check runs and says what it compares with', async (_, { event, payload }) => {
    const { workspace, sha } = checkouts()(event)
    const ran = await runStep({ action: action(), workspace, event, sha, payload })
    expect(ran).toMatchObject({ conclusion: 'success', exitCode: 0, outputs: { verdict: 'pass' } })
    expect(ran.log.join('\n')).toMatch(/^compared with (?:nothing: )?\S/m)
  })

  const ended = EXAMPLES.filter(({ event }) => event === 'workflow_run')
  test.each(ended)('comment on $server after $event $action: nobody is told, and why is said', async ({ payload }) => {
    const { server } = await proposed(action(), { edits: {} })
    const ran = await runStep({ action: join(action(), 'comment'), workspace: tmpdir(), event: 'workflow_run', payload, token: TOKENS.job, env: server.env })
    expect(ran).toMatchObject({ exitCode: 0, outputs: {} })
    expect(JSON.stringify([ran.log, ran.annotations])).toContain('no comment: ')
  })
})
