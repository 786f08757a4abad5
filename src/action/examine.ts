import { engines } from '../adapters/engines.ts'
import { changedOutside, commitTree } from '../adapters/git.ts'
import type { Access } from '../core/access.ts'
import { Collector } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import { list, name, say, type Message } from '../core/message.ts'
import type { Review } from '../core/review.ts'
import { historyIn, openWorkingTree } from '../opening.ts'
import { openWorkspace } from '../pipeline.ts'
import { review, type ReviewBase, type ReviewInput } from '../queries/review.ts'
import type { Selection } from '../queries/selection.ts'
import type { Variables, Workspace } from '../workspace.ts'
import type { Base } from './base.ts'
import type { KnownPeople } from './people.ts'

export interface ExamineInput extends Pick<ReviewInput, 'clock' | 'today' | 'opener'> {
  readonly root: string
  readonly base: Base
  /** The commit that is checked out; `undefined` where there is none yet. */
  readonly head: string | undefined
  readonly selection: Selection
  readonly variables: Variables
  /** Whether the files may be a proposal that nobody has agreed to yet. */
  readonly underReview: boolean
  /** Asked where an `access.yaml` demands approvals. */
  readonly people?: (access: Access) => Promise<KnownPeople>
}

/** Checks the files that are checked out, and finds out what changes from the base. */
export async function examine(input: ExamineInput): Promise<Review> {
  const { root, selection, clock } = input
  const start = clock?.() ?? 0
  const against = await openBase(input)
  const collector = new Collector()
  const variables = allowedVariables(input, against.workspace)
  const snapshot = openWorkingTree(root)
  const head = await openWorkspace({ snapshot, variables, engines, like: against.workspace }, collector)
  const spent = clock === undefined ? [] : [{ stage: 'open' as const, took: clock() - start }]
  const { today, opener, underReview } = input
  const { people, unread } = await peopleOf(input, { base: against.workspace, head })
  const more = {
    underReview,
    ...(opener === undefined ? {} : { opener }),
    history: historyIn(root),
    ...outsideOf(input),
    ...(clock === undefined ? {} : { clock }),
    ...(today === undefined ? {} : { today }),
    ...(people === undefined ? {} : { people }),
  }
  const found = await review({ head, against, selection, collector, spent, ...more })
  const notRead = head.config.variables.map(({ variable }) => variable).filter((one) => {
    return input.variables[one] !== undefined && variables[one] === undefined
  })
  const unset = say`what ${list([...new Set(notRead)].map(name))} would set: a change under review cannot ask for variables that its base does not read`
  const notKnown = (found.access?.demands.length ?? 0) === 0 ? [] : unread
  return { ...found, notChecked: [...found.notChecked, ...(notRead.length === 0 ? [] : [unset]), ...notKnown] }
}

/** What else of the Git repository changes: workflows and owners are at its top, wherever the configuration is. */
function outsideOf({ root, base, head }: ExamineInput): Pick<ReviewInput, 'outside'> {
  if (base.commit === undefined || head === undefined) return {}
  const outside = changedOutside(root, base.commit, head)
  return outside === undefined ? {} : { outside }
}

/** Asked only where somebody must approve something, and of the rules that count: the base's, where it has any. */
async function peopleOf(
  input: ExamineInput,
  { base, head }: { readonly base: Workspace | undefined; readonly head: Workspace },
): Promise<Partial<KnownPeople> & Pick<KnownPeople, 'unread'>> {
  const access = base && (base.access ?? head.access)
  if (access === undefined || access.rules.length === 0 || input.people === undefined) return { unread: [] }
  return input.people(access)
}

/** The base, or why there is none after all. */
async function openBase({ root, base, variables }: ExamineInput): Promise<ReviewBase> {
  if (base.commit === undefined) return base
  const { commit, because } = base
  const collector = new Collector()
  try {
    const snapshot = commitTree(root, commit)
    const workspace = await openWorkspace({ snapshot, variables, engines, isBase: true }, collector)
    return { workspace, because, collector, whenBroken: 'tell' }
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}

/** What the world refused leaves nothing to compare with; the check goes on. */
function reasonOf(error: unknown): Message {
  if (!(error instanceof Failure)) throw error
  return error.hint === undefined ? error.said : say`${error.said}: ${error.hint}`
}

/**
 * What judges a change comes from its base (DESIGN §3, Trust): who proposes one must not choose which variables of the
 * job are read, since findings may show them.
 */
function allowedVariables({ variables, underReview }: ExamineInput, base: Workspace | undefined): Variables {
  if (!underReview) return variables
  const allowed: Record<string, string | undefined> = {}
  for (const { variable } of base?.config.variables ?? []) allowed[variable] = variables[variable]
  return allowed
}
