import type { CheckResult } from '../core/results.js';
import { type Collector } from '../core/collector.js';
import type { Linked } from '../core/effective.js';
import type { Opener } from '../core/opener.js';
import type { RuleConfigs } from '../core/rule-settings.js';
import type { Edge } from '../stages/refer/edge.js';
import type { Workspace } from '../workspace.js';
import type { CheckMemory } from './check-memory.js';
import { type Selection } from './selection.js';
export interface CheckOptions {
    readonly selection: Selection;
    readonly collector: Collector;
    /** `2027-01-31`, for how old secrets are. Absent: none is too old. */
    readonly today?: string;
    /** Opens encrypted files. Absent: the run has no key, or is not to use it. */
    readonly opener?: Opener;
    /** Whether the schema of a kind may be asked about opened values; where not, its questions stay open. */
    readonly mayJudge?: (kind: string) => boolean;
    /** What the rules across documents look at, and how severe they are. Absent: as the workspace's `cairn.yaml` says. */
    readonly rules?: RuleConfigs;
    /** Days after which an encrypted file is due. Absent: as the workspace's `cairn.yaml` says. */
    readonly maxAgeDays?: number;
    /** Called after each document, for progress on long work. */
    readonly progress?: (done: number, total: number) => void;
    /** Called with each effective document and the edges that its names make, once its unit of work is done. */
    readonly seen?: (linked: Linked, edges: readonly Edge[]) => void;
    /** What earlier runs found and still holds. Not together with `opener`: what may be opened is not remembered. */
    readonly memory?: CheckMemory;
}
/** Merges and links every selected document in every selected environment, one document at a time. */
export declare function check(workspace: Workspace, options: CheckOptions): Promise<CheckResult>;
