import type { CompareResult } from '../core/results.js';
import type { Collector } from '../core/collector.js';
import type { Workspace } from '../workspace.js';
import { type Selection } from './selection.js';
export interface CompareQuestion {
    readonly left: string;
    readonly right: string;
    readonly selection: Selection;
}
export declare function compare(workspace: Workspace, question: CompareQuestion, collector: Collector): Promise<CompareResult>;
