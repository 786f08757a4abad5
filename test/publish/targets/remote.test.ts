import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withoutPassword } from '../../../src/core/without-password.ts'
import { serveGit } from './git-server.ts'
import { publisher, world } from './world.ts'

const publish = publisher()

describe('an address as it is shown', () => {
  it.each([
    ['https://user:geheim@host/repo.git', 'https://host/repo.git'],
    ['https://user:ge@heim@host/repo.git', 'https://host/repo.git'],
    ['https://user:geheim@@host:8443/repo.git', 'https://host:8443/repo.git'],
    ['https://geheim@host/repo.git', 'https://host/repo.git'],
    ['https://user:ge/heim@host/repo.git', 'https://host/repo.git'],
    ['https://user:ge?h#eim@host/repo.git', 'https://host/repo.git'],
    ['HTTPS://user:geheim@host', 'HTTPS://host'],
    ['ssh://git:geheim@host:22/repo.git', 'ssh://host:22/repo.git'],
    ['user:geheim@host:repo.git', 'host:repo.git'],
    ['user:ge@heim@host/repo.git', 'host/repo.git'],
    ['https://host/@scope/repo.git', 'https://host/@scope/repo.git'],
    ['https://host:8443/@scope/repo.git', 'https://host:8443/@scope/repo.git'],
    ['git@github.com:example/fleet.git', 'git@github.com:example/fleet.git'],
    ['git@host:repo@v1', 'git@host:repo@v1'],
    ['/srv/a:b@c/repo.git', '/srv/a:b@c/repo.git'],
    ['../a@b', '../a@b'],
    ['C:\\me@home\\repo', 'C:\\me@home\\repo'],
    ['origin', 'origin'],
  ])('of %s is %s', (url, shown) => {
    expect(withoutPassword(url)).toBe(shown)
  })

  it.each(['http://somebody:ge@heim@127.0.0.1:1/remote.git', 'http://somebody:ge/heim@127.0.0.1:1/remote.git', 'somebody:geheim@localhost:1/remote.git'])(
    'has no password in what a person is told of %s', async (url) => {
      const at = world()
      at.git('remote', 'set-url', 'origin', url)
      const { failure, stderr } = await publish({ root: at.root, commit: at.port(1), to: ['branch:deploy'] }, { variables: { GIT_SSH_COMMAND: 'false' } })
      expect(failure).toMatchObject({ exit: 'broken', said: expect.stringMatching(/could not be reached/) as unknown })
      expect(JSON.stringify(failure) + stderr).not.toMatch(/heim/)
    },
  )

  it('and a password with @ in it is what the server gets, and no program is started with', async () => {
    const at = world()
    const trace = join(at.folder, 'trace')
    const server = await serveGit({ folder: at.folder, token: 'ge@heim' })
    at.git('remote', 'set-url', 'origin', `${server.origin.replace('//', '//x-access-token:ge@heim@')}/remote.git`)
    expect(await publish({ root: at.root, commit: at.port(1), to: ['branch:deploy'] }, { variables: { GIT_TRACE: trace } })).toMatchObject({ did: ['publish'] })
    expect(readFileSync(trace, 'utf8')).not.toContain('heim')
  })
})

describe('a remote by SSH, and a token for its server', () => {
  const ways = (origin: string): string[] => {
    const { hostname } = new URL(origin)
    return [`git@${hostname}:remote.git`, `ssh://git@${hostname}/remote.git`, `ssh://${hostname}:2222/remote.git`, `GIT@${hostname}:/remote.git`]
  }

  async function served() {
    const at = world()
    const server = await serveGit({ folder: at.folder, token: 'ghs_token' })
    const home = join(at.folder, 'home')
    mkdirSync(join(home, '.ssh'), { recursive: true })
    const ssh = join(at.folder, 'ssh')
    writeFileSync(ssh, `#!/bin/sh\necho "$@" >> '${join(at.folder, 'ssh.log')}'\nexit 1\n`, { mode: 0o755 })
    const path = `${at.folder}:${process.env['PATH'] ?? ''}`
    const variables: NodeJS.ProcessEnv = { HOME: home, PATH: path, SSH_AUTH_SOCK: undefined, GIT_SSH_COMMAND: undefined, GIT_SSH: undefined }
    const startsSsh = (): boolean => existsSync(join(at.folder, 'ssh.log'))
    return { at, server, variables, home, startsSsh, asked: { root: at.root, to: ['branch:deploy'], token: 'ghs_token', tokenServer: server.origin } }
  }

  it('is reached by the token, where nothing is set up for SSH', async () => {
    const { at, server, variables, asked, startsSsh } = await served()
    let port = 0
    for (const url of ways(server.origin)) {
      at.git('remote', 'set-url', 'origin', url)
      expect(await publish({ ...asked, commit: at.port(++port) }, { variables })).toMatchObject({ did: ['publish'] })
    }
    expect(startsSsh()).toBe(false)
    expect(new Set(server.authorizations.flat())).toEqual(new Set([`basic ${Buffer.from('x-access-token:ghs_token').toString('base64')}`]))
  })

  it.each<[string, (of: Awaited<ReturnType<typeof served>>) => NodeJS.ProcessEnv]>([
    ['an agent is there', () => ({ SSH_AUTH_SOCK: '/run/agent' })],
    ['a program is named', ({ at }) => ({ GIT_SSH: join(at.folder, 'ssh') })],
    ['a command is named in the checkout', ({ at }) => {
      at.git('config', 'core.sshCommand', join(at.folder, 'ssh'))
      return {}
    }],
    ['the user has a key', ({ home }) => {
      writeFileSync(join(home, '.ssh', 'id_ed25519'), '')
      return {}
    }],
    ['the server is another one', ({ at }) => {
      at.git('remote', 'set-url', 'origin', 'git@localhost:remote.git')
      return {}
    }],
  ])('is reached by SSH, where %s', async (_, prepare) => {
    const of = await served()
    const { at, server, variables, asked, startsSsh } = of
    at.git('remote', 'set-url', 'origin', ways(server.origin)[0] as string)
    const more = prepare(of)
    const { failure } = await publish({ ...asked, commit: at.port(1) }, { variables: { ...variables, ...more } })
    expect(failure).toMatchObject({ exit: 'broken', hint: expect.stringContaining('write its address with https://') as unknown })
    expect(startsSsh()).toBe(true)
    expect(server.authorizations).toEqual([])
  })
})

describe('object ids of SHA-256', () => {
  it.each([['sha1', 'sha256'], ['sha256', 'sha1'], ['sha256', 'sha256']])('a source of %s is published to a remote of %s', async (from, to) => {
    const at = world({ source: from, remote: to })
    const commits = [at.port(1), at.port(2)]
    const did = []
    for (const commit of [...commits, commits[1] as string, commits[0] as string]) {
      did.push(await publish({ root: at.root, commit, to: ['branch:deploy', 'dir:../out'] }))
    }
    expect(did.map((ran) => ran.failure ?? ran.did)).toEqual([['publish', 'publish'], ['publish', 'publish'], ['nothing', 'nothing'], ['superseded', 'superseded']])
    expect(at.remoteGit('rev-parse', 'deploy')).toHaveLength(to === 'sha256' ? 64 : 40)
    expect(at.remoteGit('log', '-1', '--format=%(trailers:key=Source-Commit,valueonly)', 'deploy').trim()).toBe(commits[1])
  })
})
