import { hasCommit, isObjectId, resolveCommit, type HeadCommit } from '../adapters/git.ts'
import { Failure } from '../core/failure.ts'
import { name, say, type Message } from '../core/message.ts'
import { showSnapshot } from '../report/show.ts'
import type { BaseOfEvent, Event } from './event.ts'

/** What a change is compared with, or why it is compared with nothing. */
export type Base =
  | { readonly commit: string; readonly because: Message; readonly reason?: undefined }
  | { readonly reason: Message; readonly commit?: undefined }

export interface BaseOf {
  readonly event: Event
  /** What is checked out; `undefined` where there is no commit yet. */
  readonly head: HeadCommit | undefined
  /** The input `base`; empty for what the event says. */
  readonly named: string
}

/**
 * Finds the base in the clone as it is: nothing is fetched, so no token is needed. Of a pull request it is the first
 * parent of the merge commit: what merging would change and nothing else, whatever happened on the base branch since
 * the event.
 *
 * @param directory in the working tree
 * @throws Failure (usage) where a base is named and not there
 */
export function findBase(directory: string, { event, head, named }: BaseOf): Base {
  if (named !== '') return { commit: resolveCommit(directory, named), because: say`named by the input base` }
  if (head === undefined) return { reason: say`there is no commit yet` }
  return presentIn(directory, baseFrom(event.base, head))
}

/**
 * Such a run is given the repository's own commit. Any other one may be the fork's: which commits are, the event does
 * not say, since its author may add some until the checkout.
 *
 * @param sha the event's own commit
 * @throws Failure (usage) where another commit is checked out in a run that has more rights than who started it
 */
export function refuseStrangers({ isForStrangers }: Event, head: HeadCommit | undefined, sha: string): void {
  if (!isForStrangers || head === undefined || head.commit === sha) return
  throw new Failure(
    'usage',
    say`what is checked out may come from a fork, and this run has the repository's own rights and secrets`,
    say`run the check on pull_request, which gives it neither; a check of the repository's own branch takes no ref of actions/checkout`,
  )
}

type Wanted = Base & { readonly missing?: Message }

function baseFrom(base: BaseOfEvent, { commit, parents }: HeadCommit): Wanted {
  if (base.by === 'nothing') return { reason: base.reason }
  if (base.by === 'commit') {
    if (commit !== base.of) {
      return { reason: say`what is checked out is not the commit of the event: leave out ref of actions/checkout, or name a base` }
    }
    const missing = base.isForced
      ? say`: after a force push no branch may have it any more`
      : say`: set fetch-depth: 0 for actions/checkout`
    return isObjectId(base.commit)
      ? { commit: base.commit, because: base.because, missing }
      : { reason: say`the event names no commit that could be one` }
  }
  const [first, second, more] = parents
  const isMerge = first !== undefined && second !== undefined && more === undefined
  if (!isMerge || (commit !== base.merge && second !== base.head)) {
    return {
      reason: say`what is checked out is not the merge commit of the pull request: leave out ref of actions/checkout, or name a base`,
    }
  }
  const because = say`the base branch that the pull request is merged into`
  return { commit: first, because, missing: say`: set fetch-depth: 2 for actions/checkout` }
}

function presentIn(directory: string, wanted: Wanted): Base {
  if (wanted.commit === undefined) return wanted
  const { commit, because, missing = say`` } = wanted
  if (hasCommit(directory, commit)) return { commit, because }
  return { reason: say`${name(showSnapshot(commit))}, ${because}, is not in this clone${missing}` }
}
