import type { DiffResult } from '../core/results.js';
import type { Collector } from '../core/collector.js';
import type { Opener } from '../core/opener.js';
import type { Workspace } from '../workspace.js';
import { type Selection } from './selection.js';
export interface DiffInput {
    readonly base: Workspace;
    readonly head: Workspace;
    readonly selection: Selection;
    /** For the head's findings, and for the base's. */
    readonly collectors: {
        readonly base: Collector;
        readonly head: Collector;
    };
    /** Opens encrypted files. Absent: what was encrypted anew may be another value or not. */
    readonly opener?: Opener;
}
/** Compares the effective documents of two snapshots, reading only those whose inputs differ. */
export declare function diff({ base, head, selection, collectors, opener }: DiffInput): Promise<DiffResult>;
