import type { Config } from '../../core/config.js';
import type { Discovery, DocumentSources, LayerSource } from '../../core/discovery.js';
import type { Environment } from '../../core/environment.js';
import type { Report } from '../../core/finding.js';
export interface PresenceInput {
    readonly discovery: Pick<Discovery, 'documents' | 'shared'>;
    /** By name, resolved. */
    readonly environments: ReadonlyMap<string, Environment>;
    readonly config: Pick<Config, 'presence' | 'sound'>;
}
/** Which documents exist in which environments, and of which layers they consist. */
export interface Presence {
    /**
     * The layers of a document in an environment, lowest precedence first; `undefined` where it does not exist there.
     * First come the layers below every environment, then those of the lineage, the environment's own last; within one,
     * entries in the order of the layout, and files by path.
     */
    readonly sourcesIn: (document: DocumentSources, environment: Environment) => readonly LayerSource[] | undefined;
}
/**
 * Prepares the question which documents exist where, and reports what is wrong with `without`.
 *
 * `inherited`: a document exists where it has a layer of its own in the lineage or below every environment. Going up
 * from the lowest environment, `without` takes it away and a layer of its own brings it back, with all layers of the
 * lineage. `declared`: only a layer in the environment itself, or in an ancestor that not every environment has, makes
 * it exist. Layers of every document (`name: '*'`) never do.
 */
export declare function createPresence(input: PresenceInput, report: Report): Presence;
