import type { PullRequest, PullRequestComment } from '../../core/github.ts'
import { at, idAt, textAt } from '../../core/untrusted.ts'
import type { Answer } from './client.ts'
import { BadAnswer } from './refused.ts'
import type { GivenReview } from './reviews.ts'

/**
 * What is needed of GitHub's answers. The client reports no error for an answer that breaks off in the middle: it hands
 * on what came, as text. So nothing is believed to be there.
 *
 * Each throws `BadAnswer` where something is missing.
 */
export const listIn = ({ data }: Answer, path?: string): readonly unknown[] => {
  const list = path === undefined ? data : at(data, path)
  return Array.isArray(list) ? (list as unknown[]) : missing()
}

export function pullRequestIn(data: unknown): PullRequest {
  return {
    number: idAt(data, 'number') ?? missing(),
    isOpen: textAt(data, 'state') === 'open',
    head: textAt(data, 'head.sha') ?? missing(),
    headRepository: idAt(data, 'head.repo.id'),
    baseRepository: idAt(data, 'base.repo.id') ?? missing(),
  }
}

export function commentIn(data: unknown): PullRequestComment {
  const body = at(data, 'body')
  return {
    id: idAt(data, 'id') ?? missing(),
    author: textAt(data, 'user.login'),
    body: typeof body === 'string' ? body : '',
  }
}

/** `undefined` for one by an account that was deleted. */
export function reviewIn(data: unknown): GivenReview | undefined {
  const reviewer = textAt(data, 'user.login')
  const state = textAt(data, 'state') ?? missing()
  return reviewer === undefined ? undefined : { reviewer, state, commit: textAt(data, 'commit_id') }
}

export function loginIn(data: unknown, path = 'login'): string {
  return textAt(data, path) ?? missing()
}

export interface Artifact {
  readonly id: number
  readonly name: string
  /** Bytes of the archive. */
  readonly size: number
  readonly isExpired: boolean
}

export function artifactIn(data: unknown): Artifact {
  return {
    id: idAt(data, 'id') ?? missing(),
    name: textAt(data, 'name') ?? missing(),
    size: idAt(data, 'size_in_bytes') ?? missing(),
    isExpired: at(data, 'expired') === true,
  }
}

function missing(): never {
  throw new BadAnswer('the answer lacks what the API describes')
}
