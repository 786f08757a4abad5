import type { DocumentSources } from '../../core/discovery.js';
import type { Environment } from '../../core/environment.js';
import { type Report } from '../../core/finding.js';
import { type PresenceRule } from './exists.js';
import type { SourceIndex } from './sources.js';
export interface WithoutInput {
    readonly documents: ReadonlyMap<string, DocumentSources>;
    readonly environments: ReadonlyMap<string, Environment>;
    readonly rule: PresenceRule;
    readonly indexOf: (document: DocumentSources) => SourceIndex;
}
/** Reports every `without` that takes nothing away, and every one that a layer in its own environment contradicts. */
export declare function checkWithout({ documents, environments, rule, indexOf }: WithoutInput, report: Report): void;
