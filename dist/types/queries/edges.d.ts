import type { Collector } from '../core/collector.js';
import type { Environment } from '../core/environment.js';
import type { Edge } from '../stages/refer/edge.js';
import type { Workspace } from '../workspace.js';
/**
 * What the documents of one environment say of one another, by names and by references. Every document there is read,
 * one at a time; what is found goes to the collector.
 */
export declare function edgesIn(workspace: Workspace, environment: Environment, collector: Collector): Promise<readonly Edge[]>;
