/**
 * Cairn as a library: load a repository, then ask. Results are plain data; nothing is written anywhere.
 *
 * @packageDocumentation
 *
 * @example
 * ```ts
 * const repository = await load('.', { at: 'main' })
 * const { findings } = await check(repository)
 * ```
 */
import { engines } from './adapters/engines.ts'
import { workingTree } from './adapters/files.ts'
import { commitTree } from './adapters/git.ts'
import { Collector } from './core/collector.ts'
import type { Explanation } from './core/explanation.ts'
import type {
  CheckResult,
  CompareResult,
  DependentsResult,
  DiffResult,
  EnvironmentsResult,
  OrderResult,
  RenderedDocument,
} from './core/results.ts'
import { say } from './core/message.ts'
import type { Review } from './core/review.ts'
import { openWorkspace } from './pipeline.ts'
import type { Variables, Workspace } from './workspace.ts'
import { check as checkWorkspace } from './queries/check.ts'
import { compare as compareWorkspace } from './queries/compare.ts'
import { dependents as dependentsIn, type DependentsQuestion } from './queries/dependents.ts'
import { diff as diffWorkspaces } from './queries/diff.ts'
import { environments as environmentsOf } from './queries/environments.ts'
import { explain as explainIn, type ExplainQuestion } from './queries/explain.ts'
import { order as orderOf } from './queries/order.ts'
import type { People } from './queries/reach.ts'
import { render as renderWorkspace } from './queries/render.ts'
import { review as reviewWorkspaces } from './queries/review.ts'
import type { Selection } from './queries/selection.ts'

export { Failure } from './core/failure.ts'
export { Opaque, Sealed, Secret, Unresolved, Hole, type SealedType } from './core/opaque.ts'
export type { AccessResult, Demand, DemandState, Review as PersonalReview, RoleDemand } from './core/access.ts'
export type { BlastRadius, Reach, ReachedDocument } from './core/blast.ts'
export type { Change, ChangeKind, ShadowedEdit, Side } from './core/change.ts'
export type { EncryptedFileChange, RecipientChange } from './core/encrypted-file.ts'
export type { DangerResult, FileChange, SilencedDanger } from './core/danger.ts'
export type { Constraint, ExplainedLeaf, Explanation, Hop, Saying } from './core/explanation.ts'
export type { SettledFinding } from './core/finding.ts'
export type { Message } from './core/message.ts'
export type { Location } from './core/place.ts'
export type { Pointer, Tokens } from './core/pointer.ts'
export type * from './core/results.ts'
export type {
  Applying, Comparison, EnvironmentReview, Review, ReviewedChange, ReviewedFinding, Routine, StageTime, Takes,
} from './core/review.ts'
export type { RuleId, Severity } from './core/rules.ts'
export type { Reload } from './core/schema/reload.ts'
export type { Mapping, Value } from './core/value.ts'
export type { DependentsQuestion } from './queries/dependents.ts'
export type { ExplainQuestion } from './queries/explain.ts'
export type { People } from './queries/reach.ts'
export type { Selection } from './queries/selection.ts'
export type { Variables } from './workspace.ts'

export interface LoadOptions {
  /** A commit instead of the working tree. */
  readonly at?: string
  /** Process variables that `cairn.yaml` may map into documents; none by default. */
  readonly variables?: Variables
}

declare const repositoryBrand: unique symbol
/** A repository at one state. Hand it to the other functions; it has nothing to look at. */
export interface Repository {
  readonly [repositoryBrand]: true
}

interface Loaded {
  readonly workspace: Workspace
  readonly collector: Collector
}

/** What stands behind a repository; kept out of its type, which is the library's promise. */
const loaded = new WeakMap<Repository, Loaded>()

function behind(repository: Repository): Loaded {
  const found = loaded.get(repository)
  if (found === undefined) throw new TypeError('this is no repository that load() returned')
  return { workspace: found.workspace, collector: found.collector.fork() }
}

/**
 * Reads the structure of a repository: `cairn.yaml`, environments, which files are layers of what.
 *
 * @param directory the root of the configuration repository, inside a Git repository
 * @throws Failure where there is no Git repository or no such commit
 */
export async function load(directory: string, { at, variables = {} }: LoadOptions = {}): Promise<Repository> {
  const collector = new Collector()
  const snapshot = at === undefined ? workingTree(directory) : commitTree(directory, at)
  const workspace = await openWorkspace({ snapshot, variables, engines }, collector)
  const repository = Object.freeze({}) as Repository
  loaded.set(repository, { workspace, collector })
  return repository
}

/** Merges and links everything selected, and says what is wrong and where. */
export function check(repository: Repository, selection: Selection = {}): Promise<CheckResult> {
  const { workspace, collector } = behind(repository)
  return checkWorkspace(workspace, { selection, collector })
}

/** Effective documents one at a time. What is opaque is left out; `check` says what and where. */
export function render(repository: Repository, selection: Selection = {}): AsyncIterable<RenderedDocument> {
  const { workspace, collector } = behind(repository)
  return renderWorkspace(workspace, { selection, collector })
}

/** Where a value comes from and what it shadows. */
export function explain(repository: Repository, question: ExplainQuestion): Promise<Explanation> {
  const { workspace, collector } = behind(repository)
  return explainIn(workspace, question, collector)
}

/** Who depends on a document in an environment, directly and through others, and where each says so. */
export function dependents(repository: Repository, question: DependentsQuestion): Promise<DependentsResult> {
  const { workspace, collector } = behind(repository)
  return dependentsIn(workspace, question, collector)
}

/** The order in which the documents of an environment start, in levels that can start together. */
export function order(repository: Repository, environment: string): Promise<OrderResult> {
  const { workspace, collector } = behind(repository)
  return orderOf(workspace, environment, collector)
}

/** Effective changes between two states, edits without effect among them. */
export function diff(base: Repository, head: Repository, selection: Selection = {}): Promise<DiffResult> {
  const sides = { base: behind(base), head: behind(head) }
  const collectors = { base: sides.base.collector, head: sides.head.collector }
  return diffWorkspaces({ base: sides.base.workspace, head: sides.head.workspace, selection, collectors })
}

export interface ReviewOptions extends Pick<Selection, 'environments'> {
  /** The day, `2027-01-31`: what `cairn.yaml` silences until a day before it is loud again. Absent: none has ended. */
  readonly today?: string
  /** Who proposed the change and who said what of it. Absent: whether somebody has approved is not known. */
  readonly people?: People
}

/**
 * Everything that a pull request gets: what a change does in which environments, whether it is safe, what is wrong with
 * it and what was wrong before, what it reaches, and whose approval it needs. Judged by the base's rules.
 *
 * @example
 * ```ts
 * const [base, head] = [await load('.', { at: 'origin/main' }), await load('.')]
 * const { dangers, environments } = await review(base, head)
 * const isCalm = dangers.findings.length === 0 && environments.every((one) => !one.protected || one.changed === 0)
 * ```
 * @throws Failure where something was asked for that neither side has
 */
export function review(base: Repository, head: Repository, options: ReviewOptions = {}): Promise<Review> {
  const sides = { base: behind(base), head: behind(head) }
  const { environments = [], ...more } = options
  const because = say`it was given as the base`
  const against = { ...sides.base, because, whenBroken: 'throw' as const }
  const { workspace, collector } = sides.head
  return reviewWorkspaces({ ...more, head: workspace, collector, against, selection: { environments } })
}

/** The differences between two environments of one state. */
export function compare(
  repository: Repository,
  left: string,
  right: string,
  selection: Selection = {},
): Promise<CompareResult> {
  const { workspace, collector } = behind(repository)
  return compareWorkspace(workspace, { left, right, selection }, collector)
}

/** The environments, what they inherit, and which documents exist in them. */
export function environments(repository: Repository, selection: Selection = {}): EnvironmentsResult {
  const { workspace, collector } = behind(repository)
  return environmentsOf(workspace, selection, collector)
}
