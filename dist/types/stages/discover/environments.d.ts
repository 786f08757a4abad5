import type { Config } from '../../core/config.js';
import type { EnvironmentDefinition } from '../../core/environment.js';
import { type Report } from '../../core/finding.js';
import { type Place } from '../../core/place.js';
import type { Tree } from '../../core/tree.js';
/** The one environment of a repository that names none. */
export declare const DEFAULT_ENVIRONMENT = "default";
/** Gathers the environments that files speak of, and knows which of them there are. */
export declare class EnvironmentRegister {
    #private;
    constructor(config: Config);
    /**
     * Notes that a layer belongs to an environment. False where `cairn.yaml` lists environments and this is none of
     * them: the layer is left out, and `settle` reports it.
     *
     * @param place where the name stands, or the path that holds it
     */
    see(environment: string, place: string | (() => Place)): boolean;
    /** Whether there may be such an environment: `cairn.yaml` lists it, or lists none. */
    isListed(environment: string): boolean;
    /** Reads an environment file. */
    define(environment: string, path: string, tree: Tree | undefined, report: Report): void;
    /** All environments by name, and what is wrong with the names that were seen. */
    settle(report: Report): readonly EnvironmentDefinition[];
}
