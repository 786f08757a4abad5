import type { Collector } from './core/collector.js';
import type { DocumentSources } from './core/discovery.js';
import type { Effective, Linked } from './core/effective.js';
import type { Environment } from './core/environment.js';
import type { Report } from './core/finding.js';
import type { Engines, Snapshot } from './core/ports.js';
import type { Variables, Workspace } from './workspace.js';
export interface Opening {
    readonly snapshot: Snapshot;
    /** Process variables that `cairn.yaml` may map into documents. */
    readonly variables: Variables;
    readonly engines: Engines;
}
/**
 * Finds out what a repository configures and reads its schemas; what is wrong with them goes to the collector. Merges
 * nothing.
 */
export declare function openWorkspace({ snapshot, variables, engines }: Opening, all: Collector): Promise<Workspace>;
/**
 * Merges one document in each of the given environments in which it exists. A file is read and parsed once, however
 * many environments use it; findings repeat per environment and are folded by the collector.
 */
export declare function evaluate(workspace: Workspace, document: DocumentSources, environments: Iterable<Environment>, report: Report): Effective[];
/** Resolves the references of an effective document. Targets are evaluated on demand, without their own findings. */
export declare function link(workspace: Workspace, effective: Effective, report: Report): Linked;
