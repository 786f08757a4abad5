import type { Collector } from '../core/collector.js';
import type { OrderResult } from '../core/results.js';
import type { Workspace } from '../workspace.js';
/**
 * The order in which the documents of an environment start: those of the kinds that wait for others, or that others
 * wait for, as schemas say (`x-ref` with `acyclic`). Every document of the environment is read.
 */
export declare function order(workspace: Workspace, environment: string, collector: Collector): Promise<OrderResult>;
