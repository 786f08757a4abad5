import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { commonDirectory, repositoryOf } from './repository.ts'
import { git } from './run.ts'

/**
 * Brings contents that a partial clone left out (gitglossary(7), promisor), as Git itself does when it needs one, but
 * all in one go: asked for a list of contents, `git cat-file` would fetch each by itself.
 *
 * @returns the ids that the clone has now; all of them unless `GIT_NO_LAZY_FETCH` says that nothing may be fetched
 * @throws Failure where the remote does not give them
 */
export function fetchPromised(root: string, oids: readonly string[]): readonly string[] {
  if (!isPartial(root)) return oids
  const there = present(root, oids)
  const missing = oids.filter((oid) => !there.has(oid))
  if (missing.length === 0) return oids
  if (mayNotFetch()) return oids.filter((oid) => there.has(oid))
  const remote = promisorOf(root)
  try {
    git(root, [...FETCH, remote], { input: linesOf(missing) })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const hint = say`this is a partial clone: ${missing.length} contents have to come from ${name(remote)}, which has to be reachable`
    throw new Failure('broken', error.said, hint)
  }
  return oids
}

/** Packs from a remote that keeps what they lack are marked as such (gitformat-pack(5)). */
export function isPartial(root: string): boolean {
  const packs = join(commonDirectory(repositoryOf(root).top), 'objects', 'pack')
  try {
    return readdirSync(packs).some((file) => file.endsWith('.promisor'))
  } catch {
    return false
  }
}

/** `git rev-list` is the one command that looks for objects without fetching them, in every version of Git. */
function present(root: string, oids: readonly string[]): ReadonlySet<string> {
  const { stdout } = git(root, LIST_PRESENT, { input: linesOf(oids) })
  return new Set(stdout.toString('latin1').split('\n'))
}

const LIST_PRESENT = ['rev-list', '--objects', '--no-object-names', '--ignore-missing', '--missing=allow-any', '--stdin']

/** What Git runs for a single object (promisor-remote.c), and nothing of what may follow a fetch. */
const FETCH = [
  '-c',
  'fetch.negotiationAlgorithm=noop',
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
  '--recurse-submodules=no',
  '--filter=blob:none',
  '--stdin',
]

const linesOf = (oids: readonly string[]): string => oids.join('\n') + '\n'

/** Git's own switch (git(1)); versions before 2.44 do not know it. */
function mayNotFetch(): boolean {
  return /^(?:1|true|yes|on)$/i.test(process.env['GIT_NO_LAZY_FETCH'] ?? '')
}

/** The first remote that promised to keep what the clone lacks. */
function promisorOf(root: string): string {
  const args = ['config', '--type=bool', '--get-regexp', '^remote\\..*\\.promisor$']
  const { stdout } = git(root, args, { answers: [1] })
  return /^remote\.(.*)\.promisor true$/m.exec(stdout.toString('utf8'))?.[1] ?? 'origin'
}
