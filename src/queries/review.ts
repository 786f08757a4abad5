import { Collector } from '../core/collector.ts'
import { NO_DANGERS, type FileChange } from '../core/danger.ts'
import { Failure } from '../core/failure.ts'
import { say, type Message } from '../core/message.ts'
import type { Opener } from '../core/opener.ts'
import type { CheckResult, DiffResult } from '../core/results.ts'
import type { Comparison, Review, StageTime } from '../core/review.ts'
import { applyingOf } from '../stages/review/applying.ts'
import { reviewEnvironments } from '../stages/review/environments.ts'
import { tellKnown } from '../stages/review/known.ts'
import { markRenamed } from '../stages/review/renamed.ts'
import { markRisky } from '../stages/review/risky.ts'
import { routineOf } from '../stages/review/routine.ts'
import type { Workspace } from '../workspace.ts'
import { check, type CheckOptions } from './check.ts'
import type { createReach, People } from './reach.ts'
import type { AskHistory } from './sealed-changes.ts'
import type { Selection } from './selection.ts'

export interface ReviewInput {
  readonly head: Workspace
  readonly against: ReviewBase
  readonly selection: Selection
  /** What is wrong with the structure of the head. */
  readonly collector: Collector
  /** `2027-01-31`: silences that ended before do not count. Absent: none has ended. */
  readonly today?: string
  /** Who proposed the change and who said what of it, where that is known. */
  readonly people?: People
  /** Milliseconds from some moment on. Absent: nothing is timed. */
  readonly clock?: () => number
  /** What was done before, such as opening both sides. */
  readonly spent?: readonly StageTime[]
  /** Opens encrypted files, of both sides. Absent: the run has no key, or is not to use it. */
  readonly opener?: Opener
  /** Files that change in the Git repository outside of the configuration repository, seen from there. */
  readonly outside?: readonly FileChange[]
  /** Asked of encrypted files that change. Absent: there is none, or nobody is to ask. */
  readonly history?: AskHistory
  /** Whether the head is a proposal: its own schemas are then asked nothing about secrets, for findings would tell. */
  readonly underReview?: boolean
  /** Called after each document of the check, for progress on long work. */
  readonly progress?: (done: number, total: number) => void
}

/** What the head is compared with, or why with nothing. */
export type ReviewBase =
  | {
      readonly workspace: Workspace
      readonly because: Message
      /** What is wrong with its structure. */
      readonly collector: Collector
      /** What becomes of the review where the base cannot be read after all. */
      readonly whenBroken: 'throw' | 'tell'
      readonly reason?: undefined
    }
  | { readonly reason: Message; readonly workspace?: undefined }

type Before = Extract<ReviewBase, { workspace: Workspace }>

/** Checks the head, and where there is a base tells what changes, where, whether it is safe, and who has to look. */
export async function review(input: ReviewInput): Promise<Review> {
  const { head, against, selection, collector, progress, underReview = false } = input
  const times = createTimes(input)
  // What compares is loaded where there is something to compare with.
  const between = against.workspace === undefined ? undefined : await import('./between.ts')
  const reach = between?.createReach(head)
  const checked = await times.take('check', () => {
    const seen = reach === undefined ? {} : { seen: reach.see }
    const base = against.workspace
    const mayJudge = (kind: string): boolean => {
      return !underReview || (base !== undefined && between?.hasSameSchema(kind, base, head) === true)
    }
    const more = { ...seen, ...secretsOf(input), ...(progress === undefined ? {} : { progress }) }
    return check(head, { selection, collector, mayJudge, ...more, ...judgingOf(base) })
  })
  if (against.workspace === undefined) return alone(checked, against.reason, { input, times })
  try {
    return await compared(checked, against, { input, times, reach })
  } catch (error) {
    if (!(error instanceof Failure) || against.whenBroken === 'throw') throw error
    const reason = error.hint === undefined ? error.said : say`${error.said}: ${error.hint}`
    return alone(checked, reason, { input, times })
  }
}

/** What a check of either side needs to know for secrets. */
function secretsOf({ today, opener }: ReviewInput): Pick<CheckOptions, 'today' | 'opener'> {
  return { ...(today === undefined ? {} : { today }), ...(opener === undefined ? {} : { opener }) }
}

/** What a change says of rules counts from the next change on: the base's rules judge it, where there are any. */
function judgingOf(base: Workspace | undefined): Pick<CheckOptions, 'rules' | 'maxAgeDays'> {
  if (base?.config.given !== true) return {}
  return { rules: base.config.rules, maxAgeDays: base.config.secrets.maxAgeDays }
}

/** What opens files for the comparison: nothing, where the structure of the head is in doubt. */
function openerOf({ opener }: ReviewInput, { findings }: CheckResult): Pick<CheckOptions, 'opener'> {
  const isUnsound = findings.some(({ rule, severity }) => severity === 'error' && /^(?:parse|config|inherit)\//.test(rule))
  return opener === undefined || isUnsound ? {} : { opener }
}

interface Run {
  readonly input: ReviewInput
  readonly times: Times
}

function alone(checked: CheckResult, reason: Message, { input: { head, selection }, times }: Run): Review {
  const names = new Set(checked.environments)
  return {
    check: checked,
    asked: selection.environments ?? [],
    findings: checked.findings,
    comparison: { reason },
    environments: reviewEnvironments({
      head: head.environments,
      isSelected: (name) => names.has(name),
      changes: [],
      shadowed: [],
      dangers: [],
      findings: checked.findings,
    }),
    changes: [],
    shadowed: [],
    encryptedFiles: [],
    dangers: NO_DANGERS,
    applying: [],
    notChecked: checked.notChecked,
    timing: times.all,
  }
}

async function compared(
  checked: CheckResult,
  base: Before,
  { input, times, reach }: Run & { readonly reach: ReturnType<typeof createReach> | undefined },
): Promise<Review> {
  const { head, selection } = input
  const { dangersBetween, demandsBetween, diff } = await import('./between.ts')
  // What is wrong with the head was found by the check; here it would be found again.
  const collectors = { base: base.collector, head: new Collector() }
  const before = base.collector.fork()
  const found = await times.take('compare', () => diff({ base: base.workspace, head, selection, collectors, ...openerOf(input, checked) }))
  const findings = await times.take('known', () => withKnown(checked, { base, before, input }))
  const { dangers, files, schemas, renames, notChecked } = await times.take('dangers', () => {
    const { today, history, outside } = input
    const more = { ...(today && { today }), ...(history && { history }), ...(outside && { outside }) }
    return dangersBetween({ base: base.workspace, head, changes: found.changes, ...more })
  })
  const access = demandsBetween({ base: base.workspace, head, changes: found.changes, people: input.people })
  const environments = environmentsOf({ found, findings, dangers: dangers.findings, base, input })
  const fresh = findings.filter(({ since }) => since === 'new')
  const isStill = environments.every(({ state, parents }) => {
    return (state === 'same' || state === 'changed') && parents === undefined
  })
  const others = dangers.findings.length + found.encryptedFiles.length + schemas
  const isCalm = fresh.length === 0 && others === 0 && isStill
  const routine = isCalm ? routineOf(found.changes) : undefined
  const radius = await times.take('reach', () => reach?.radius(found.changes, base.workspace))
  return {
    check: checked,
    asked: selection.environments ?? [],
    findings,
    comparison: comparisonOf(found, base, files),
    environments,
    changes: markRenamed(markRisky(found.changes, [...dangers.findings, ...fresh.filter(({ severity }) => severity === 'error')]), renames),
    shadowed: found.shadowed,
    encryptedFiles: found.encryptedFiles,
    dangers,
    applying: applyingOf(found.changes),
    ...(radius === undefined ? {} : { reach: radius }),
    ...(access === undefined ? {} : { access }),
    ...(routine === undefined ? {} : { routine }),
    notChecked: [...checked.notChecked, ...unknownOf(found), ...notChecked],
    timing: times.all,
  }
}

function comparisonOf(found: DiffResult, { because }: Before, files: readonly FileChange[]): Comparison {
  const { base, compared, baseErrors } = found
  return { base, because, files, compared, baseErrors }
}

function unknownOf({ baseErrors }: DiffResult): Message[] {
  return baseErrors === 0 ? [] : [say`what changes where the base (${baseErrors} ${baseErrors === 1 ? say`error` : say`errors`}) or the head has errors`]
}

interface KnownInput {
  readonly base: Before
  /** What is wrong with the base's structure. */
  readonly before: Collector
  readonly input: ReviewInput
}

/** The base is checked only where the head has findings that it might have, too. */
async function withKnown(checked: CheckResult, { base, before, input }: KnownInput): Promise<Review['findings']> {
  if (checked.findings.length === 0) return []
  const { selection } = input
  const asked = selection.environments ?? []
  const environments = asked.filter((name) => base.workspace.environments.has(name))
  if (asked.length > 0 && environments.length === 0) return tellKnown(checked.findings, before.findings())
  const known = await check(base.workspace, { selection: { environments }, collector: before, ...secretsOf(input) })
  return tellKnown(checked.findings, known.findings)
}

interface EnvironmentsOf {
  readonly found: DiffResult
  readonly findings: Review['findings']
  readonly dangers: Review['dangers']['findings']
  readonly base: Before
  readonly input: ReviewInput
}

function environmentsOf({ found, findings, dangers, base, input }: EnvironmentsOf): Review['environments'] {
  const wanted = new Set(input.selection.environments ?? [])
  return reviewEnvironments({
    base: base.workspace.environments,
    head: input.head.environments,
    isSelected: (name) => wanted.size === 0 || wanted.has(name),
    changes: found.changes,
    shadowed: found.shadowed,
    dangers,
    findings,
  })
}

interface Times {
  readonly all: readonly StageTime[]
  readonly take: <T>(stage: StageTime['stage'], work: () => T | Promise<T>) => Promise<T>
}

function createTimes({ clock, spent = [] }: ReviewInput): Times {
  const all: StageTime[] = [...spent]
  return {
    all,
    take: async (stage, work) => {
      const start = clock?.() ?? 0
      const done = await work()
      if (clock !== undefined) all.push({ stage, took: clock() - start })
      return done
    },
  }
}
