import type { Collector } from './core/collector.js';
import { type Config } from './core/config.js';
import type { LayerSource } from './core/discovery.js';
import { type Report } from './core/finding.js';
import { type Snapshot } from './core/ports.js';
import { Source } from './core/source.js';
import type { Tree } from './core/tree.js';
/** How a layout entry wants a file read. */
export interface HowToRead {
    readonly stream: boolean;
    readonly separator?: string;
}
/** Reads and parses the files of one snapshot. What cannot be read or parsed is a hole with a finding. */
export interface Reader {
    /** The tree of `cairn.yaml`, `undefined` where there is none. */
    readonly config: (report: Report) => Tree | undefined;
    /** Takes over what `cairn.yaml` says about tags, and announces the files that discovery reads. */
    readonly configure: (config: Config) => void;
    /** The documents of a file; one hole where it could not be read. Parses anew at each call, unless they are kept. */
    readonly trees: (path: string, how: HowToRead, report: Report) => readonly Tree[];
    /**
     * The same in silence, for what a reference leads to. They are kept for a while, with their findings: the turn of
     * that document comes, or has just been.
     */
    readonly keptTrees: (path: string, how: HowToRead) => readonly Tree[];
    /** Announces files that many documents read: their trees are kept too. */
    readonly share: (sources: readonly LayerSource[]) => void;
    /** Announces layers that will be read, so that a commit's are fetched in one go. */
    readonly announce: (sources: Iterable<LayerSource>) => void;
    /** The bytes as text, to look for something without parsing; `undefined` where they cannot be read. */
    readonly bytes: (path: string) => Buffer | undefined;
    /** A file's text as the parsers see it; `undefined` where it has none. */
    readonly source: (path: string) => Source | undefined;
    /**
     * Does a unit of work that parses. Rarely used parsers are loaded when the first file asks for them: the unit is then
     * begun again, its findings so far forgotten.
     */
    readonly whole: <T>(collector: Collector, work: () => T) => Promise<T>;
}
/** What people write for it. */
export declare const MISNAMED = "cairn.yml";
export declare function createReader(snapshot: Snapshot): Reader;
