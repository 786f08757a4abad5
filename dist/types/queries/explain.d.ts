import type { Collector } from '../core/collector.js';
import { Failure } from '../core/failure.js';
import type { Explanation } from '../core/explanation.js';
import type { Workspace } from '../workspace.js';
export interface ExplainQuestion {
    readonly environment: string;
    /** `kind/name`. */
    readonly document: string;
    /** RFC 6901, or empty for the whole document. A dotted path (`network.port`) is taken where it leads somewhere. */
    readonly pointer?: string;
}
/** Answers one question; only the document asked about and the targets of its references are read. */
export declare function explain(workspace: Workspace, question: ExplainQuestion, collector: Collector): Promise<Explanation>;
/** What is asked about a document that an environment does not have. */
export declare function absent(workspace: Workspace, { document, environment }: Pick<ExplainQuestion, 'document' | 'environment'>): Failure;
