import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { readForkReport } from '../../src/action/fork-report.ts'
import { readWorkflowRun } from '../../src/action/workflow-run.ts'
import { readAtMost } from '../../src/adapters/github/read-at-most.ts'
import { HANDOFF_FILE, MAX_HANDOFF_BYTES, writeHandoff } from '../../src/adapters/handoff.ts'
import { eventPayload, workflowRunPayload } from './bodies.ts'
import { ANSWERS } from './faults.ts'
import { opened, refusedBy } from './opened.ts'
import { startGitHub } from './server.ts'
import { addArtifact, addPullRequest, addRun, FORK, sha, TOKENS, type PullRequest, type Run } from './world.ts'
import { zip, type ZipFile } from './zip.ts'

const REPORT = { verdict: 'fail', text: '</details> @everyone ##[error]x' }
const HEAD: PullRequest['head'] = { sha: sha('c'), branch: 'feature/#1 ä', repository: FORK }
const handoff = (head = { sha: HEAD.sha, repository: FORK.id }) => writeHandoff(head, { report: REPORT, prefix: 'deploy' })

/** A pull request from a fork whose check has run, and left files as its artifact. */
async function forked(files: readonly ZipFile[] | Buffer = [{ name: HANDOFF_FILE, content: handoff() }], given: Partial<Run> = {}) {
  const server = await startGitHub()
  // Others that the report could claim to be of.
  addPullRequest(server.world)
  addPullRequest(server.world, { head: { ...HEAD, sha: sha('d'), branch: 'other' } })
  const pull = addPullRequest(server.world, { head: { ...HEAD } })
  const run = addRun(server.world, { head: HEAD, ...given })
  const archive = Buffer.isBuffer(files) ? files : zip(files)
  const artifact = addArtifact(server.world, { run: run.id, archive })
  const event = readWorkflowRun(workflowRunPayload(server.world, run))
  if (event === undefined) throw new Error('the payload cannot be read')
  const read = (options?: Parameters<typeof opened>[1]) => readForkReport(opened(server, options), event, 'cairn')
  return { ...server, pull, run, artifact, event, read }
}

describe('the report of a fork', () => {
  test('is read, with the pull request that GitHub says it is for', async () => {
    const { read, asked, received } = await forked()
    expect(await read()).toEqual({
      report: REPORT,
      prefix: 'deploy',
      pullRequest: { number: 3, isOpen: true, head: sha('c'), headRepository: FORK.id, baseRepository: 1_296_269 },
    })
    expect(asked()).toEqual(['pulls/list', 'pulls/get', 'actions/list-workflow-run-artifacts', 'actions/download-artifact', 'storage'])
    expect(received[0]?.query['head']).toBe('mallory:feature/#1 ä')
    expect(received.map(({ token }) => token)).toEqual([...Array<string>(4).fill(TOKENS.job), undefined])
  })

  test('is read of the last attempt', async () => {
    const { read, world, run } = await forked([{ name: HANDOFF_FILE, content: 'the first attempt' }])
    addArtifact(world, { run: run.id, archive: zip([{ name: HANDOFF_FILE, content: handoff() }]) })
    addArtifact(world, { run: run.id, name: 'coverage', archive: Buffer.from('x') })
    expect((await read()).report).toEqual(REPORT)
  })

  test.each(['in the body', 'at once'] as const)('is fetched again where the storage breaks off %s', async (breaks) => {
    const { read, misbehave } = await forked()
    misbehave({ on: 'storage', times: 1, breaks })
    expect((await read()).report).toEqual(REPORT)
  })
})

describe('the pull request of a run', () => {
  const gone = `no open pull request has ${sha('c')} as its head any more: it has newer commits, or was closed`

  test.each<[string, (pull: PullRequest) => void]>([
    ['has newer commits', (pull) => { pull.head = { ...pull.head, sha: sha('e') } }],
    ['was closed', (pull) => { pull.state = 'closed' }],
    ['has the same commit from another fork', (pull) => { pull.head = { ...pull.head, repository: { ...FORK, id: 5 } } }],
    ['lost its fork', (pull) => { pull.head = { ...pull.head, repository: undefined } }],
  ])('is none where it %s', async (_, change) => {
    const { read, pull, asked } = await forked()
    change(pull)
    expect(await read()).toEqual({ problem: gone })
    expect(asked()).not.toContain('storage')
  })

  test('is none where its head moves after it was listed', async () => {
    const { read, pull, misbehave } = await forked()
    misbehave({ on: 'pulls/list', then: () => { pull.head = { ...pull.head, sha: sha('e') } } })
    expect(await read()).toEqual({ problem: gone })
  })

  test('is none where it is closed after it was listed', async () => {
    const { read, pull, misbehave } = await forked()
    misbehave({ on: 'pulls/list', then: () => { pull.state = 'closed' } })
    expect(await read()).toEqual({ problem: gone })
  })

  test('is not guessed where there are two', async () => {
    const { read, world } = await forked()
    addPullRequest(world, { head: { ...HEAD } })
    expect(await read()).toEqual({ problem: `${sha('c')} is the head of the pull requests 3 and 4: which one the run was for cannot be told` })
  })

  test('is not looked for where the run was for something else', async () => {
    const { read, asked } = await forked(undefined, { event: 'push' })
    expect((await read()).problem).toMatch(/^run \d+ was started by push, not by pull_request$/)
    expect(asked()).toEqual([])
  })

  test('is not known where the payload lacks something', async () => {
    const { world, run } = await forked()
    const payload = workflowRunPayload(world, { ...run, head: { ...run.head, repository: undefined } })
    expect(readWorkflowRun(payload)).toBeUndefined()
    for (const other of [undefined, null, {}, eventPayload('pull_request.synchronize')]) expect(readWorkflowRun(other)).toBeUndefined()
    expect(readWorkflowRun(eventPayload('workflow_run.completed'))).toMatchObject({ event: 'workflow_dispatch', headBranch: 'main' })
  })
})

describe('an artifact that means harm', () => {
  const file = (content: ZipFile['content'], more: Partial<ZipFile> = {}): ZipFile => ({ name: HANDOFF_FILE, content, ...more })
  const large = `${HANDOFF_FILE} in the artifact has more than ${MAX_HANDOFF_BYTES} bytes`
  const noArchive = 'the artifact is no ZIP archive that can be read'

  test.each<[string, readonly ZipFile[] | Buffer, string]>([
    ['claims another commit', [file(handoff({ sha: sha('d'), repository: FORK.id }))], 'the report claims to be of another pull request than its run was for'],
    ['claims another repository', [file(handoff({ sha: sha('c'), repository: 1_296_269 }))], 'the report claims to be of another pull request than its run was for'],
    ['is no JSON', [file('::error::no JSON')], 'the report of the check is no JSON'],
    ['has 100 MB', [file(Buffer.alloc(100_000_000, ' '))], large],
    ['has 100 MB and says it has few', [file(Buffer.alloc(100_000_000, ' '), { claimed: 10 })], noArchive],
    ['says that it has 100 MB', [file('{}', { claimed: 100_000_000 })], large],
    ['says that it has more than it has', [file('{}', { claimed: 100 })], noArchive],
    ['has no such file', [file('{}', { name: 'other.json' })], `the artifact has no file ${HANDOFF_FILE}`],
    ['has it in a folder', [file('{}', { name: `a/${HANDOFF_FILE}` })], `the artifact has no file ${HANDOFF_FILE}`],
    ['has it twice', [file(handoff()), file('{}')], `the artifact has more than one file ${HANDOFF_FILE}`],
    ['has many files', Array.from({ length: 101 }, (_, i) => file('', { name: `${i}` })), 'the artifact has more than 100 files'],
    ['has a path that leads out', [file('{}', { name: '../../.bashrc' }), file(handoff())], noArchive],
    ['is packed in a way that nobody knows', [file(handoff(), { method: 99 })], noArchive],
    ['is no archive', Buffer.from(handoff()), noArchive],
    ['is empty', Buffer.alloc(0), noArchive],
    ['is cut off', zip([{ name: HANDOFF_FILE, content: handoff() }]).subarray(0, -10), noArchive],
    ['is damaged', damaged(zip([{ name: HANDOFF_FILE, content: handoff() }])), noArchive],
  ])('%s', async (_, files, problem) => {
    const { read } = await forked(files)
    expect(await read()).toEqual({ problem })
  })

  test('is not fetched where it is too large already', async () => {
    const { read, world, run, asked } = await forked()
    addArtifact(world, { run: run.id, archive: Buffer.alloc(0), size: 100_000_000 })
    expect(await read()).toEqual({ problem: 'the artifact cairn has more than 5000000 bytes' })
    expect(asked()).not.toContain('actions/download-artifact')
  })

  test('is not read to its end where it is larger than GitHub says', async () => {
    const { read, world, run } = await forked()
    addArtifact(world, { run: run.id, archive: Buffer.alloc(100_000_000), size: 10 })
    expect(await read()).toEqual({ problem: 'the artifact cairn has more than 5000000 bytes' })
  })

  test('costs no more memory than is allowed, however much there is', async () => {
    const given = { bytes: 0, isClosed: false }
    function* endless() {
      try {
        for (;;) {
          given.bytes += 1000
          yield Buffer.alloc(1000)
        }
      } finally {
        given.isClosed = true
      }
    }
    expect(await readAtMost(Readable.from(endless(), { highWaterMark: 1 }), 5000)).toBeUndefined()
    expect(given.bytes).toBeLessThan(10_000)
    expect(given.isClosed).toBe(true)
    expect(await readAtMost(Readable.from([Buffer.alloc(5000)]), 5000)).toHaveLength(5000)
  })
})

describe('an artifact that is not there', () => {
  test('of that name', async () => {
    const { event, ...server } = await forked()
    expect((await readForkReport(opened(server), event, 'report')).problem).toMatch(/^run \d+ has no artifact report$/)
  })

  test('any more', async () => {
    const { read, world, run } = await forked()
    addArtifact(world, { run: run.id, archive: Buffer.alloc(0), expired: true })
    expect(await read()).toEqual({ problem: 'the artifact cairn has expired' })
  })

  test('for a token without the permission', async () => {
    const { read, misbehave } = await forked()
    misbehave({ on: 'actions/list-workflow-run-artifacts', answer: ANSWERS.forbidden })
    expect(await refusedBy(read())).toMatchObject({ refusal: 'forbidden', hint: expect.stringContaining('actions: read') as string })
  })

  test('while the storage is not', async () => {
    const { read, misbehave } = await forked()
    misbehave({ on: 'storage', answer: { status: 503 } })
    expect(await refusedBy(read())).toMatchObject({ refusal: 'unavailable', status: 503 })
  })
})

/** One bit of the packed content flipped. */
function damaged(archive: Buffer): Buffer {
  const at = 30 + HANDOFF_FILE.length + 20
  archive[at] = (archive[at] ?? 0) ^ 1
  return archive
}
