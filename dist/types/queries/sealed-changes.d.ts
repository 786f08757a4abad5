import type { FileChange } from '../core/danger.js';
import type { FileHistory } from '../core/ports.js';
import { type SealedChange } from '../core/sops/sealed-change.js';
import type { ChangedText } from '../stages/danger/input.js';
import type { Workspace } from '../workspace.js';
/** What Git knows of files at a commit and before it. */
export type AskHistory = (commit: string, paths: readonly string[]) => Promise<FileHistory>;
export interface SealedChangesInput {
    readonly base: Workspace;
    readonly head: Workspace;
    readonly files: readonly FileChange[];
    readonly texts: readonly ChangedText[];
    /** Absent: history is not looked at. */
    readonly history?: AskHistory;
}
export interface SealedChanges {
    readonly changes: readonly SealedChange[];
    /** Of how many files history is not known as far as it goes back, and why. */
    readonly unknown?: {
        readonly files: number;
        readonly because: 'cut off' | 'too many';
    };
}
/** What a change does to encrypted files, judged by what the base says of who may open them. */
export declare function sealedChanges(input: SealedChangesInput): Promise<SealedChanges>;
