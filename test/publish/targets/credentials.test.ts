import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveGit, type GitServer } from './git-server.ts'
import { contentsOfCommit } from './sources.ts'
import { wholePublication } from './whole.ts'
import { publisher, world, type World } from './world.ts'

const publish = publisher()
const TOKEN = 'ghs_tokenOfTheRunThatMayPublish'
const OTHER = 'ghs_persistedByTheCheckout'
const basic = (token: string): string => Buffer.from(`x-access-token:${token}`).toString('base64')
const to = ['branch:deploy']

async function served(more: Partial<Parameters<typeof serveGit>[0]> = {}): Promise<{ at: World; server: GitServer; url: string }> {
  const at = world()
  const server = await serveGit({ folder: at.folder, token: TOKEN, ...more })
  const url = `${server.origin}/remote.git`
  at.git('remote', 'set-url', 'origin', url)
  return { at, server, url }
}

/** A home folder with a global configuration. */
function home(at: World, config: string, files: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const folder = join(at.folder, 'home')
  mkdirSync(folder)
  for (const [path, content] of Object.entries({ '.gitconfig': config, ...files })) {
    writeFileSync(join(folder, path), content)
    chmodSync(join(folder, path), 0o700)
  }
  return { HOME: folder, GIT_CONFIG_GLOBAL: join(folder, '.gitconfig') }
}

/** That every request carries one header, and which it is. */
function expectOnly(server: GitServer, token: string): void {
  expect(server.authorizations.length).toBeGreaterThan(2)
  for (const sent of server.authorizations) expect(sent).toEqual([`basic ${basic(token)}`])
}

describe('a branch over HTTP with a token', () => {
  it('is published to', async () => {
    const { at, server } = await served()
    const commit = at.port(1)
    expect(await publish({ root: at.root, commit, to, token: TOKEN })).toMatchObject({ did: ['publish'] })
    expect(wholePublication(contentsOfCommit(at.remote, 'deploy')).commit).toBe(commit)
    expectOnly(server, TOKEN)
  })

  it.each<[string, (at: World, server: GitServer) => NodeJS.ProcessEnv]>([
    ['a header that actions/checkout has left for the host', (at, { origin }) => {
      at.git('config', '--local', `http.${origin}/.extraheader`, `AUTHORIZATION: basic ${basic(OTHER)}`)
      return {}
    }],
    ['a header in a file that actions/checkout includes', (at, { origin }) => {
      writeFileSync(join(at.folder, 'credentials'), `[http "${origin}/"]\n\textraheader = AUTHORIZATION: basic ${basic(OTHER)}\n`)
      at.git('config', '--local', `includeIf.gitdir:${at.root}/.git.path`, join(at.folder, 'credentials'))
      return {}
    }],
    ['a header for the very URL in the global configuration', (at, { origin }) => home(at, `[http "${origin}/remote.git"]\n\textraheader = AUTHORIZATION: basic ${basic(OTHER)}\n`)],
    ['a header for every host', (at) => home(at, `[http]\n\textraheader = AUTHORIZATION: basic ${basic(OTHER)}\n`)],
    ['a header in variables', (_, { origin }) => ({
      GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `http.${origin}/.extraheader`, GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic(OTHER)}`,
    })],
    ['a password in the URL', (at, { origin }) => {
      at.git('remote', 'set-url', 'origin', `${origin.replace('//', `//x-access-token:${OTHER}@`)}/remote.git`)
      return {}
    }],
    ['a URL that is rewritten to one with a password', (at, { origin }) =>
      home(at, `[url "${origin.replace('//', `//x-access-token:${OTHER}@`)}/"]\n\tinsteadOf = ${origin}/\n`)],
    ['a .netrc', (at) => home(at, '', { '.netrc': `machine 127.0.0.1 login x-access-token password ${OTHER}\n` })],
  ])('sends that token alone, whatever there is: %s', async (_, prepare) => {
    const { at, server } = await served()
    const trace = join(at.folder, 'trace')
    const variables = { ...prepare(at, server), GIT_TRACE: trace }
    const commit = at.port(1)
    expect(await publish({ root: at.root, commit, to, token: TOKEN }, { variables })).toMatchObject({ did: ['publish'], stderr: '' })
    expectOnly(server, TOKEN)
    expect(readFileSync(trace, 'utf8').split('\n').filter((line) => line.includes(OTHER))).toEqual([])
  })

  it.each([
    ['a host that Git reads otherwise', (own: string, elsewhere: string) => `${own}\\@${elsewhere.replace('http://', '')}/remote.git`],
    ['a user that ends like the host', (own: string, elsewhere: string) => `${own}@${elsewhere.replace('http://', '')}/remote.git`],
    ['a host before a question mark', (own: string, elsewhere: string) => `${own}?@${elsewhere.replace('http://', '')}/remote.git`],
  ])('goes to no other server: %s', async (_, spelled) => {
    const { at, server } = await served()
    const elsewhere = await serveGit({ folder: at.folder, token: OTHER })
    at.git('remote', 'set-url', 'origin', spelled(server.origin, elsewhere.origin))
    const ran = await publish({ root: at.root, commit: at.port(1), to, token: TOKEN, tokenServer: server.origin })
    expect(ran.failure).toMatchObject({ exit: 'broken' })
    expect(elsewhere.authorizations.flat().join()).not.toContain(basic(TOKEN))
  })

  it.each(['token', 'password of its URL'])('follows the server to no other one with its %s', async (credential) => {
    const { at } = await served()
    const elsewhere = await serveGit({ folder: at.folder, token: TOKEN, open: true })
    const leading = createServer((request, response) => {
      response.writeHead(301, { location: `${elsewhere.origin}${request.url ?? ''}` }).end()
    })
    await new Promise<void>((resolve) => leading.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void leading.close())
    const url = `http://127.0.0.1:${(leading.address() as AddressInfo).port}/remote.git`
    const isToken = credential === 'token'
    at.git('remote', 'set-url', 'origin', isToken ? url : url.replace('//', `//x-access-token:${TOKEN}@`))
    const ran = await publish({ root: at.root, commit: at.port(1), to, ...(isToken && { token: TOKEN }) })
    expect(ran.failure).toEqual({ exit: 'broken', said: `${url} leads on to another address, and credentials are not sent there`, hint: 'name the address that it has now' })
    expect(elsewhere.authorizations).toEqual([])
  })

  it('asks nobody for another where the token is refused', async () => {
    const { at, server, url } = await served()
    const script = '#!/bin/sh\ntouch "$HOME/asked"\necho username=x-access-token\necho password=' + TOKEN + '\n'
    const own = home(at, `[credential]\n\thelper = "!$HOME/helper"\n[credential "${server.origin}"]\n\thelper = "!$HOME/helper"\n[credential "${url}"]\n\thelper = "!$HOME/helper"\n`, { helper: script })
    const helper = join(at.folder, 'home', 'helper')
    const variables = { ...own, GIT_ASKPASS: helper, SSH_ASKPASS: helper }
    const ran = await publish({ root: at.root, commit: at.port(1), to, token: 'wrong' }, { variables })
    expect(ran.failure).toEqual({ exit: 'broken', said: `${url} does not let this run write`, hint: 'give a token that may write contents; in an action: permissions: contents: write' })
    expect(existsSync(join(at.folder, 'home', 'asked'))).toBe(false)
    for (const sent of server.authorizations) expect(sent).toEqual([`basic ${basic('wrong')}`])
  })

  it('says so where the token may only read', async () => {
    const { at, url } = await served({ refuses: 403, open: true })
    const ran = await publish({ root: at.root, commit: at.port(1), to, token: 'read-only' })
    expect(ran.failure).toMatchObject({ exit: 'broken', said: `${url} does not let this run write` })
  })

  it('shows no token: not in arguments, not in what is said, not in what is left', async () => {
    const { at, server } = await served()
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    const log = join(at.folder, 'arguments')
    const bin = join(at.folder, 'bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'git'), `#!/bin/sh\ntr '\\0' ' ' < /proc/$$/cmdline >> ${log}\necho >> ${log}\nexec "${real}" "$@"\n`)
    chmodSync(join(bin, 'git'), 0o755)
    const variables = { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, TMPDIR: join(at.folder, 'tmp'), GIT_TRACE: log }
    mkdirSync(variables.TMPDIR)
    const request = { root: at.root, commit: at.port(1), to, token: TOKEN }
    const ran = await publish(request, { variables })
    expect(ran).toMatchObject({ did: ['publish'] })
    const killed = await publish({ ...request, commit: at.port(2) }, { variables, failpoint: 'branch/committed' })
    const wrong = await publish({ ...request, commit: at.port(2), token: `${TOKEN}-wrong` }, { variables })
    const text = readFileSync(log, 'utf8')
    expect(text).toContain(' push ')
    expect(text).toContain('git remote-http publication')
    for (const secret of [TOKEN, basic(TOKEN), basic(`${TOKEN}-wrong`)]) {
      expect([text, JSON.stringify([ran, killed, wrong])].filter((shown) => shown.includes(secret))).toEqual([])
      expect(execFileSync('sh', ['-c', 'grep -rlF -- "$0" "$1" "$2" || true', secret, variables.TMPDIR, at.remote], { encoding: 'utf8' })).toBe('')
    }
    expect(server.authorizations.flat().filter((sent) => !sent.startsWith('basic '))).toEqual([])
  })
})

describe('a branch over HTTP without a token', () => {
  it('is published to with what the repository is set up with', async () => {
    const { at, server } = await served()
    at.git('config', '--local', `http.${server.origin}/.extraheader`, `AUTHORIZATION: basic ${basic(TOKEN)}`)
    expect(await publish({ root: at.root, commit: at.port(1), to })).toMatchObject({ did: ['publish'] })
    expectOnly(server, TOKEN)
  })

  it('is published to with the password of its URL, which no argument shows', async () => {
    const { at, server } = await served()
    at.git('remote', 'set-url', 'origin', `${server.origin.replace('//', `//x-access-token:${TOKEN}@`)}/remote.git`)
    const trace = join(at.folder, 'trace')
    const ran = await publish({ root: at.root, commit: at.port(1), to }, { variables: { GIT_TRACE: trace } })
    expect(ran).toMatchObject({ did: ['publish'] })
    const text = readFileSync(trace, 'utf8')
    expect(text).toContain('git remote-http publication')
    expect(text).not.toContain(TOKEN)
  })

  it('is not, where nothing may write', async () => {
    const { at, url } = await served()
    const ran = await publish({ root: at.root, commit: at.port(1), to })
    expect(ran.failure).toMatchObject({ said: `${url} does not let this run write` })
  })
})
