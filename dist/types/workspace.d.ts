import type { Access } from './core/access.js';
import type { Collector } from './core/collector.js';
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
/** What opening a workspace came from. */
export interface Basis {
    /** The files that were read; of all others the paths were looked at. */
    readonly files: ReadonlySet<string>;
    readonly findings: Collector;
    /** Those of them that are about schemas. */
    readonly ofSchemas: Collector;
    /** The kinds that there are documents of. */
    readonly kinds: ReadonlySet<string>;
}
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
    /** What all of this but the reader comes from. */
    readonly basis: Basis;
    /**
     * The files below the layout's folders that may hold references, where they are looked for without reading all of
     * them; `undefined` if that fails. Links are not among them.
     */
    readonly referring?: () => Promise<ReadonlySet<string> | undefined>;
    /** What references in an environment can lead to. */
    readonly world: (environment: Environment) => LinkWorld;
}
