import type { DocumentSources } from '../core/discovery.js';
import type { Environment } from '../core/environment.js';
import type { Workspace } from '../workspace.js';
/** What a command is asked about; everything where nothing is named. */
export interface Selection {
    readonly environments?: readonly string[];
    /** As `kind/name`. */
    readonly documents?: readonly string[];
}
/** Whether nothing is named. */
export declare function isEverything({ environments, documents }: Selection): boolean;
/** The named environments, or all. An unknown name is a usage failure that tells the nearest one. */
export declare function selectEnvironments(workspace: Workspace, { environments }: Selection): Environment[];
/** The named documents, or all; unknown names as above. What they are made of is announced to be read. */
export declare function selectDocuments(workspace: Workspace, { documents }: Selection): DocumentSources[];
/** Those of the documents, given by `kind/name`, that there are in a workspace. */
export declare function documentsOf({ discovery }: Workspace, keys: readonly string[]): DocumentSources[];
/** Announces that documents will be read. */
export declare function announce({ reader }: Workspace, documents: Iterable<DocumentSources>): void;
export declare function environmentNamed(workspace: Workspace, wanted: string): Environment;
export declare function documentNamed(workspace: Workspace, wanted: string): DocumentSources;
