import { type Collector } from '../core/collector.js';
import { type KindSchemaDiff, type SchemaDiffResult } from '../core/schema-change.js';
import type { Workspace } from '../workspace.js';
import { type EvidenceInput } from './schema-evidence.js';
export interface SchemaDiffInput extends EvidenceInput {
    /** The kinds that are asked about; all of them where none is named. */
    readonly kinds: readonly string[];
    /** For findings about structure and schemas, of the head and of the base. */
    readonly collectors: {
        readonly base: Collector;
        readonly head: Collector;
    };
}
/**
 * Says what a change of the schemas means for documents, twice over: by what the schemas say, and by validating the
 * effective documents of both states against both schemas. The level is the higher of the two.
 */
export declare function schemaDiff(input: SchemaDiffInput): Promise<SchemaDiffResult>;
/** What the schemas say differently, kind by kind; no document is looked at. */
export declare function schemaChanges(base: Workspace, head: Workspace): Pick<KindSchemaDiff, 'kind' | 'changes'>[];
