import type { EnvironmentDefinition } from './environment.js';
import type { Place } from './place.js';
import type { Tokens } from './pointer.js';
/** The file that says how a repository is laid out. */
export declare const CONFIG_FILE = "cairn.yaml";
/** `cairn.yaml` as read, its mistakes reported and left out; the defaults where there is none. */
export interface Config {
    /** Whether there is a `cairn.yaml`. */
    readonly given: boolean;
    readonly layout: readonly LayoutEntry[];
    /**
     * Whether layout and environments were read without a mistake. Where not, what merely follows from what is left out
     * (unused files, documents that nobody has) is not reported: one mistake makes one finding.
     */
    readonly sound: boolean;
    /** What `cairn.yaml` lists; empty where environments are learned from paths. */
    readonly environments: readonly EnvironmentDefinition[];
    /** The path pattern of environment files. */
    readonly environmentFiles: string;
    readonly presence: 'inherited' | 'declared';
    /** Globs of what is not configuration. */
    readonly ignore: readonly string[];
    readonly kinds: ReadonlyMap<string, KindConfig>;
    /** Unknown YAML tags that are allowed, and what they make of their scalar. */
    readonly tags: ReadonlyMap<string, 'string' | 'keep'>;
    /** Run variables: process variable → pointer into a document. */
    readonly variables: readonly RunVariable[];
}
export interface KindConfig {
    readonly name: string;
    readonly schema?: string;
    readonly version?: number;
    readonly place: Place;
}
export interface RunVariable {
    readonly variable: string;
    readonly kind: string;
    readonly name: string;
    readonly tokens: Tokens;
    readonly place: Place;
}
/** One pattern of the layout language: which files are layers of what. */
export interface LayoutEntry {
    /** Position in `layout`: later entries win within an environment. */
    readonly index: number;
    /** The pattern as written. */
    readonly path: string;
    /** The kind, unless the pattern captures it. */
    readonly kind?: string;
    readonly name?: Naming;
    readonly environment?: Naming;
    /** Tokens of `at`; `*` and `{name}` tokens stand for every entry there. */
    readonly at?: Tokens;
    readonly stream: boolean;
    /** Splits flat keys: `.` for `keys: dotted`, what `nest` says otherwise. */
    readonly separator?: string;
    readonly place: Place;
}
/** A fixed text (`*` as a name: every document of the kind), or read from the content. */
export type Naming = {
    readonly fixed: string;
} | {
    readonly at: Tokens;
};
