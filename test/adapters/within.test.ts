import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workingTree } from '../../src/adapters/files.ts'
import { repository } from '../helpers/repository.ts'

const paths = (root: string, within: readonly string[]) => workingTree(root, within).entries.map(({ path }) => path)

test('a listing can be narrowed to what matters, tracked or not, and whatever the names', () => {
  const repo = repository({ 'environments/a.yaml': '', 'environmentsx/b.yaml': '', 'src/c.ts': '', 'cairn.yml': '', '*/d.yaml': '' })
  repo.git('add', 'environments', 'src')
  expect(paths(repo.root, ['environments', 'cairn.yaml', 'cairn.yml'])).toEqual(['cairn.yml', 'environments/a.yaml'])
  expect(paths(repo.root, ['*'])).toEqual(['*/d.yaml'])
  expect(paths(repo.root, [])).toHaveLength(5)
})

test('where there is a link, everything is listed: it may lead anywhere', () => {
  const repo = repository({ 'shared/x.yaml': 'port: 1\n' })
  mkdirSync(join(repo.root, 'environments'))
  symlinkSync('../shared/x.yaml', join(repo.root, 'environments/x.yaml'))
  const snapshot = workingTree(repo.root, ['environments'])
  expect(snapshot.read('environments/x.yaml').bytes?.toString()).toBe('port: 1\n')
})
