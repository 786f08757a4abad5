import { type Collector } from './core/collector.js';
import type { Config } from './core/config.js';
import type { Engines, Snapshot } from './core/ports.js';
import { type SchemaNode, type SchemaSet } from './core/schema/schemas.js';
import type { Strategy } from './core/strategy.js';
import type { Reader } from './reading.js';
/** The schema of a kind, and what the pipeline asks of it for every document. */
export interface KindSchema {
    readonly root: SchemaNode;
    readonly strategy: Strategy | undefined;
    /** Whether documents can be validated against it; what makes it unusable has been reported. */
    readonly usable: boolean;
    /** Whether a default may hold a reference. */
    readonly mayRefer: boolean;
    /** Whether what layers below say decides what a text means: a tag in them may choose a branch. */
    readonly hasUnions: boolean;
}
/** The schemas of a repository. */
export interface Schemas {
    readonly set: SchemaSet;
    readonly of: (kind: string) => KindSchema | undefined;
    /** The kinds that have a schema, sorted. */
    readonly kinds: readonly string[];
    /** The paths of the files that the schema of a kind consists of, sorted; `cairn:<name>` for built-in ones. */
    readonly filesOf: (kind: string) => readonly string[];
    /** Kinds that schemas let documents be named of (`x-ref`) and that there are not; that has been reported. */
    readonly unknownKinds: ReadonlySet<string>;
}
export interface SchemasInput {
    readonly snapshot: Snapshot;
    readonly config: Config;
    readonly reader: Reader;
    readonly engines: Engines;
    /** The kinds that there are documents of. */
    readonly kinds: Iterable<string>;
    /** Files that hold layers: they are no schemas, wherever they are. */
    readonly layers: readonly string[];
}
/** Where schemas are looked for that `cairn.yaml` does not name: `schemas/<kind>.yaml`. */
export declare const SCHEMA_FOLDER = "schemas/";
/** Whether a schema comes with Cairn, rather than from the repository. */
export declare const isBuiltIn: (path: string) => boolean;
/**
 * Reads and checks the schemas of a repository: all files of `schemas/` that are YAML or JSON, those that `cairn.yaml`
 * names, and the built-in ones where something refers to them.
 */
export declare function openSchemas(input: SchemasInput, all: Collector): Promise<Schemas>;
/** The files that are schemas, sorted. */
export declare function schemaPaths({ snapshot, config, layers }: Pick<SchemasInput, 'snapshot' | 'config' | 'layers'>): string[];
