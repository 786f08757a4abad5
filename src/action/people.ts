import type { Access } from '../core/access.ts'
import { GitHubRefused, type GitHub, type Review } from '../core/github.ts'
import { list, name, say, type Message } from '../core/message.ts'
import type { People } from '../queries/reach.ts'
import type { PullRequestEvent } from './event.ts'

export interface PeopleInput {
  /** `undefined` without a token. */
  readonly github: GitHub | undefined
  readonly pullRequest: PullRequestEvent
  /** What asks for approvals. */
  readonly access: Access
}

/** Who has a word in a pull request, and what of it could not be read. */
export interface KnownPeople {
  readonly people: People
  readonly unread: readonly Message[]
}

/** Reads who has approved, and who is in the teams that may. What GitHub refuses is told: nobody is approved by it. */
export async function readPeople({ github, pullRequest, access }: PeopleInput): Promise<KnownPeople> {
  const { number, head, author } = pullRequest
  const known = author === undefined ? {} : { author }
  if (github === undefined) return { people: known, unread: [say`who has approved: there is no token to read reviews with`] }
  let reviews: readonly Review[]
  try {
    reviews = await github.reviews(number, head)
  } catch (error) {
    if (!(error instanceof GitHubRefused)) throw error
    const why = error.hint === undefined ? error.said : say`${error.said}: ${error.hint}`
    return { people: known, unread: [say`who has approved: ${why}`] }
  }
  const said = reviews.flatMap(wordOf)
  // Who is in a team matters only where somebody has said something.
  const { teams, unread } = said.length === 0 ? NO_TEAMS : await readTeams(github, access)
  return { people: { ...known, reviews: said, teams }, unread }
}

type Word = NonNullable<People['reviews']>[number]

/** An approval of another commit says nothing of this one; a request for changes stands until it is taken back. */
function wordOf({ reviewer: user, verdict, isCurrent }: Review): Word[] {
  if (verdict === 'changes-requested') return [{ user, says: verdict }]
  return verdict === 'approved' && isCurrent ? [{ user, says: verdict }] : []
}

interface Teams {
  readonly teams: ReadonlyMap<string, readonly string[]>
  readonly unread: readonly Message[]
}

const NO_TEAMS: Teams = { teams: new Map(), unread: [] }

async function readTeams(github: GitHub, { roles, rules }: Access): Promise<Teams> {
  const asked = new Set(rules.flatMap((rule) => rule.roles).flatMap((role) => roles.get(role)?.teams ?? []))
  const teams = new Map<string, readonly string[]>()
  const missing: string[] = []
  let why: Message | undefined
  for (const one of asked) {
    const [organization = '', team = ''] = one.split('/')
    const { members, problem } = await github.teamMembers({ organization, team })
    if (members !== undefined) teams.set(one, members)
    else {
      missing.push(one)
      why ??= problem
    }
  }
  if (why === undefined) return { teams, unread: [] }
  return { teams, unread: [say`who is in ${list(missing.map((one) => name(one)))}: ${why}`] }
}
