import type { CheckResult } from '../core/results.js';
import type { Collector } from '../core/collector.js';
import type { Workspace } from '../workspace.js';
import { type Selection } from './selection.js';
export interface CheckOptions {
    readonly selection: Selection;
    readonly collector: Collector;
    /** Called after each document, for progress on long work. */
    readonly progress?: (done: number, total: number) => void;
}
/** Merges and links every selected document in every selected environment, one document at a time. */
export declare function check(workspace: Workspace, options: CheckOptions): Promise<CheckResult>;
