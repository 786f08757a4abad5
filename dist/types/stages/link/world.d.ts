import type { Effective } from '../../core/effective.js';
import type { Environment } from '../../core/environment.js';
/**
 * What references in one environment can lead to. Resolved targets are remembered for as long as the world is kept:
 * use one for all documents of an environment, and a new one when anything has changed.
 */
export interface LinkWorld {
    readonly environment: Environment;
    /** Every document of the repository, as `kind/name`, whether or not it exists in this environment. Read once. */
    readonly documents: Iterable<string>;
    /** A document as it is in this environment, `undefined` where it does not exist in it. */
    readonly lookup: (document: string) => Effective | undefined;
}
