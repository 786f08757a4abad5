import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { Socket } from 'node:net'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { codeOf } from '../error-code.ts'

export interface GitAnswer {
  readonly status: number
  readonly stdout: Buffer
}

export interface GitOptions {
  readonly input?: string
  /** Exit codes besides 0 that are answers and not failures. */
  readonly answers?: readonly number[]
  /** Most bytes that are taken; Git is stopped when it prints more. */
  readonly limit?: number
}

/**
 * Runs Git in a directory and returns what it prints. Reading only: no locks, no pager, no prompt, no program that a
 * repository's configuration names for looking at files, and no repository but the one that the directory lies in.
 *
 * @throws Failure where Git is missing, refuses the repository, or ends with an exit code that is no answer
 */
export function git(directory: string, args: readonly string[], options: GitOptions = {}): GitAnswer {
  const result = spawnSync('git', [...FIXED, '-C', directory, ...args], {
    env: environment(),
    input: options.input ?? '',
    maxBuffer: options.limit ?? Infinity,
    windowsHide: true,
  })
  if (options.limit !== undefined && codeOf(result.error) === 'ENOBUFS') return { status: 0, stdout: result.stdout }
  if (result.error !== undefined) throw notStarted(result.error)
  const status = result.status ?? -1
  if (status === 0 || options.answers?.includes(status) === true) return { status, stdout: result.stdout }
  throw refused(directory, commandOf(args), result)
}

/**
 * Starts Git in a directory and goes on: what it printed is asked for later, `undefined` where it could not be started
 * or was ended. Of what nobody asks for nothing keeps the process alive, and Git ends with it.
 */
export function startGit(directory: string, args: readonly string[]): () => Promise<GitAnswer | undefined> {
  const child = spawn('git', [...FIXED, '-C', directory, ...args], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  })
  const stop = (): void => { child.kill() }
  process.once('exit', stop)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const answer = new Promise<GitAnswer | undefined>((resolve) => {
    child.once('error', () => { resolve(undefined) })
    child.once('close', (status) => {
      process.off('exit', stop)
      resolve(status === null ? undefined : { status, stdout: Buffer.concat(chunks) })
    })
  })
  const handles = [child, ...(child.stdout instanceof Socket ? [child.stdout] : [])]
  for (const handle of handles) handle.unref()
  return () => {
    for (const handle of handles) handle.ref()
    return answer
  }
}

/** What follows settings for one run: `-c name=value`. */
function commandOf(args: readonly string[]): string {
  let at = 0
  while (args[at] === '-c') at += 2
  return args[at] ?? ''
}

/** A bare repository inside a working tree may come from anybody, and would bring its own configuration along. */
const FIXED = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'safe.bareRepository=explicit']

/** What decides which repository Git looks at (`git rev-parse --local-env-vars`): the directory does, not a hook. */
const DROPPED = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
  'GIT_NAMESPACE',
]

/** Keys, which Git has no use for; nor have the programs that a person's configuration has it run. */
const PRIVATE = ['SOPS_AGE_KEY', 'INPUT_AGE-KEY']

/** What Git is started with. */
export function environment(): NodeJS.ProcessEnv {
  const variables: NodeJS.ProcessEnv = { ...process.env }
  for (const dropped of [...DROPPED, ...PRIVATE]) Reflect.deleteProperty(variables, dropped)
  return {
    ...variables,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // A commit's object id has to mean that commit, whatever `git replace` says on this machine.
    GIT_NO_REPLACE_OBJECTS: '1',
    LC_ALL: 'C',
  }
}

function notStarted(error: Error): Failure {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
    return new Failure('broken', say`git was not found`, say`install Git, or put it on the PATH`)
  }
  return new Failure('broken', say`git could not be started: ${name(codeOf(error))}`)
}

/** Git's own words reach a person only for failures that nobody foresaw, escaped and cut to a line. */
function refused(directory: string, command: string, result: SpawnSyncReturns<Buffer>): Failure {
  const text = result.stderr.toString('utf8')
  if (text.includes('detected dubious ownership')) {
    const top = name(/repository at '([^\n]+)'/.exec(text)?.[1] ?? directory)
    return new Failure(
      'usage',
      say`Git refuses the repository at ${top}: it belongs to another user`,
      say`if you trust it: git config --global --add safe.directory ${top}`,
    )
  }
  if (text.includes('not a git repository')) return notARepository(directory)
  if (text.includes('must be run in a work tree') || text.includes('cannot use bare repository')) return bare(directory)
  const line = text.split('\n').find((candidate) => candidate.startsWith('fatal:') || candidate.startsWith('error:'))
  const ended = result.signal === null ? say`exit code ${result.status ?? -1}` : say`${name(result.signal)}`
  return new Failure('broken', say`git ${name(command)} ended with ${ended}: ${name(line ?? 'it said nothing')}`)
}

export function notARepository(directory: string): Failure {
  return new Failure(
    'usage',
    say`${name(directory)} is not in a Git repository`,
    say`run this inside a clone, name one with -C, or make one with git init`,
  )
}

export function bare(directory: string): Failure {
  return new Failure(
    'usage',
    say`${name(directory)} is a bare repository or lies in a .git folder: it has no working tree`,
    say`run this inside a clone that has its files checked out`,
  )
}
