import type { KindSchemaDiff } from '../core/schema-change.js';
import type { Workspace } from '../workspace.js';
export interface EvidenceInput {
    readonly base: Workspace;
    readonly head: Workspace;
    /** Called after each document that is looked at. */
    readonly progress?: (done: number, total: number) => void;
}
type Evidence = Pick<KindSchemaDiff, 'broken' | 'unreadable' | 'looked'>;
/**
 * What documents show about a change of their kind's schema. Documents of the base are made anew with the schema of the
 * head: its defaults, its merge rules, the types that it gives to texts. Those of the head are taken as they are read.
 */
export declare function evidenceOf(kind: string, { base, head, progress }: EvidenceInput): Promise<Evidence>;
export {};
