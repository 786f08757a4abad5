import { Failure } from '../../core/failure.ts'
import { findRemote, type RemoteOptions } from './remote.ts'
import { Refusal, Scratch } from './scratch.ts'

export interface Commits {
  readonly commit: string
  /** What this clone does not have. */
  readonly newest: string
}

/**
 * Whether a commit that this clone lacks is newer than one that it has, as a remote knows: somebody pushed and
 * published since the clone was made. Only commits are fetched, into a repository of their own.
 *
 * @returns false also where the remote cannot say
 */
export async function isNewerAt(options: RemoteOptions, { commit, newest }: Commits): Promise<boolean> {
  let scratch: Scratch | undefined
  try {
    scratch = new Scratch(findRemote(options))
    if (newest.length === SHA256_LENGTH) scratch.useOtherIds()
    const quietly = ['--quiet', '--filter=tree:0', '--no-tags', '--no-write-fetch-head']
    await scratch.talk('fetch', quietly, [`${newest}:refs/cairn/newest`])
    scratch.run(['merge-base', '--is-ancestor', commit, newest])
    return true
  } catch (error) {
    if (error instanceof Refusal || error instanceof Failure) return false
    throw error
  } finally {
    scratch?.close()
  }
}

const SHA256_LENGTH = 64
