import { Collector } from '../core/collector.js';
import type { DocumentSources } from '../core/discovery.js';
import type { Linked } from '../core/effective.js';
import type { Environment } from '../core/environment.js';
import type { OpenDocument } from '../decisions.js';
import { NameRun } from '../naming.js';
import { type SecretFiles } from '../secret-files.js';
import type { Consistency } from '../stages/consistency/consistency.js';
import type { Edge } from '../stages/refer/edge.js';
import type { Workspace } from '../workspace.js';
import type { CheckMemory } from './check-memory.js';
export interface DocumentPassInput {
    readonly workspace: Workspace;
    readonly environments: readonly Environment[];
    readonly collector: Collector;
    readonly secretFiles: SecretFiles;
    readonly consistency: Consistency;
    readonly seen: ((linked: Linked, edges: readonly Edge[]) => void) | undefined;
    readonly memory: CheckMemory | undefined;
}
/** The first pass of a check: takes one document after the other, and keeps what the rules across them need. */
export declare class DocumentPass {
    #private;
    readonly names: NameRun;
    /** Documents of which only a key would tell something. */
    readonly open: OpenDocument[];
    effectiveDocuments: number;
    constructor(input: DocumentPassInput);
    /** Looks at a document, or says again what it said before. */
    take(document: DocumentSources): Promise<void>;
}
