import { type LayersOf } from './layers.js';
import type { DocumentSources } from './core/discovery.js';
import type { Effective } from './core/effective.js';
import type { Environment } from './core/environment.js';
import type { Reader } from './reading.js';
import type { LinkWorld } from './stages/link/link.js';
/** The documents that references lead to: read and merged on demand, and kept while they are asked for. */
export type Targets = (document: DocumentSources, environment: Environment) => Effective | undefined;
/**
 * @param evaluate merges one document in one environment without reporting: its findings belong to its own turn
 */
export declare function createTargets(reader: Reader, evaluate: (document: DocumentSources, environment: Environment, layersOf: LayersOf) => Effective | undefined): Targets;
/**
 * What references can lead to, by environment. One world serves a whole run, since what it resolved once it remembers.
 *
 * @param documents every document of the repository, by `kind/name`
 */
export declare function createWorlds(documents: ReadonlyMap<string, DocumentSources>, targets: Targets): (environment: Environment) => LinkWorld;
