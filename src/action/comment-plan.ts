import type { PullRequestComment } from '../core/github.ts'
import { say, type Message } from '../core/message.ts'

export interface CommentSituation {
  /** Comments that begin with the marker, whoever wrote them, oldest first. */
  readonly comments: readonly PullRequestComment[]
  /** Whom the token acts as; not needed where there is no comment. */
  readonly login: string | undefined
  /** The commit that the report is about, and the newest one of the pull request. */
  readonly head: { readonly reported: string; readonly current: string }
}

export interface WantedComment {
  readonly marker: string
  /** What follows the marker. */
  readonly body: string
  /** An all-clear only takes the place of an alarm: where there is none, it is left out. */
  readonly ifNone: 'create' | 'leave'
}

/** What is to be done, and why; a plain value. */
export interface CommentPlan {
  readonly write:
    | { readonly do: 'create'; readonly body: string }
    | { readonly do: 'update'; readonly id: number; readonly body: string }
    | { readonly do: 'nothing'; readonly state: 'unchanged'; readonly id: number }
    | { readonly do: 'nothing'; readonly state: 'none' | 'outdated' }
  readonly because: Message
  /** Ids of further comments of our own, made by runs at the same time. */
  readonly remove: readonly number[]
  /** How many comments by others carry our marker; they are never touched. */
  readonly foreign: number
}

/** So many requests to delete are no burst; the next run deletes the rest. */
const MOST_REMOVED = 20

/** Decides what becomes of the comment: of several of our own the newest is kept. */
export function planComment(situation: CommentSituation, { marker, body, ifNone }: WantedComment): CommentPlan {
  const { comments, login, head } = situation
  const own = comments
    .filter(({ author }) => author !== undefined && login !== undefined && isSame(author, login))
    .sort((a, b) => b.id - a.id)
  const [newest, ...older] = own
  const remove = older.map(({ id }) => id).reverse().slice(0, MOST_REMOVED)
  const foreign = comments.length - own.length
  const text = normal(`${marker}\n${body}`)
  if (head.reported !== head.current) {
    return {
      write: { do: 'nothing', state: 'outdated' },
      because: say`the pull request has newer commits, whose own run reports on them`,
      remove: [],
      foreign,
    }
  }
  if (newest === undefined) {
    return ifNone === 'leave'
      ? { write: { do: 'nothing', state: 'none' }, because: say`there is nothing to say and no comment to replace`, remove, foreign }
      : { write: { do: 'create', body: text }, because: say`there is no comment yet`, remove, foreign }
  }
  return normal(newest.body) === text
    ? { write: { do: 'nothing', state: 'unchanged', id: newest.id }, because: say`the comment says so already`, remove, foreign }
    : { write: { do: 'update', id: newest.id, body: text }, because: say`the comment says something else`, remove, foreign }
}

/** Logins differ in more than case. */
const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Line breaks are kept by GitHub as they come or as `\r\n`, and blanks at the end are not seen. */
const normal = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd()
