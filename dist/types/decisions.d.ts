import type { Collector } from './core/collector.js';
import type { DocumentSources } from './core/discovery.js';
import type { Environment } from './core/environment.js';
import type { Opener } from './core/opener.js';
import type { Location } from './core/place.js';
import type { Message } from './core/message.js';
import type { RawIssue } from './core/validation.js';
import { type SecretFilesResult } from './secrets.js';
import type { Workspace } from './workspace.js';
/** What is open about one document in one environment. */
export interface OpenDocument {
    readonly document: DocumentSources;
    readonly environment: Environment;
    readonly questions: readonly LocatedQuestion[];
}
/** A question that no longer needs the document that it is about. */
export interface LocatedQuestion {
    readonly message: Message;
    readonly location: Location;
    readonly asks: readonly RawIssue[];
}
export interface DecideRun {
    readonly collector: Collector;
    readonly opener: Opener;
    readonly files: Pick<SecretFilesResult, 'secrets' | 'opened'>;
    /** Is told of questions that stay open. */
    readonly undecided: (question: LocatedQuestion, environment: string) => void;
}
/**
 * Answers what only a key would decide: each document is made again, with secrets in the places of its sealed leaves,
 * and what the schema asked of these is asked of them. What is found is reported as it would be of a value in clear. No
 * schema is compiled: code that was made of one never runs after the first secret is opened.
 */
export declare function decide(workspace: Workspace, open: readonly OpenDocument[], run: DecideRun): Promise<void>;
