import type { Collector } from '../core/collector.js';
import type { DependentsResult } from '../core/results.js';
import type { Workspace } from '../workspace.js';
export interface DependentsQuestion {
    readonly environment: string;
    /** `kind/name`. */
    readonly document: string;
}
/**
 * Who depends on a document in an environment, directly and through others, by name (`x-ref`) or by reference
 * (`${cairn:…}`), and where each says so. Every document of the environment is read.
 */
export declare function dependents(workspace: Workspace, question: DependentsQuestion, collector: Collector): Promise<DependentsResult>;
