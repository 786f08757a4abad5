import type { Concern } from './core/concern.js';
import type { Linked } from './core/effective.js';
import type { Report } from './core/finding.js';
import type { Undecided } from './core/validation.js';
import { type Edge } from './stages/refer/edge.js';
import type { Workspace } from './workspace.js';
/** Is told of what only a key would decide. */
type Ask = (question: Undecided) => void;
/** What documents say of one another, in all environments of a workspace. */
export interface Naming {
    /** Checks the names in a document (`x-ref`), and returns the edges to the documents that they lead to. */
    readonly names: (linked: Linked, report: Report, undecided?: Ask) => readonly Edge[];
    /** The edges to the documents that its references (`${cairn:…}`) lead to. */
    readonly references: (linked: Linked) => readonly Edge[];
}
export declare function createNaming(workspace: Workspace): Naming;
/** The names in the documents of a run: checked one document at a time, the circles among them found at the end. */
export declare class NameRun {
    #private;
    constructor(workspace: Workspace);
    /** Checks the names in one document. Keeps nothing: the unit of work may be begun again. */
    check(linked: Linked, report: Report, undecided?: Ask): readonly Edge[];
    /** Keeps what a document says that may form no circle, once its unit of work is done. */
    add(environment: string, edges: readonly Edge[]): void;
    /** The circles in which the documents that were read name one another. */
    circles(): readonly Concern[];
}
export {};
