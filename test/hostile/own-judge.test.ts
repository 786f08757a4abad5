import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cairn } from '../helpers/cli.ts'
import { repository, type TestRepository } from '../helpers/repository.ts'

const DB = 'deploy/environments/production/services/db.yaml'
const LOUD = 'rules: {danger/encryption-off: error}\n'
const MOVED = 'the change moves the configuration repository from deploy to .: until it is merged'

/** A change that switches TLS off, and moves the `cairn.yaml` that says that this is an error to one of its own. */
function moved(): TestRepository {
  const repo = repository({ 'deploy/cairn.yaml': LOUD, [DB]: 'tls: {enabled: true}\n' })
  repo.commit()
  repo.git('branch', 'base')
  repo.remove('deploy/cairn.yaml')
  repo.write({ 'cairn.yaml': 'rules: {danger/encryption-off: off}\n', [DB]: 'tls: {enabled: false}\n' })
  return repo
}

const check = ({ root }: TestRepository, ...args: string[]) => cairn(['check', ...args, '-C', 'deploy'], { directory: root })

describe('a change that brings another cairn.yaml is judged where the base has its own', () => {
  test('in the working tree', async () => {
    const { code, stdout } = await check(moved(), 'base')
    expect(code).toBe(1)
    expect(stdout).toContain('danger/encryption-off')
    expect(stdout).toContain(MOVED)
  })

  test.each([['base..main'], ['base..']])('as %s', async (range) => {
    const repo = moved()
    repo.commit()
    const { code, stdout } = await check(repo, range)
    expect(code).toBe(1)
    expect(stdout).toContain('danger/encryption-off')
    expect(stdout).toContain(MOVED)
  })

  test('whatever is checked out', async () => {
    const repo = moved()
    repo.commit()
    repo.git('checkout', '-q', 'base')
    const { code, stdout } = await check(repo, 'base', 'main')
    expect(code).toBe(1)
    expect(stdout).toContain(MOVED)
  })

  test('in SARIF, too, whose paths are seen from the top', async () => {
    const { code, stdout } = await cairn(['check', 'base', '--format', 'sarif'], { directory: join(moved().root, 'deploy') })
    expect(code).toBe(1)
    expect(stdout).toContain(`"uri":"${DB}"`)
  })
})

test('where both have it in the same place nothing is said of it', async () => {
  const repo = repository({ 'deploy/cairn.yaml': LOUD, [DB]: 'port: 1\n' })
  repo.commit()
  repo.write({ [DB]: 'port: 2\n' })
  const { code, stdout } = await check(repo, 'HEAD')
  expect(code).toBe(0)
  expect(stdout).not.toContain('moves the configuration')
})

test('a base without any says nothing: the head has the first', async () => {
  const repo = repository({ 'README.md': '#\n', 'deploy/x.txt': '' })
  repo.commit()
  repo.write({ 'deploy/cairn.yaml': LOUD, [DB]: 'port: 2\n' })
  const { code, stdout } = await check(repo, 'HEAD')
  expect(code).toBe(0)
  expect(stdout).toContain('services/db is added')
})
