import type { Collector } from '../core/collector.js';
import type { EnvironmentsResult } from '../core/results.js';
import type { Workspace } from '../workspace.js';
import { type Selection } from './selection.js';
/** Lists environments with what they inherit and which documents exist in them. Reads no layer beyond discovery's. */
export declare function environments(workspace: Workspace, selection: Selection, collector: Collector): EnvironmentsResult;
