import { Collector } from '../core/collector.js';
import { type FileChange } from '../core/danger.js';
import { type Message } from '../core/message.js';
import type { Opener } from '../core/opener.js';
import type { Review, StageTime } from '../core/review.js';
import type { Workspace } from '../workspace.js';
import type { People } from './reach.js';
import type { AskHistory } from './sealed-changes.js';
import type { Selection } from './selection.js';
export interface ReviewInput {
    readonly head: Workspace;
    readonly against: ReviewBase;
    readonly selection: Selection;
    /** What is wrong with the structure of the head. */
    readonly collector: Collector;
    /** `2027-01-31`: silences that ended before do not count. Absent: none has ended. */
    readonly today?: string;
    /** Who proposed the change and who said what of it, where that is known. */
    readonly people?: People;
    /** Milliseconds from some moment on. Absent: nothing is timed. */
    readonly clock?: () => number;
    /** What was done before, such as opening both sides. */
    readonly spent?: readonly StageTime[];
    /** Opens encrypted files, of both sides. Absent: the run has no key, or is not to use it. */
    readonly opener?: Opener;
    /** Files that change in the Git repository outside of the configuration repository, seen from there. */
    readonly outside?: readonly FileChange[];
    /** Asked of encrypted files that change. Absent: there is none, or nobody is to ask. */
    readonly history?: AskHistory;
    /** Whether the head is a proposal: its own schemas are then asked nothing about secrets, for findings would tell. */
    readonly underReview?: boolean;
    /** Called after each document of the check, for progress on long work. */
    readonly progress?: (done: number, total: number) => void;
}
/** What the head is compared with, or why with nothing. */
export type ReviewBase = {
    readonly workspace: Workspace;
    readonly because: Message;
    /** What is wrong with its structure. */
    readonly collector: Collector;
    /** What becomes of the review where the base cannot be read after all. */
    readonly whenBroken: 'throw' | 'tell';
    readonly reason?: undefined;
} | {
    readonly reason: Message;
    readonly workspace?: undefined;
};
/** Checks the head, and where there is a base tells what changes, where, whether it is safe, and who has to look. */
export declare function review(input: ReviewInput): Promise<Review>;
