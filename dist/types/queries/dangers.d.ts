import type { Change } from '../core/change.js';
import type { DangerResult, FileChange } from '../core/danger.js';
import { type Message } from '../core/message.js';
import { type Renames } from '../stages/danger/renames.js';
import type { Workspace } from '../workspace.js';
import type { AskHistory } from './sealed-changes.js';
export interface DangersInput {
    readonly base: Workspace;
    readonly head: Workspace;
    /** Effective changes, folded over environments. */
    readonly changes: readonly Change[];
    /** `2027-01-31`. Absent: no silence has ended. */
    readonly today?: string;
    /** Files that change outside of the configuration repository, seen from there. */
    readonly outside?: readonly FileChange[];
    /** Absent: whether secrets were rolled back is told as far as the two states tell. */
    readonly history?: AskHistory;
}
export interface Dangers {
    readonly dangers: DangerResult;
    /** The files that are not the same, sorted by path. */
    readonly files: readonly FileChange[];
    /** Of how many kinds the schema changes. */
    readonly schemas: number;
    readonly renames: Renames;
    /** What could not be found out. */
    readonly notChecked: readonly Message[];
}
/** What is dangerous about the change from one state to another. Both list all of their files. */
export declare function dangersBetween(input: DangersInput): Promise<Dangers>;
