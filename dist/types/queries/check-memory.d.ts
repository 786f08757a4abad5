import type { Collector } from '../core/collector.js';
import type { DocumentSources } from '../core/discovery.js';
import type { Value } from '../core/value.js';
import type { LocatedQuestion } from '../decisions.js';
import type { SealedMemory } from '../secrets.js';
import type { UsedFile } from '../secret-files.js';
import type { Edge } from '../stages/refer/edge.js';
/** What a check need not do again. */
export interface CheckMemory extends SealedMemory {
    /** What a document said in an earlier run, where nothing has changed that this follows from. */
    readonly recall: (document: DocumentSources) => Said | undefined;
    readonly keep: (document: DocumentSources, said: Said) => void;
}
/** What a document says in a run, without the document: enough to say it again. */
export interface Said {
    readonly findings: Collector;
    /** By environment, abstract ones too. */
    readonly files: ReadonlyMap<string, readonly UsedFile[]>;
    /** In the environments that are not abstract. */
    readonly effective: readonly SaidIn[];
}
export interface SaidIn {
    readonly environment: string;
    readonly edges: readonly Edge[];
    /** What only a key would decide. */
    readonly asked: readonly LocatedQuestion[];
    /** What rules across documents look at; absent where none does. */
    readonly compared: Value | undefined;
}
