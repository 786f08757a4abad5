import { list, name, say, type Message } from '../../core/message.ts'
import { repositoryOf } from './repository.ts'
import { isObjectId, isShallow } from './resolve-commit.ts'
import { git } from './run.ts'

/** What a change is compared with where nobody says; or why there is nothing. */
export type DefaultBase =
  | { readonly commit: string; readonly because: Message; readonly reason?: undefined }
  | { readonly reason: Message; readonly commit?: undefined }

/**
 * The base of a change: the first parent of a merge commit (what a pull request's merge is made onto), else where HEAD
 * left the remote's default branch, else where it left a local `main` or `master`.
 */
export function defaultBase(root: string): DefaultBase {
  const parents = parentsOfHead(root)
  if (parents === undefined) return { reason: say`there is no commit yet` }
  const [first, second] = parents
  if (first !== undefined && second !== undefined) {
    return { commit: first, because: say`the first parent of the merge commit at HEAD` }
  }
  const { branch, current } = branches(root)
  if (branch === undefined) return { reason: current === undefined ? nothingThere(CANDIDATES) : alone(root, current) }
  const { status, stdout } = git(root, ['merge-base', 'HEAD', branch], { answers: [1] })
  const commit = stdout.toString('latin1').trimEnd()
  if (status === 0 && isObjectId(commit)) return { commit, because: say`where HEAD left ${shortName(branch)}` }
  return isShallow(repositoryOf(root).top)
    ? { reason: say`this clone is shallow and ends before HEAD left ${shortName(branch)}: git fetch --unshallow` }
    : { reason: say`HEAD and ${shortName(branch)} have no commit in common` }
}

const REMOTE = ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master']
const LOCAL = ['refs/heads/main', 'refs/heads/master']
const CANDIDATES = [...REMOTE, ...LOCAL]

function shortName(ref: string) {
  return name(ref.replace(/^refs\/(?:remotes|heads)\//, ''))
}

/** The parents of HEAD, `undefined` where it is not born yet. */
function parentsOfHead(root: string): string[] | undefined {
  const { status, stdout } = git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { answers: [1, 128] })
  if (status !== 0) return undefined
  const head = stdout.toString('latin1').trimEnd()
  const line = git(root, ['rev-list', '--parents', '--max-count=1', head]).stdout.toString('latin1')
  return line.trim().split(' ').slice(1)
}

interface Branches {
  /** The first candidate that exists; a local one only where HEAD is on another branch. */
  readonly branch: string | undefined
  /** The candidate that HEAD is on. */
  readonly current: string | undefined
}

function branches(root: string): Branches {
  const { stdout } = git(root, ['for-each-ref', '--format=%(HEAD)%(refname)', ...CANDIDATES])
  const lines = stdout.toString('utf8').split('\n')
  const current = lines.find((line) => line.startsWith('*'))?.slice(1)
  const there = new Set(lines.map((line) => line.slice(1)))
  return { branch: CANDIDATES.find((ref) => there.has(ref) && ref !== current), current }
}

/** Why there is nothing to compare with where HEAD is on the only default branch. */
function alone(root: string, current: string): Message {
  const hasRemote = git(root, ['remote']).stdout.length > 0
  return say`HEAD is on ${shortName(current)} itself, and ${hasRemote ? nothingThere(REMOTE) : say`there is no remote`}`
}

function nothingThere(refs: readonly string[]): Message {
  return say`there is no ${list(refs.map(shortName), 'or')} to compare with`
}
