import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultBase } from '../../src/adapters/git.ts'
import { createRepository, temporaryFolder, type TestRepository } from './repository-builder.ts'

/** A clone with a commit of its own on the branch `feature`. */
function cloneOf(origin: TestRepository, ...options: string[]): TestRepository {
  const root = join(temporaryFolder(), 'clone')
  origin.git('clone', '--quiet', ...options, `file://${origin.root}`, root)
  const clone = createRepository({ root })
  clone.git('checkout', '--quiet', '-b', 'work')
  clone.write('own.yaml')
  clone.commit('own')
  return clone
}

test('the first parent of a merge commit', () => {
  const repository = createRepository()
  repository.commit('first')
  repository.git('checkout', '--quiet', '-b', 'feature')
  repository.commit('feature')
  repository.git('checkout', '--quiet', 'main')
  const base = repository.commit('main')
  repository.git('merge', '--quiet', '--no-ff', '--no-edit', 'feature')
  expect(defaultBase(repository.root)).toEqual({ commit: base, because: 'the first parent of the merge commit at HEAD' })
})

test("where HEAD left the remote's default branch, whatever it is called", () => {
  const origin = createRepository()
  const base = origin.commit('first')
  origin.git('branch', '--move', 'trunk')
  const clone = cloneOf(origin)
  origin.commit('later')
  clone.git('fetch', '--quiet')
  expect(defaultBase(clone.root)).toEqual({ commit: base, because: 'where HEAD left origin/HEAD' })
})

test.each(['main', 'master'])('origin/%s where the remote names no default branch', (branch) => {
  const origin = createRepository()
  const base = origin.commit('first')
  origin.git('branch', '--move', branch)
  const clone = cloneOf(origin)
  clone.git('remote', 'set-head', 'origin', '--delete')
  expect(defaultBase(clone.root)).toEqual({ commit: base, because: `where HEAD left origin/${branch}` })
})

test('a local main where there is no remote, unless HEAD is on it', () => {
  const repository = createRepository()
  const base = repository.commit('first')
  expect(defaultBase(repository.root)).toEqual({ reason: 'HEAD is on main itself, and there is no remote' })
  repository.git('checkout', '--quiet', '-b', 'feature')
  repository.commit('own')
  expect(defaultBase(repository.root)).toEqual({ commit: base, because: 'where HEAD left main' })
  repository.git('checkout', '--quiet', '--detach')
  expect(defaultBase(repository.root)).toEqual({ commit: base, because: 'where HEAD left main' })
})

test('no branch that counts as the default one', () => {
  const repository = createRepository()
  repository.commit('first')
  repository.git('remote', 'add', 'upstream', 'https://example.invalid/x.git')
  expect(defaultBase(repository.root)).toEqual({
    reason: 'HEAD is on main itself, and there is no origin/HEAD, origin/main or origin/master to compare with',
  })
  repository.git('branch', '--move', 'trunk')
  expect(defaultBase(repository.root)).toEqual({
    reason: 'there is no origin/HEAD, origin/main, origin/master, main or master to compare with',
  })
})

test('no commit, and no common one', () => {
  const repository = createRepository()
  expect(defaultBase(repository.root)).toEqual({ reason: 'there is no commit yet' })
  repository.commit('first')
  repository.git('checkout', '--quiet', '--orphan', 'other')
  repository.commit('orphan')
  expect(defaultBase(repository.root)).toEqual({ reason: 'HEAD and main have no commit in common' })
})

test('a shallow clone says what to do', () => {
  const origin = createRepository()
  origin.commit('first')
  origin.git('checkout', '--quiet', '-b', 'feature')
  origin.commit('theirs')
  origin.git('checkout', '--quiet', 'main')
  origin.commit('later')
  const clone = cloneOf(origin, '--depth=1', '--no-single-branch', '--branch=main')
  clone.git('reset', '--quiet', '--hard', 'origin/feature')
  const reason = 'this clone is shallow and ends before HEAD left origin/HEAD: git fetch --unshallow'
  expect(defaultBase(clone.root)).toEqual({ reason })
  const worktree = join(temporaryFolder(), 'tree')
  clone.git('worktree', 'add', '--quiet', '--detach', worktree)
  expect(defaultBase(worktree)).toEqual({ reason })
})
