import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branchNameProblem } from '../../../src/core/branch-name.ts'
import { contentsOfCommit } from './sources.ts'
import { wholePublication } from './whole.ts'
import { publisher, world, type World } from './world.ts'

const publish = publisher()

describe('the name of a branch', () => {
  /** Of `@`, which is another word for HEAD, no branch can be made without trouble; it is refused, too. */
  const isOfGit = (text: string): boolean => {
    if (text === '@') return false
    try {
      execFileSync('git', ['check-ref-format', '--branch', text], { stdio: 'ignore', env: { ...process.env, GIT_CEILING_DIRECTORIES: '/' }, cwd: '/' })
      return true
    } catch {
      return false
    }
  }

  it.each(['deploy', 'deploy/eu', 'a.b', 'a@b', '-x', '@', 'HEAD', 'a/HEAD', 'a..b', 'a.lock', 'a.lock/b', 'a.locked', '.a', 'a/.b', 'a.', 'a/', '/a',
    'a//b', 'a b', 'a~b', 'a^b', 'a:b', 'a?b', 'a*b', 'a[b', 'a]b', 'a\\b', 'a@{b', '{a', 'a\u007f', 'a\u0001', '\u00e9', 'a/-b'])('%j is what Git takes for one', (text) => {
    expect(branchNameProblem(text) === undefined).toBe(isOfGit(text))
  })

  it('is what Git takes for one', () => {
    const letters = fc.constantFrom('a', '/', '.', '@', '{', '-', '~', ' ', '.lock', 'HEAD', '[', '\\', '*', '\u00e9')
    fc.assert(fc.property(fc.array(letters, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')), (text) => {
      expect(branchNameProblem(text) === undefined).toBe(isOfGit(text))
    }), { numRuns: 300 })
  })

  it.each(['HEAD', '-x', 'refs/heads/deploy', 'a..b'])('is asked for on the command line, too: %s', async (branch) => {
    const at = world()
    const commit = at.port(1)
    const { failure } = await publish({ root: at.root, commit, to: [`branch:${branch}`] })
    expect(failure).toMatchObject({ exit: 'usage', said: branchNameProblem(branch) })
    expect(at.remoteGit('for-each-ref')).toBe('')
  })
})

describe('a target by its name', () => {
  const to = (at: World, ref: string): string => wholePublication(contentsOfCommit(at.remote, ref)).commit
  const isThere = ({ remoteGit }: World, ref: string): boolean => remoteGit('for-each-ref', `refs/heads/${ref}`) !== ''

  it('filled is that of the environment, with all that cairn.yaml says of it', async () => {
    const at = world()
    at.write('cairn.yaml', "publish: {targets: [{to: 'branch:deploy/{environment}', path: 'of/{environment}'}]}\n")
    const commit = at.port(1)
    expect(await publish({ root: at.root, commit, to: ['branch:deploy/production'] })).toMatchObject({ did: ['publish'] })
    expect(isThere(at, 'deploy/staging')).toBe(false)
    const paths = at.remoteGit('ls-tree', '-r', '--name-only', 'deploy/production').split('\n')
    expect(paths.filter((path) => !path.startsWith('of/production/'))).toEqual([])
    expect(paths.filter((path) => path.startsWith('of/production/staging/'))).toEqual([])
    expect(paths).toContain('of/production/production/services/db.yaml')
    expect(await publish({ root: at.root, commit, to: [] })).toMatchObject({ did: ['nothing', 'publish'] })
  })

  it('of an environment that is not asked for is refused', async () => {
    const at = world()
    at.write('cairn.yaml', "publish: {targets: ['branch:deploy/{environment}']}\n")
    const commit = at.port(1)
    const { failure } = await publish({ root: at.root, commit, to: ['branch:deploy/production'], environments: ['staging'] })
    expect(failure).toEqual({
      exit: 'usage', said: 'branch:deploy/production is for production alone, which is not among the environments to publish',
      hint: 'leave --environment out, or name another target or a commit that has that environment',
    })
    expect(await publish({ root: at.root, commit, to: [], environments: ['staging'] })).toMatchObject({ did: ['publish'] })
    expect([isThere(at, 'deploy/staging'), isThere(at, 'deploy/production')]).toEqual([true, false])
  })

  it('of an environment that is younger than what is gone back to is refused, too', async () => {
    const at = world()
    at.write('cairn.yaml', "publish: {targets: ['branch:deploy/{environment}']}\n")
    const old = at.port(1)
    at.write('environments/test/services/db.yaml', 'port: 1\n')
    const commit = at.port(2)
    expect(await publish({ root: at.root, commit, to: [] })).toMatchObject({ did: ['publish', 'publish', 'publish'] })
    const { failure } = await publish({ root: at.root, commit: old, to: ['branch:deploy/test'], rollback: true })
    expect(failure).toMatchObject({ exit: 'usage', said: 'branch:deploy/test is for test alone, which is not among the environments to publish' })
    expect(await publish({ root: at.root, commit: old, to: [], rollback: true })).toMatchObject({ did: ['publish', 'nothing'] })
    expect([to(at, 'deploy/test'), to(at, 'deploy/production')]).toEqual([commit, old])
  })

  it('is where a commit is published to now, where that is gone back to', async () => {
    const at = world()
    at.write('cairn.yaml', 'publish: {targets: [branch:before]}\n')
    const old = at.port(1)
    await publish({ root: at.root, commit: old, to: [] })
    at.write('cairn.yaml', 'publish: {targets: [branch:now]}\n')
    await publish({ root: at.root, commit: at.port(2), to: [] })
    expect(await publish({ root: at.root, commit: old, to: [], rollback: true })).toMatchObject({ did: ['publish'] })
    expect(to(at, 'now')).toBe(old)
    // What is checked out cannot be read: what the older commit says counts.
    at.write('cairn.yaml', 'publish: {targets: [brunch:now]}\n')
    at.commit()
    expect(await publish({ root: at.root, commit: old, to: [], rollback: true })).toMatchObject({ did: ['nothing'] })
  })

  it('with a slip in the environment is no target of all environments', async () => {
    const at = world()
    at.write('cairn.yaml', "publish: {targets: ['branch:deploy/{environment}/live']}\n")
    const commit = at.port(1)
    const { failure } = await publish({ root: at.root, commit, to: ['branch:deploy/prodution/live'] })
    expect(failure).toEqual({
      exit: 'usage', said: 'branch:deploy/prodution/live is no target of cairn.yaml; did you mean branch:deploy/production/live?',
      hint: 'if it is one of its own, list it under `publish.targets`',
    })
    expect(at.remoteGit('for-each-ref')).toBe('')
    expect(await publish({ root: at.root, commit, to: ['branch:deploy/everything/live', 'dir:../deploy/prodution/live'] })).toMatchObject({ did: ['publish', 'publish'] })
  })

  it('that cairn.yaml does not have is one of its own', async () => {
    const at = world()
    at.write('cairn.yaml', "publish: {targets: ['branch:deploy/{environment}']}\n")
    const commit = at.port(1)
    expect(await publish({ root: at.root, commit, to: ['branch:deployed', 'branch:each/{environment}'] })).toMatchObject({ did: ['publish', 'publish', 'publish'] })
    expect(to(at, 'deployed')).toBe(commit)
    expect(at.remoteGit('for-each-ref', '--format=%(refname)', 'refs/heads/').split('\n'))
      .toEqual(['refs/heads/deployed', 'refs/heads/each/production', 'refs/heads/each/staging'])
  })

  it('keeps as many versions of a directory as cairn.yaml says', async () => {
    const at = world()
    at.write('cairn.yaml', 'publish: {targets: [{to: dir:../out, keep: 2}]}\n')
    for (const port of [1, 2, 3]) expect(await publish({ root: at.root, commit: at.port(port), to: port === 2 ? [] : ['dir:../out'] })).toMatchObject({ did: ['publish'] })
    expect(readdirSync(join(at.folder, 'out', 'versions')).sort()).toEqual(['00000002', '00000003'])
  })
})
