import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workingTree } from '../../src/adapters/files.ts'
import { commitTree, createBlobs } from '../../src/adapters/git.ts'
import { Failure } from '../../src/core/failure.ts'
import { pathsOf, readAll, readText } from './read-all.ts'
import { createRepository, temporaryFolder, type TestRepository } from './repository-builder.ts'

/** 60 files and a link, and in a second commit 3 of them changed. */
function originOf(): { readonly origin: TestRepository; readonly base: string; readonly head: string } {
  const origin = createRepository()
  origin.git('config', 'uploadpack.allowFilter', 'true')
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  for (let i = 0; i < 60; i++) origin.write(`d${i % 3}/f${i}.yaml`, `a: ${i}\n`)
  symlinkSync('d1/f1.yaml', join(origin.root, 'link'))
  const base = origin.commit()
  for (let i = 0; i < 3; i++) origin.write(`d${i % 3}/f${i}.yaml`, `b: ${i}\n`)
  return { origin, base, head: origin.commit() }
}

function partialClone(origin: TestRepository, ...options: string[]): TestRepository {
  const root = join(temporaryFolder(), 'clone')
  origin.git('clone', '--quiet', '--filter=blob:none', ...options, `file://${origin.root}`, root)
  return createRepository({ root })
}

/** How many contents were asked for in each fetch while something was done. */
function fetchesOf(work: () => void): number[] {
  const trace = join(temporaryFolder(), 'trace')
  withVariables({ GIT_TRACE: trace, GIT_TRACE_PACKET: trace }, work)
  if (!existsSync(trace)) return [] // Git was not started at all
  return readFileSync(trace, 'utf8')
    .split('fetch> command=fetch')
    .slice(1)
    .map((request) => request.match(/fetch> want /g)?.length ?? 0)
}

function withVariables(variables: Record<string, string>, work: () => void): void {
  Object.assign(process.env, variables)
  try {
    work()
  } finally {
    for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name)
  }
}

test('listing a commit fetches no content, reading it all that is missing in one go', () => {
  const { origin, head } = originOf()
  const expected = readAll(commitTree(origin.root, head))
  const clone = partialClone(origin, '--no-checkout')
  let snapshot = commitTree(clone.root, head)
  expect(fetchesOf(() => (snapshot = commitTree(clone.root, head)))).toEqual([])
  expect(fetchesOf(() => expect(readAll(snapshot)).toEqual(expected))).toEqual([61])
  expect(fetchesOf(() => expect(readAll(commitTree(clone.root, head))).toEqual(expected))).toEqual([])
})

test('only what was announced is fetched', () => {
  const { origin, head } = originOf()
  const clone = partialClone(origin, '--no-checkout')
  const snapshot = commitTree(clone.root, head)
  snapshot.prefetch(['d1/f4.yaml', 'd1/f7.yaml'])
  expect(fetchesOf(() => expect(readText(snapshot, 'd1/f4.yaml')).toBe('a: 4\n'))).toEqual([2])
  expect(fetchesOf(() => expect(readText(snapshot, 'd1/f7.yaml')).toBe('a: 7\n'))).toEqual([])
})

test('of a base what its head does not have', () => {
  const { origin, base, head } = originOf()
  const clone = partialClone(origin)
  const blobs = createBlobs(clone.root)
  const views = [base, head].map((commit) => commitTree(clone.root, commit, { blobs }))
  const read = (): void => {
    for (const view of views) view.prefetch(pathsOf(view).filter((path) => path !== 'link'))
    expect(views.map((view) => readText(view, 'd1/f1.yaml'))).toEqual(['a: 1\n', 'b: 1\n'])
  }
  expect(fetchesOf(read)).toEqual([3])
})

test('a linked worktree of a partial clone is one too', () => {
  const { origin, base } = originOf()
  const clone = partialClone(origin)
  const worktree = join(temporaryFolder(), 'tree')
  clone.git('worktree', 'add', '--quiet', '--detach', worktree)
  const snapshot = commitTree(worktree, base)
  expect(fetchesOf(() => readAll(snapshot))).toEqual([3])
})

test('what a sparse checkout of a partial clone leaves out is fetched when it is read', () => {
  const { origin, head } = originOf()
  const clone = partialClone(origin, '--sparse')
  expect(fetchesOf(() => workingTree(clone.root))).toEqual([])
  let contents = {}
  expect(fetchesOf(() => (contents = readAll(workingTree(clone.root))))).toEqual([60])
  expect(contents).toEqual(readAll(commitTree(origin.root, head)))
})

test('a remote that is gone is told with what it was needed for', () => {
  const { origin, base } = originOf()
  const clone = partialClone(origin)
  clone.git('remote', 'rename', 'origin', 'upstream')
  clone.git('remote', 'set-url', 'upstream', join(temporaryFolder(), 'none'))
  const failure = failureOf(() => readAll(commitTree(clone.root, base)))
  expect(failure.exit).toBe('broken')
  expect(failure.said).toContain('git fetch ended with')
  expect(failure.hint).toContain('this is a partial clone: 3 contents have to come from upstream')
})

test('nothing is fetched where Git is told not to', () => {
  const { origin, base, head } = originOf()
  const clone = partialClone(origin)
  withVariables({ GIT_NO_LAZY_FETCH: '1' }, () => {
    const snapshot = commitTree(clone.root, base)
    snapshot.prefetch(pathsOf(snapshot).filter((path) => path !== 'link'))
    const fetches = fetchesOf(() => {
      expect(readText(snapshot, 'd0/f6.yaml')).toBe('a: 6\n')
      expect(failureOf(() => snapshot.read('d1/f1.yaml')).said).toContain('is not in this clone')
      expect(Object.keys(readAll(commitTree(clone.root, head)))).toHaveLength(61)
    })
    expect(fetches).toEqual([])
  })
})

function failureOf(work: () => unknown): Failure {
  try {
    work()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('nothing failed')
}
