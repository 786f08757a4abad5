/** What stands in GitHub as far as the action sees it: plain data that a test writes and requests change. */
export interface World {
  readonly repository: Repository
  readonly pullRequests: PullRequest[]
  readonly comments: Comment[]
  readonly reviews: Review[]
  readonly runs: Run[]
  readonly artifacts: Artifact[]
  readonly teams: { readonly organization: string; readonly team: string; readonly members: readonly Account[] }[]
  /** Whom a token acts as, and what it may do. Any other token is refused. */
  readonly tokens: Map<string, Token>
  readonly limits: { comment: number }
  /** Ids given so far. */
  ids: number
}

export interface Account {
  readonly login: string
  readonly id: number
  readonly type: 'User' | 'Bot' | 'Organization'
}

export interface Repository {
  readonly id: number
  readonly owner: Account
  readonly name: string
}

export interface PullRequest {
  readonly number: number
  state: 'open' | 'closed'
  head: { sha: string; readonly branch: string; readonly repository: Repository | undefined }
  readonly author: Account
  locked: boolean
}

export interface Comment {
  readonly id: number
  readonly pullRequest: number
  readonly author: Account | undefined
  body: string
}

export interface Review {
  readonly pullRequest: number
  readonly reviewer: Account | undefined
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED'
  readonly commit: string | null
}

export interface Run {
  readonly id: number
  readonly event: string
  readonly head: PullRequest['head']
}

export interface Artifact {
  readonly id: number
  readonly run: number
  readonly name: string
  readonly archive: Buffer
  readonly expired: boolean
  /** What GitHub says of the size, where that is not the archive's. */
  readonly size?: number
}

export type Right = 'actions' | 'members' | 'pull-requests'

export interface Token {
  readonly account: Account
  /** Tokens of apps, a job's own among them, may not ask who they are. */
  readonly kind: 'app' | 'user'
  readonly rights: Readonly<Partial<Record<Right, 'read' | 'write'>>>
}

export const account = (login: string, id: number, type: Account['type'] = 'User'): Account => ({ login, id, type })

export const ACTIONS_BOT: Account = account('github-actions[bot]', 41_898_282, 'Bot')
export const OWNER: Account = account('octo-org', 6_811_672, 'Organization')
export const REPOSITORY: Repository = { id: 1_296_269, owner: OWNER, name: 'configuration' }
export const STRANGER: Account = account('mallory', 583_231)
export const FORK: Repository = { id: 9_000_001, owner: STRANGER, name: 'configuration' }

/** The tokens of every world. */
export const TOKENS = {
  /** A job's own, with what the README recommends. */
  job: 'ghs_job',
  /** A job's own in a run for a fork or for Dependabot. */
  fork: 'ghs_fork',
  /** A GitHub App's, which may see teams. */
  app: 'ghs_app',
  /** A person's. */
  person: 'ghp_person',
} as const

export function newWorld(): World {
  const all = { 'pull-requests': 'write', 'actions': 'read' } as const
  return {
    repository: REPOSITORY,
    pullRequests: [],
    comments: [],
    reviews: [],
    runs: [],
    artifacts: [],
    teams: [],
    tokens: new Map<string, Token>([
      [TOKENS.job, { account: ACTIONS_BOT, kind: 'app', rights: all }],
      [TOKENS.fork, { account: ACTIONS_BOT, kind: 'app', rights: { 'pull-requests': 'read', 'actions': 'read' } }],
      [TOKENS.app, { account: account('our-app[bot]', 77_000_001, 'Bot'), kind: 'app', rights: { ...all, members: 'read' } }],
      [TOKENS.person, { account: account('hubot', 480_938), kind: 'user', rights: { ...all, members: 'read' } }],
    ]),
    limits: { comment: 65_536 },
    ids: 1000,
  }
}

/** A commit's id that says which. */
export const sha = (digit: string): string => digit.repeat(40).slice(0, 40)

export function addPullRequest(world: World, given: Partial<PullRequest> = {}): PullRequest {
  const pull: PullRequest = {
    number: world.pullRequests.length + 1,
    state: 'open',
    head: { sha: sha('a'), branch: 'change', repository: world.repository },
    author: account('octocat', 583_230),
    locked: false,
    ...given,
  }
  world.pullRequests.push(pull)
  return pull
}

export function addComment(world: World, pullRequest: number, author: Account | undefined, body: string): Comment {
  const comment = { id: ++world.ids, pullRequest, author, body }
  world.comments.push(comment)
  return comment
}

export function addRun(world: World, given: Partial<Run> & Pick<Run, 'head'>): Run {
  const run: Run = { id: ++world.ids, event: 'pull_request', ...given, head: { ...given.head } }
  world.runs.push(run)
  return run
}

export function addArtifact(world: World, given: Pick<Artifact, 'run' | 'archive'> & Partial<Artifact>): Artifact {
  const artifact: Artifact = { id: ++world.ids, name: 'cairn', expired: false, ...given }
  world.artifacts.push(artifact)
  return artifact
}
