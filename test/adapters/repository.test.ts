import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryOf, resolveCommit } from '../../src/adapters/git.ts'
import { git } from '../../src/adapters/git/run.ts'
import { Failure } from '../../src/core/failure.ts'
import { createRepository, temporaryFolder } from './repository-builder.ts'

function failureOf(work: () => unknown): Failure {
  try {
    work()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('nothing failed')
}

test('the top level and what lies below it', () => {
  const { root, write } = createRepository()
  write('a/b/c.yaml')
  expect(repositoryOf(root)).toEqual({ top: root, prefix: '' })
  expect(repositoryOf(join(root, 'a/b'))).toEqual({ top: root, prefix: 'a/b' })
})

test('a link to a repository is the repository; a nested one is its own', () => {
  const { root } = createRepository()
  const nested = createRepository({ root: join(root, 'nested') })
  const link = join(temporaryFolder(), 'link')
  symlinkSync(root, link)
  expect(repositoryOf(link)).toEqual({ top: root, prefix: '' })
  expect(repositoryOf(nested.root)).toEqual({ top: nested.root, prefix: '' })
})

test('a linked worktree has a .git file', () => {
  const repository = createRepository()
  repository.commit()
  const worktree = join(temporaryFolder(), 'tree')
  repository.git('worktree', 'add', '--quiet', worktree)
  expect(repositoryOf(worktree)).toEqual({ top: worktree, prefix: '' })
})

test('an empty .git folder is no repository', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, '.git'))
  const failure = failureOf(() => repositoryOf(folder))
  expect(failure.exit).toBe('usage')
  expect(failure.said).toBe(`${folder} is not in a Git repository`)
  expect(failure.hint).toContain('git init')
})

test('what is no folder', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(failureOf(() => repositoryOf(join(folder, 'none\u001b[31m'))).said).toBe(`there is no folder ${folder}/none\\u001b[31m`)
  expect(failureOf(() => repositoryOf(join(folder, 'file'))).said).toBe(`${folder}/file is not a folder`)
})

test('a bare repository, and the inside of .git', () => {
  const { root, git: run } = createRepository()
  const bare = join(temporaryFolder(), 'bare.git')
  run('clone', '--quiet', '--bare', root, bare)
  for (const folder of [bare, join(bare, 'refs'), join(root, '.git')]) {
    const failure = failureOf(() => repositoryOf(folder))
    expect(failure.exit).toBe('usage')
    expect(failure.said).toContain('bare repository')
  }
  expect(failureOf(() => git(bare, ['ls-files'])).said).toContain('bare repository')
})

test('Git is looked up by the PATH', () => {
  const { root } = createRepository()
  const before = process.env['PATH']
  process.env['PATH'] = temporaryFolder()
  try {
    const failure = failureOf(() => git(root, ['ls-files']))
    expect(failure.exit).toBe('broken')
    expect(failure.said).toBe('git was not found')
  } finally {
    process.env['PATH'] = before
  }
})

test('variables that a hook sets do not change which repository is looked at', () => {
  const hooked = createRepository()
  const { root, commit } = createRepository()
  const head = commit()
  const before = { ...process.env }
  Object.assign(process.env, { GIT_DIR: join(hooked.root, '.git'), GIT_INDEX_FILE: 'none', GIT_WORK_TREE: hooked.root })
  try {
    expect(resolveCommit(root, 'HEAD')).toBe(head)
  } finally {
    for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE']) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, before)
  }
})

test('what Git says of a failure that nobody foresaw is escaped and cut to a line', () => {
  const { root } = createRepository()
  const failure = failureOf(() => git(root, ['no-such-\u001b[31mcommand']))
  expect(failure.exit).toBe('broken')
  expect(failure.said).not.toContain('\n')
  expect(failure.said).not.toContain('\u001b')
})

test('a program that the repository names for watching files is not started', () => {
  const { root, git: run, write } = createRepository()
  const witness = join(temporaryFolder(), 'ran')
  write('watch.sh', `#!/bin/sh\ntouch '${witness}'\n`)
  run('config', 'core.fsmonitor', `sh ${join(root, 'watch.sh')}`)
  git(root, ['ls-files', '--deleted', '--others'])
  expect(() => repositoryOf(witness)).toThrow(/there is no folder/)
})

test('a repository of another user is refused with the way to allow it', () => {
  const { root } = createRepository()
  const before = process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER']
  process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1'
  try {
    const failure = failureOf(() => git(root, ['ls-files']))
    expect(failure.exit).toBe('usage')
    expect(failure.hint).toContain(`safe.directory ${root}`)
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, 'GIT_TEST_ASSUME_DIFFERENT_OWNER')
    else process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = before
  }
})

test('revisions of every kind name a commit', () => {
  const { root, git: run, commit } = createRepository()
  const first = commit('first')
  run('tag', '--annotate', '--message=x', 'v1')
  const second = commit('second')
  for (const text of ['HEAD', 'main', second, second.slice(0, 10), 'refs/heads/main']) {
    expect(resolveCommit(root, text)).toBe(second)
  }
  for (const text of ['HEAD~1', 'HEAD^1', 'v1', first]) expect(resolveCommit(root, text)).toBe(first)
  run('checkout', '--quiet', '--detach', first)
  expect(resolveCommit(root, 'HEAD')).toBe(first)
})

test('a commit is what its id says, whatever git replace says', () => {
  const { root, git: run, commit } = createRepository()
  const first = commit('first')
  const second = commit('second')
  run('replace', second, first)
  expect(resolveCommit(root, 'main')).toBe(second)
  expect(git(root, ['rev-list', '--count', second]).stdout.toString().trim()).toBe('2')
})

test.each(['', 'nope', '--all', '-h', '--git-dir', 'HEAD:file.yaml', 'a'.repeat(40), 'HEAD^{tree}', 'x\ny', '\u001b[31m'])(
  '%j names no commit',
  (text) => {
    const { root, write, commit } = createRepository()
    write('file.yaml')
    commit()
    const failure = failureOf(() => resolveCommit(root, text))
    expect(failure.exit).toBe('usage')
    expect(failure.said).toContain('names no commit of this repository')
    expect(failure.said).not.toContain('\n')
    expect(failure.said).not.toContain('\u001b')
  },
)

test('an empty text, as a variable that is not set makes it, is told as one', () => {
  const { root, write, commit } = createRepository()
  write('file.yaml')
  commit()
  expect(failureOf(() => resolveCommit(root, ''))).toMatchObject({ said: 'an empty text names no commit of this repository', hint: 'is a variable unset?' })
})

test('the nearest branch or tag is named', () => {
  const { root, git: run, commit } = createRepository()
  commit()
  run('tag', 'release-1.2')
  expect(failureOf(() => resolveCommit(root, 'mainn')).hint).toBe('did you mean main?')
  expect(failureOf(() => resolveCommit(root, 'relaese-1.2')).hint).toBe('did you mean release-1.2?')
})

test.each([
  ['HEAD..HEAD', 'HEAD HEAD'],
  ['main...', 'main HEAD'],
  ['..work', 'HEAD work'],
])('the range %s is two commits', (range, both) => {
  const { root, commit } = createRepository()
  commit()
  expect(failureOf(() => resolveCommit(root, range)).hint).toBe(`write two commits: cairn diff ${both}`)
})

test('a repository without a commit', () => {
  const { root } = createRepository()
  expect(failureOf(() => resolveCommit(root, 'HEAD')).hint).toBe('there is no commit yet')
})
