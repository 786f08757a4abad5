import type { Config, LayoutEntry } from '../../core/config.js';
import { type Captures, type Shape } from './match.js';
import { type Pattern } from './pattern.js';
/** A pattern with the entries that are written for it: one path may have several, with different `at`. */
export interface PatternGroup {
    readonly pattern: Pattern;
    readonly entries: readonly LayoutEntry[];
}
/** The layout made ready: what to do with each path of a repository. */
export interface Layout {
    /** Most literal characters first; of as many, the later entry first. */
    readonly groups: readonly PatternGroup[];
    readonly environmentFiles: Pattern | undefined;
    readonly ignore: readonly Shape[];
    /** Folders, each with its slash, under which every file is accounted for; the empty one is the whole repository. */
    readonly roots: readonly string[];
}
/** What a file is for. */
export type Use = {
    readonly is: 'layer';
    readonly group: PatternGroup;
    readonly captures: Captures;
    readonly rival?: PatternGroup;
} | {
    readonly is: 'environment';
    readonly environment: string;
} | {
    readonly is: 'ignored';
} | {
    readonly is: 'unused';
} | {
    readonly is: 'outside';
};
export declare function createLayout(config: Config): Layout;
/**
 * What a path is for. `ignore` beats everything; then environment files; then the pattern with most literal characters,
 * unless what Cairn ignores by itself spells out more of the path.
 */
export declare function useOf(layout: Layout, path: string): Use;
/** Whether a path lies in a folder that the layout accounts for. */
export declare function isUnderRoot({ roots }: Pick<Layout, 'roots'>, path: string): boolean;
/** Whether files that the layout would account for may lie in a folder that cannot be looked into. */
export declare function mayHoldLayers({ roots, ignore }: Layout, path: string): boolean;
