import type { Linked } from './core/effective.js';
import type { Environment } from './core/environment.js';
import type { Provenance } from './core/spots.js';
import { type Strategy } from './core/strategy.js';
import type { Workspace } from './workspace.js';
/** Answers, for one environment, where what references lead to comes from, and whether it may be shown. */
export declare function provenanceIn(workspace: Workspace, environment: Environment): Required<Provenance>;
/** The strategy of a document that also hides what it has by reference from where that is, or holds, a secret. */
export declare function strategyFor(workspace: Workspace, { effective, references }: Linked): Strategy | undefined;
