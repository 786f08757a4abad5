import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commitTree } from '../../src/adapters/git.ts'
import type { Snapshot } from '../../src/core/ports.ts'
import { createRepository, temporaryFolder } from './repository-builder.ts'

const found = async (snapshot: Snapshot, folders = ['']): Promise<string[] | undefined> => {
  const paths = await snapshot.search?.(['${cairn:', '\\'], folders)()
  return paths && [...paths].sort()
}

function repository() {
  const made = createRepository()
  made.write('a/x.yaml', 'r: ${cairn:services/a#/b}\n')
  made.write('a/ü "q".yaml', 'a: 1\nr: "\\x24"\n')
  made.write('a/nothing.yaml', 'r: ${cairn} $x [cairn]\n')
  made.write('b/binary.yaml', Buffer.from('\u0000\u0001\n${cairn:\n'))
  symlinkSync('x.yaml', join(made.root, 'a', 'link.yaml'))
  return made
}

test('finds the files of a commit that hold a text, whatever is checked out', async () => {
  const { root, commit, write } = repository()
  const base = commitTree(root, commit())
  write('a/x.yaml', 'r: 1\n')
  expect(await found(base)).toEqual(['a/x.yaml', 'a/ü "q".yaml', 'b/binary.yaml'])
  expect(await found(base, ['b/'])).toEqual(['b/binary.yaml'])
  expect(await found(base, ['none/'])).toEqual([])
  expect(await found(commitTree(root, commit()), ['a/'])).toEqual(['a/ü "q".yaml'])
})

test('paths are seen from the folder', async () => {
  const { root, commit } = repository()
  const base = commitTree(join(root, 'a'), commit())
  expect(await found(base)).toEqual(['x.yaml', 'ü "q".yaml'])
})

test('a repository’s settings for looking at files do not matter', async () => {
  const { root, commit, git, write } = repository()
  write('.gitattributes', '*.yaml diff=own binary\n')
  git('config', 'diff.own.textconv', 'false')
  for (const [name, value] of Object.entries({ 'grep.patternType': 'perl', 'grep.fullName': 'true', 'grep.lineNumber': 'true', 'color.grep': 'always' })) {
    git('config', name, value)
  }
  expect(await found(commitTree(join(root, 'a'), commit()))).toEqual(['x.yaml', 'ü "q".yaml'])
})

test('of a partial clone nothing is searched, since all of it would be fetched', async () => {
  const { root, commit, git } = repository()
  git('config', 'uploadpack.allowFilter', 'true')
  const head = commit()
  const clone = join(temporaryFolder(), 'clone')
  git('clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${root}`, clone)
  expect(await found(commitTree(clone, head))).toBeUndefined()
})
