import type { Config, LayoutEntry } from '../../core/config.js';
import { type Report } from '../../core/finding.js';
import type { PatternGroup } from './layout.js';
/** Which entries took files, and which of them two patterns wanted. */
export interface Claims {
    /** By the texts of the two patterns. */
    readonly rivalries: Map<string, Rivalry>;
    /** Entries that took a file. */
    readonly taken: Set<LayoutEntry>;
    /** Entries that found a layer in a file, or for whose failure there is a finding. */
    readonly fruitful: Set<LayoutEntry>;
}
interface Rivalry {
    /** The first file that both want. */
    readonly path: string;
    readonly winner: PatternGroup;
    readonly loser: PatternGroup;
    files: number;
}
/** Notes that two patterns with as many literal characters want one file. */
export declare function addRivalry({ rivalries, fruitful }: Claims, path: string, { winner, loser }: Pick<Rivalry, 'winner' | 'loser'>): void;
/**
 * Reports what is wrong with the layout itself, as the files show it: rival patterns, entries that read nothing. Of the
 * latter nothing is said where the layout has a mistake: that may be why.
 */
export declare function reportClaims(claims: Claims, config: Config, report: Report): void;
export {};
