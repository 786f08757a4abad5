import type { Config } from '../../core/config.js';
import type { DocumentSources } from '../../core/discovery.js';
import type { Environment } from '../../core/environment.js';
import type { SourceIndex } from './sources.js';
/** What decides whether a document exists. */
export interface PresenceRule {
    readonly presence: Config['presence'];
    /** Ancestors of all environments that are not abstract: in `declared`, their layers make nothing exist below them. */
    readonly common: ReadonlySet<string>;
    /** `kind/name` of what is taken away, by environment; only those that take something away. */
    readonly without: ReadonlyMap<string, ReadonlySet<string>>;
}
export declare function createRule(presence: Config['presence'], environments: ReadonlyMap<string, Environment>): PresenceRule;
/**
 * Whether a document exists at the head of a lineage.
 *
 * @param from where in the lineage to ask: 0 for its head, 1 for what the head inherits
 */
export declare function exists(document: DocumentSources, index: SourceIndex, lineage: readonly string[], { presence, common, without }: PresenceRule, from?: number): boolean;
