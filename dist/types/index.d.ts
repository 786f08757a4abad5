import type { Explanation } from './core/explanation.js';
import type { CheckResult, CompareResult, DependentsResult, DiffResult, EnvironmentsResult, OrderResult, RenderedDocument } from './core/results.js';
import type { Review } from './core/review.js';
import type { Variables } from './workspace.js';
import { type DependentsQuestion } from './queries/dependents.js';
import { type ExplainQuestion } from './queries/explain.js';
import type { People } from './queries/reach.js';
import type { Selection } from './queries/selection.js';
export { Failure } from './core/failure.js';
export { Opaque, Sealed, Secret, Unresolved, Hole, type SealedType } from './core/opaque.js';
export type { AccessResult, Demand, DemandState, Review as PersonalReview, RoleDemand } from './core/access.js';
export type { BlastRadius, Reach, ReachedDocument } from './core/blast.js';
export type { Change, ChangeKind, ShadowedEdit, Side } from './core/change.js';
export type { EncryptedFileChange, RecipientChange } from './core/encrypted-file.js';
export type { DangerResult, FileChange, SilencedDanger } from './core/danger.js';
export type { Constraint, ExplainedLeaf, Explanation, Hop, Saying } from './core/explanation.js';
export type { SettledFinding } from './core/finding.js';
export type { Message } from './core/message.js';
export type { Location } from './core/place.js';
export type { Pointer, Tokens } from './core/pointer.js';
export type * from './core/results.js';
export type { Applying, Comparison, EnvironmentReview, Review, ReviewedChange, ReviewedFinding, Routine, StageTime, Takes, } from './core/review.js';
export type { RuleId, Severity } from './core/rules.js';
export type { Reload } from './core/schema/reload.js';
export type { Mapping, Value } from './core/value.js';
export type { DependentsQuestion } from './queries/dependents.js';
export type { ExplainQuestion } from './queries/explain.js';
export type { People } from './queries/reach.js';
export type { Selection } from './queries/selection.js';
export type { Variables } from './workspace.js';
export interface LoadOptions {
    /** A commit instead of the working tree. */
    readonly at?: string;
    /** Process variables that `cairn.yaml` may map into documents; none by default. */
    readonly variables?: Variables;
}
declare const repositoryBrand: unique symbol;
/** A repository at one state. Hand it to the other functions; it has nothing to look at. */
export interface Repository {
    readonly [repositoryBrand]: true;
}
/**
 * Reads the structure of a repository: `cairn.yaml`, environments, which files are layers of what.
 *
 * @param directory the root of the configuration repository, inside a Git repository
 * @throws Failure where there is no Git repository or no such commit
 */
export declare function load(directory: string, { at, variables }?: LoadOptions): Promise<Repository>;
/** Merges and links everything selected, and says what is wrong and where. */
export declare function check(repository: Repository, selection?: Selection): Promise<CheckResult>;
/** Effective documents one at a time. What is opaque is left out; `check` says what and where. */
export declare function render(repository: Repository, selection?: Selection): AsyncIterable<RenderedDocument>;
/** Where a value comes from and what it shadows. */
export declare function explain(repository: Repository, question: ExplainQuestion): Promise<Explanation>;
/** Who depends on a document in an environment, directly and through others, and where each says so. */
export declare function dependents(repository: Repository, question: DependentsQuestion): Promise<DependentsResult>;
/** The order in which the documents of an environment start, in levels that can start together. */
export declare function order(repository: Repository, environment: string): Promise<OrderResult>;
/** Effective changes between two states, edits without effect among them. */
export declare function diff(base: Repository, head: Repository, selection?: Selection): Promise<DiffResult>;
export interface ReviewOptions extends Pick<Selection, 'environments'> {
    /** The day, `2027-01-31`: what `cairn.yaml` silences until a day before it is loud again. Absent: none has ended. */
    readonly today?: string;
    /** Who proposed the change and who said what of it. Absent: whether somebody has approved is not known. */
    readonly people?: People;
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
export declare function review(base: Repository, head: Repository, options?: ReviewOptions): Promise<Review>;
/** The differences between two environments of one state. */
export declare function compare(repository: Repository, left: string, right: string, selection?: Selection): Promise<CompareResult>;
/** The environments, what they inherit, and which documents exist in them. */
export declare function environments(repository: Repository, selection?: Selection): EnvironmentsResult;
