import type { DocumentSources } from '../core/discovery.js';
import { type Message } from '../core/message.js';
import type { Workspace } from '../workspace.js';
/** What is left open of documents whose schema cannot be used; what is wrong with that is among the findings. */
export declare function withoutSchema({ schemas, config }: Workspace, documents: readonly DocumentSources[]): Message[];
