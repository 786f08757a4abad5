import type { DocumentSources } from '../core/discovery.js';
import type { Environment } from '../core/environment.js';
import type { Workspace } from '../workspace.js';
/** What a command is asked about; everything where nothing is named. */
export interface Selection {
    readonly environments?: readonly string[];
    /** As `kind/name`. */
    readonly documents?: readonly string[];
}
/** The named environments, or all. An unknown name is a usage failure that tells the nearest one. */
export declare function selectEnvironments(workspace: Workspace, { environments }: Selection): Environment[];
/** The named documents, or all; unknown names as above. */
export declare function selectDocuments(workspace: Workspace, { documents }: Selection): DocumentSources[];
export declare function environmentNamed(workspace: Workspace, wanted: string): Environment;
export declare function documentNamed(workspace: Workspace, wanted: string): DocumentSources;
