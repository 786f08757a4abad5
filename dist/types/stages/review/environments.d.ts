import type { Change, ShadowedEdit } from '../../core/change.js';
import type { Environment } from '../../core/environment.js';
import type { SettledFinding } from '../../core/finding.js';
import type { EnvironmentReview } from '../../core/review.js';
export interface EnvironmentsInput {
    /** Absent where there is no base. */
    readonly base?: ReadonlyMap<string, Environment>;
    readonly head: ReadonlyMap<string, Environment>;
    readonly isSelected: (name: string) => boolean;
    readonly changes: readonly Change[];
    readonly shadowed: readonly ShadowedEdit[];
    readonly dangers: readonly SettledFinding[];
    readonly findings: readonly SettledFinding[];
}
/** What happens to each environment; protected ones first, then those in which most is wrong or changes. */
export declare function reviewEnvironments(input: EnvironmentsInput): EnvironmentReview[];
