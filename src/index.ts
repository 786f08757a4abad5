/**
 * Cairn as a library: load a repository, then ask. Results are plain data; nothing is written anywhere.
 *
 * @example
 * const repository = await load('.', { at: 'main' })
 * const { findings } = await check(repository)
 *
 * @packageDocumentation
 */
import { workingTree } from './adapters/files.ts'
import { commitTree } from './adapters/git.ts'
import { Collector } from './core/collector.ts'
import type { Explanation } from './core/explanation.ts'
import type { CheckResult, CompareResult, DiffResult, EnvironmentsResult, RenderedDocument } from './core/results.ts'
import { openWorkspace } from './pipeline.ts'
import type { Variables, Workspace } from './workspace.ts'
import { check as checkWorkspace } from './queries/check.ts'
import { compare as compareWorkspace } from './queries/compare.ts'
import { diff as diffWorkspaces } from './queries/diff.ts'
import { environments as environmentsOf } from './queries/environments.ts'
import { explain as explainIn, type ExplainQuestion } from './queries/explain.ts'
import { render as renderWorkspace } from './queries/render.ts'
import type { Selection } from './queries/selection.ts'

export { Failure } from './core/failure.ts'
export { Opaque, Sealed, Secret, Unresolved, Hole } from './core/opaque.ts'
export type { Change, ShadowedEdit, Side } from './core/change.ts'
export type { ExplainedLeaf, Explanation, Hop, Saying } from './core/explanation.ts'
export type { SettledFinding } from './core/finding.ts'
export type { Message } from './core/message.ts'
export type { Location } from './core/place.ts'
export type { Pointer, Tokens } from './core/pointer.ts'
export type * from './core/results.ts'
export type { RuleId, Severity } from './core/rules.ts'
export type { Mapping, Value } from './core/value.ts'
export type { ExplainQuestion } from './queries/explain.ts'
export type { Selection } from './queries/selection.ts'
export type { Variables } from './workspace.ts'

export interface LoadOptions {
  /** A commit instead of the working tree. */
  readonly at?: string
  /** Process variables that `cairn.yaml` may map into documents; none by default. */
  readonly variables?: Variables
}

/** A repository at one state. Opaque: hand it to the other functions. */
export interface Repository {
  readonly workspace: Workspace
  readonly collector: Collector
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
  return { workspace: await openWorkspace(snapshot, variables, collector), collector }
}

/** Merges and links everything selected, and says what is wrong and where. */
export function check({ workspace, collector }: Repository, selection: Selection = {}): Promise<CheckResult> {
  return checkWorkspace(workspace, { selection, collector: collector.fork() })
}

/** Effective documents one at a time. What is opaque is left out; `check` says what and where. */
export function render(
  { workspace, collector }: Repository,
  selection: Selection = {},
): AsyncIterable<RenderedDocument> {
  return renderWorkspace(workspace, { selection, collector: collector.fork() })
}

/** Where a value comes from and what it shadows. */
export function explain({ workspace, collector }: Repository, question: ExplainQuestion): Promise<Explanation> {
  return explainIn(workspace, question, collector.fork())
}

/** Effective changes between two states, edits without effect among them. */
export function diff(base: Repository, head: Repository, selection: Selection = {}): Promise<DiffResult> {
  const collectors = { base: base.collector.fork(), head: head.collector.fork() }
  return diffWorkspaces({ base: base.workspace, head: head.workspace, selection, collectors })
}

/** The differences between two environments of one state. */
export function compare(
  { workspace, collector }: Repository,
  left: string,
  right: string,
  selection: Selection = {},
): Promise<CompareResult> {
  return compareWorkspace(workspace, { left, right, selection }, collector.fork())
}

/** The environments, what they inherit, and which documents exist in them. */
export function environments({ workspace, collector }: Repository, selection: Selection = {}): EnvironmentsResult {
  return environmentsOf(workspace, selection, collector.fork())
}
