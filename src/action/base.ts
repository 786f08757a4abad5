import { hasCommit, headCommit, isObjectId, resolveCommit, type HeadCommit } from '../adapters/git.ts'
import { Failure } from '../core/failure.ts'
import { name, say, type Message } from '../core/message.ts'
import { showSnapshot } from '../report/show.ts'
import type { BaseOfEvent, Event } from './event.ts'

/** What a change is compared with, or why it is compared with nothing. */
export type Base =
  | { readonly commit: string; readonly because: Message; readonly reason?: undefined }
  | { readonly reason: Message; readonly commit?: undefined }

/**
 * Finds the base in the clone as it is: nothing is fetched, so no token is needed. Of a pull request it is the first
 * parent of the merge commit: what merging would change and nothing else, whatever happened on the base branch since
 * the event.
 *
 * @param named the input `base`; empty for what the event says
 * @throws Failure (usage) where a base is named and not there
 */
export function findBase(root: string, event: Event, named: string): Base {
  if (named !== '') return { commit: resolveCommit(root, named), because: say`named by the input base` }
  const head = headCommit(root)
  if (head === undefined) return { reason: say`there is no commit yet` }
  return presentIn(root, baseFrom(event.base, head))
}

/** @throws Failure (usage) where what is checked out comes from a fork, in a run with the repository's own rights */
export function refuseStrangers(root: string, { strangers }: Event): void {
  const head = strangers.length === 0 ? undefined : headCommit(root)
  if (head === undefined || ![head.commit, ...head.parents].some((commit) => strangers.includes(commit))) return
  throw new Failure(
    'usage',
    say`what is checked out comes from a fork, and this run has the repository's own rights and secrets`,
    say`run the check on pull_request, which gives it neither`,
  )
}

type Wanted = Base & { readonly missing?: Message }

function baseFrom(base: BaseOfEvent, { commit, parents }: HeadCommit): Wanted {
  if (base.by === 'nothing') return { reason: base.reason }
  if (base.by === 'commit') {
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

function presentIn(root: string, wanted: Wanted): Base {
  if (wanted.commit === undefined) return wanted
  const { commit, because, missing = say`` } = wanted
  if (hasCommit(root, commit)) return { commit, because }
  return { reason: say`${name(showSnapshot(commit))}, ${because}, is not in this clone${missing}` }
}
