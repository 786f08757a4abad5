import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { withoutPassword } from '../../core/without-password.ts'
import { repositoryOf } from '../git/repository.ts'
import { git } from '../git/run.ts'

/** A remote repository, and what Git has to be told to reach it. */
export interface Remote {
  /** Its name for `git fetch` and `git push`: a URL may hold a password, and arguments can be seen by others. */
  readonly name: string
  /** The URL without what it says of a person. */
  readonly shown: string
  /** Process variables for Git. */
  readonly variables: NodeJS.ProcessEnv
}

export interface RemoteOptions {
  /** The repository that knows the remote. */
  readonly root: string
  /** A remote's name or URL. */
  readonly remote: string
  readonly token?: string
  /** The server that the token is for, `https://github.com`; absent: whichever the remote is on. No other gets it. */
  readonly tokenServer?: string
  readonly variables: Readonly<Record<string, string | undefined>>
}

/**
 * Finds a remote and how it is reached. With a token nothing else counts: credentials that a checkout has left in the
 * repository's configuration are not read, those of the user are overruled, and the token stands in the environment of
 * the Git process alone. Without one, Git is given what the repository is set up with.
 *
 * @throws Failure (usage) for a remote that there is not, and for a URL that names a program
 */
export function findRemote(options: RemoteOptions): Remote {
  const given = urlOf(options)
  const url = overHttps(given, options) ?? given
  if (url.startsWith('-') || /^[a-z0-9+.-]+::/i.test(url)) {
    throw new Failure('usage', say`the remote ${name(withoutPassword(url))} names a program`, say`publish to a URL or a path`)
  }
  const shown = withoutPassword(url)
  const { token } = options
  if (token === undefined || !isFor(url, options.tokenServer)) {
    const settings = [...settingsOf(options.root), ...urlSettings(url)]
    return { name: NAME, shown, variables: environment(options.variables, settings) }
  }
  // A password in the URL would be sent as well, and one that is asked for would be sent in the token's stead.
  const variables = { ...options.variables, GIT_ASKPASS: '' }
  return { name: NAME, shown, variables: environment(variables, tokenSettings(shown, token)) }
}

const NAME = 'publication'

/**
 * Whether a remote is one that takes a token, and on the server that this one is for. Of a host with other characters
 * (`https://github.com\\@elsewhere/`) Git may read another one.
 */
function isFor(url: string, server: string | undefined): boolean {
  if (!/^https?:\/\/[\w.:[\]-]+(?:\/|$)/i.test(withoutPassword(url)) || !URL.canParse(url)) return false
  return server === undefined || (URL.canParse(server) && new URL(url).origin === new URL(server).origin)
}

/**
 * The address over HTTPS of what is named as SSH reaches it, where the token is for that server and nothing is set up
 * for SSH: there a token is the only way. One `cairn.yaml` then serves people with keys and jobs with a token.
 */
function overHttps(url: string, { root, token, tokenServer, variables }: RemoteOptions): string | undefined {
  if (token === undefined || tokenServer === undefined || !URL.canParse(tokenServer)) return undefined
  const match = /^ssh:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/+(.+)$/i.exec(url) ?? /^[^/@:]+@([^/:]+):\/*(.+)$/.exec(url)
  const [, host = '', path = ''] = match ?? []
  const server = new URL(tokenServer)
  if (host.toLowerCase() !== server.hostname || hasSsh(root, variables)) return undefined
  return `${server.origin}/${path}`
}

/** Whether somebody has set SSH up: an agent, a program, a key of the user. */
function hasSsh(root: string, variables: RemoteOptions['variables']): boolean {
  if (['SSH_AUTH_SOCK', 'GIT_SSH_COMMAND', 'GIT_SSH'].some((key) => (variables[key] ?? '') !== '')) return true
  if (git(root, ['config', '--get', 'core.sshCommand'], { answers: [1] }).status === 0) return true
  const folder = join(variables['HOME'] ?? homedir(), '.ssh')
  return ['config', 'id_ed25519', 'id_ecdsa', 'id_rsa', 'id_ed25519_sk', 'id_ecdsa_sk'].some((file) => existsSync(join(folder, file)))
}

type Settings = readonly (readonly [key: string, value: string])[]

function urlOf({ root, remote }: RemoteOptions): string {
  const { status, stdout } = git(root, ['remote', 'get-url', '--push', '--', remote], { answers: [2, 128] })
  const known = stdout.toString('utf8').trimEnd()
  const url = status === 0 && known !== '' ? known : remote
  if (/[/:\\]/.test(url)) return isLocal(url) ? join(repositoryOf(root).top, url) : url
  throw new Failure('usage', say`there is no remote ${name(remote)}`, say`git remote lists them; a URL will do as well`)
}

/** A path that is relative to the repository, as Git reads it there. */
function isLocal(url: string): boolean {
  return !isAbsolute(url) && !/^[^/\\]*:/.test(url)
}

/** The token for this URL, which nothing rewrites, and nobody to ask for another where it is refused. */
function tokenSettings(url: string, token: string): Settings {
  return [
    [`remote.${NAME}.url`, url], [`url.${url}.insteadOf`, url], [`url.${url}.pushInsteadOf`, url],
    ['credential.helper', ''],
    ...authorization(url, `x-access-token:${token}`),
  ]
}

/** A URL, and the password in it, where there is one, by the same way as a token. */
function urlSettings(url: string): Settings {
  const [, user = '', password] = /^https?:\/\/([^/?#@:]*):([^/?#]*)@/i.exec(url) ?? []
  if (password === undefined) return [[`remote.${NAME}.url`, url]]
  const bare = withoutPassword(url)
  return [[`remote.${NAME}.url`, bare], ...authorization(bare, `${decoded(user)}:${decoded(password)}`)]
}

/**
 * A header for this URL alone. Git takes the values with the longest URL, and an empty value forgets those before it:
 * so a header that somebody has set up for the host does not come along. Git would send it to whichever server this one
 * leads on to.
 */
function authorization(url: string, credential: string): Settings {
  const key = `http.${url}.extraheader`
  return [
    [key, ''], [key, `AUTHORIZATION: basic ${Buffer.from(credential).toString('base64')}`],
    [`http.${url}.followRedirects`, 'false'],
  ]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const PASSED_ON = /^(?:http|https|credential|url|protocol|ssh)\.|^core\.(?:sshcommand|askpass)$/

/** What the repository itself is set up with to reach remotes: the scratch repository has no configuration. */
function settingsOf(root: string): Settings {
  const { stdout } = git(root, ['config', '--local', '--includes', '--list', '--null'], { answers: [1] })
  return stdout.toString('utf8').split('\u0000').flatMap((entry): Settings => {
    const [key = '', value = 'true'] = split(entry)
    return PASSED_ON.test(key) ? [[key, value]] : []
  })
}

function split(entry: string): [string] | [string, string] {
  const end = entry.indexOf('\n')
  return end < 0 ? [entry] : [entry.slice(0, end), entry.slice(end + 1)]
}

/** What decides how a remote is reached, and not which repository is looked at. */
const NETWORK = /^GIT_(?:SSH|SSL|TRACE|ASKPASS|HTTP_|PROXY|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_|VALUE_))/
/** Keys, which Git has no use for, and programs that it does not come to start. */
const DROPPED = /^(?:GIT_|SOPS_AGE|INPUT_|EDITOR$|VISUAL$|PAGER$|PREFIX$)/

function environment(variables: RemoteOptions['variables'], settings: Settings): NodeJS.ProcessEnv {
  const kept = Object.entries(variables).filter(([key]) => !DROPPED.test(key) || NETWORK.test(key))
  const before = Number(variables['GIT_CONFIG_COUNT'] ?? 0) || 0
  const configured = settings.flatMap(([key, value], i) =>
    [[`GIT_CONFIG_KEY_${before + i}`, key], [`GIT_CONFIG_VALUE_${before + i}`, value]])
  return {
    ...Object.fromEntries<string | undefined>(kept),
    ...Object.fromEntries<string>(configured as [string, string][]),
    GIT_CONFIG_COUNT: String(before + settings.length),
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    LC_ALL: 'C',
  }
}
