import { Failure } from './failure.ts'
import type { Message } from './message.ts'

/** What Cairn asks of GitHub, for one repository. Each may throw `GitHubRefused`. */
export interface GitHub {
  /** Whom the token acts as: `github-actions[bot]`, an app's `name[bot]`, or a user. Asked once. */
  login(): Promise<string>
  pullRequest(number: number): Promise<PullRequest>
  /** Open pull requests from a branch, which may be a fork's: `owner` is whose. Their heads may have moved on. */
  openPullRequests(head: { readonly owner: string; readonly branch: string }): Promise<readonly PullRequest[]>
  /** Comments of a pull request whose first line is the marker, whoever wrote them; all pages, oldest first. */
  comments(pullRequest: number, marker: string): Promise<readonly PullRequestComment[]>
  /** @returns its id */
  createComment(pullRequest: number, body: string): Promise<number>
  updateComment(id: number, body: string): Promise<void>
  deleteComment(id: number): Promise<void>
  /** The review of each person that counts, in the order in which they were given. */
  reviews(pullRequest: number, head: string): Promise<readonly Review[]>
  /** Logins of the members of a team and of the teams below it, sorted; or why they cannot be had. */
  teamMembers(team: Team): Promise<TeamMembers>
  /** A file in an artifact of a workflow run; or why there is none that can be used. */
  artifactFile(wanted: WantedFile): Promise<ArtifactFile>
}

export interface PullRequest {
  readonly number: number
  readonly isOpen: boolean
  /** The newest commit of the branch that is to be merged. */
  readonly head: string
  /** Id of the repository that the branch is in; `undefined` where that was deleted. */
  readonly headRepository: number | undefined
  /** Id of the repository that it is merged into. */
  readonly baseRepository: number
}

export interface PullRequestComment {
  readonly id: number
  /** Whose it is; `undefined` where the account was deleted. */
  readonly author: string | undefined
  readonly body: string
}

export interface Review {
  readonly reviewer: string
  readonly verdict: 'approved' | 'changes-requested' | 'dismissed'
  /** Whether the commit that was looked at is still the head. */
  readonly isCurrent: boolean
}

export interface Team {
  readonly organization: string
  /** As it stands in the address of its page. */
  readonly team: string
}

export type TeamMembers =
  | { readonly members: readonly string[]; readonly problem?: undefined }
  | { readonly problem: Message; readonly members?: undefined }

export interface WantedFile {
  /** Id of the workflow run. */
  readonly run: number
  readonly artifact: string
  /** Path in the artifact. */
  readonly file: string
  /** Most bytes of the file, and of the archive that it comes in. */
  readonly limit: number
}

export type ArtifactFile =
  | { readonly bytes: Buffer; readonly problem?: undefined }
  | { readonly problem: Message; readonly bytes?: undefined }

/** Why GitHub did not do what it was asked to. */
export type Refusal =
  /** The token is none, or expired (401). */
  | 'unauthorized'
  /** The token lacks a permission (403). */
  | 'forbidden'
  /** It is not there, or the token may not know that it is (404, 410). */
  | 'not-found'
  /** Nobody may comment on a locked conversation (403). */
  | 'locked'
  /** The text is longer than GitHub takes (422). */
  | 'too-long'
  /** GitHub does not take what was sent (other 4xx). */
  | 'rejected'
  /** Asked too often (403, 429). */
  | 'rate-limited'
  /** No answer, or none in time, or that of a proxy (5xx). What was asked for may have been done all the same. */
  | 'unavailable'

export interface RefusedDetails {
  readonly refusal: Refusal
  readonly said: Message
  readonly hint: Message | undefined
  /** HTTP status; `undefined` where there was no answer. */
  readonly status: number | undefined
  /** What GitHub's support asks for. */
  readonly requestId: string | undefined
  /** How long GitHub asks to wait, in milliseconds. */
  readonly retryAfter: number | undefined
}

/** GitHub did not do what it was asked to; the message is our own, and the hint names a permission that is missing. */
export class GitHubRefused extends Failure {
  readonly refusal: Refusal
  readonly status: number | undefined
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined

  constructor({ refusal, said, hint, status, requestId, retryAfter }: RefusedDetails) {
    super('broken', said, hint)
    this.refusal = refusal
    this.status = status
    this.requestId = requestId
    this.retryAfter = retryAfter
  }
}
