import type { Collector } from './core/collector.js';
import type { Concern } from './core/concern.js';
import type { Workspace } from './workspace.js';
/**
 * Reports what rules across documents found, each at its place: the few documents that something is found in are
 * evaluated again, one at a time, in silence, since their own findings have been reported.
 */
export declare function reportConcerns(workspace: Workspace, concerns: readonly Concern[], collector: Collector): Promise<void>;
