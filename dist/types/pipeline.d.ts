import { Collector } from './core/collector.js';
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
    /** Another state of the repository. Where this one has the same structure that is not worked out again. */
    readonly like?: Workspace | undefined;
    /** Whether another state will be compared with this one: references are then looked for from now on. */
    readonly isBase?: boolean;
}
/**
 * Finds out what a repository configures and reads its schemas; what is wrong with them goes to the collector. Merges
 * nothing.
 *
 * @param all has found nothing yet
 */
export declare function openWorkspace(opening: Opening, all: Collector): Promise<Workspace>;
/**
 * Merges one document in each of the given environments in which it exists. A file is read and parsed once, however
 * many environments use it; findings repeat per environment and are folded by the collector.
 */
export declare function evaluate(workspace: Workspace, document: DocumentSources, environments: Iterable<Environment>, report: Report): Effective[];
/** Resolves the references of an effective document. Targets are evaluated on demand, without their own findings. */
export declare function link(workspace: Workspace, effective: Effective, report: Report): Linked;
