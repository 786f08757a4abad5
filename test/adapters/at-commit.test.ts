import { renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changedOutside, pathsIn } from '../../src/adapters/git.ts'
import { configurationRoot, configurationRootAt } from '../../src/opening.ts'
import { cairn } from '../helpers/cli.ts'
import { repository, type TestRepository } from '../helpers/repository.ts'

const NONE = 'a'.repeat(40)

describe('the configuration repository of a commit', () => {
  const rootsOf = ({ root }: TestRepository, commit: string, folder: string) => {
    const [now, then] = [configurationRoot(join(root, folder)), configurationRootAt(join(root, folder), commit)]
    return [now, then].map((one) => one?.slice(root.length))
  }

  test.each<[string, Record<string, string>, string]>([
    ['the nearest cairn.yaml', { 'cairn.yaml': '', 'a/cairn.yaml': '', 'a/b/c/x': '', 'a/b/environments/x': '' }, '/a'],
    ['without one the nearest environments', { 'a/environments/x': '', 'environments/x': '', 'a/b/c/x': '' }, '/a'],
    ['no file of that name', { 'a/b/environments': '', 'a/environments/x': '', 'a/b/c/x': '' }, '/a'],
    ['the top', { 'environments/x': '', 'a/b/c/x': '' }, ''],
    ['names that could be patterns', { 'a/b/:(top)x/y': '', 'a/b/c/*/environments/x': '', 'a/cairn.yaml': '' }, '/a'],
  ])('is found as in the working tree: %s', (_, files, root) => {
    const one = repository(files)
    expect(rootsOf(one, one.commit(), 'a/b/c')).toEqual([root, root])
  })

  test('a link to a folder of environments counts in both', () => {
    const one = repository({ 'shared/environments/x': '', 'a/b/x': '', 'environments/x': '' })
    symlinkSync('../shared/environments', join(one.root, 'a/environments'))
    expect(rootsOf(one, one.commit(), 'a/b')).toEqual(['/a', '/a'])
  })

  test('is not known of a commit that says nothing of it, or that is not there', () => {
    const one = repository({ 'a/b/x': '' })
    const commit = one.commit()
    one.write({ 'a/cairn.yaml': '' })
    expect(rootsOf(one, commit, 'a/b')).toEqual(['/a', undefined])
    expect(rootsOf(one, NONE, 'a/b')).toEqual(['/a', undefined])
    expect(pathsIn(one.root, NONE, ['a'])).toBeUndefined()
  })
})

describe('what changes outside of a folder', () => {
  test('is seen from there', () => {
    const one = repository({ 'a/b/in': '1', 'a/beside': '1', 'a/b2/x': '1', 'top': '1', 'gone': '1', 'ä \n"x': '1', 'same': '1' })
    const base = one.commit()
    one.write({ 'a/b/in': '2', 'a/b/new': '2', 'a/beside': '2', 'a/b2/x': '2', 'top': '2', 'a/added': '2', 'ä \n"x': '2' })
    renameSync(join(one.root, 'gone'), join(one.root, 'moved'))
    const head = one.commit()
    expect(changedOutside(join(one.root, 'a/b'), base, head)).toEqual([
      { path: '../added', kind: 'added' },
      { path: '../b2/x', kind: 'changed' },
      { path: '../beside', kind: 'changed' },
      { path: '../../gone', kind: 'removed' },
      { path: '../../moved', kind: 'added' },
      { path: '../../top', kind: 'changed' },
      { path: '../../ä \n"x', kind: 'changed' },
    ])
    expect(changedOutside(one.root, base, head)).toEqual([])
    expect(changedOutside(join(one.root, 'a/b'), base, NONE)).toBeUndefined()
  })

  test.each(['[a]*', ':(top)', '!x'])('a folder called %s', (folder) => {
    const one = repository({ [`${folder}/in`]: '1', 'out': '1' })
    const base = one.commit()
    one.write({ [`${folder}/in`]: '2', 'out': '2' })
    expect(changedOutside(join(one.root, folder), base, one.commit())).toEqual([{ path: '../out', kind: 'changed' }])
  })
})

test('cairn check tells of workflows above the configuration repository', async () => {
  const one = repository({ 'deploy/environments/prod/services/db.yaml': 'a: 1\n' })
  const base = one.commit()
  one.write({ '.github/workflows/ci.yaml': 'on: push\n' })
  const head = one.commit()
  one.write({ '.github/workflows/later.yaml': 'on: push\n' })
  for (const range of [[base, head], [base]]) {
    const { stdout } = await cairn(['check', '--format', 'json', ...range], { directory: join(one.root, 'deploy') })
    const { dangers } = JSON.parse(stdout) as { readonly dangers: readonly { readonly rule: string; readonly file: string }[] }
    expect(dangers.map(({ rule, file }) => [rule, file])).toEqual([['danger/workflow-changed', '../.github/workflows/ci.yaml']])
  }
})
