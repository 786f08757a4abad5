import type { Config } from './core/config.js';
import type { Discovery } from './core/discovery.js';
import type { Environment } from './core/environment.js';
import type { Snapshot } from './core/ports.js';
import type { Reader } from './reading.js';
import type { Presence } from './stages/inherit/presence.js';
import type { LinkWorld } from './stages/link/link.js';
/** Process variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;
/** A repository at one snapshot: what is configured there, for which environments, and how to read it. */
export interface Workspace {
    readonly snapshot: Snapshot;
    readonly config: Config;
    readonly discovery: Discovery;
    /** By name, sorted. */
    readonly environments: ReadonlyMap<string, Environment>;
    readonly presence: Presence;
    readonly reader: Reader;
    readonly variables: Variables;
    /** What references in an environment can lead to. */
    readonly world: (environment: Environment) => LinkWorld;
}
