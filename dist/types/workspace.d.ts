import type { Access } from './core/access.js';
import type { Config } from './core/config.js';
import type { Discovery } from './core/discovery.js';
import type { Environment } from './core/environment.js';
import type { Engines, Snapshot } from './core/ports.js';
import type { Reader } from './reading.js';
import type { Schemas } from './schemas.js';
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
    /** Of the kinds that have one. */
    readonly schemas: Schemas;
    /** Who must approve what; absent where there is no `access.yaml`. */
    readonly access?: Access;
    readonly variables: Variables;
    readonly engines: Engines;
    /** What references in an environment can lead to. */
    readonly world: (environment: Environment) => LinkWorld;
}
