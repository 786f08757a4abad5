import type { Collector } from './core/collector.js';
import { type CreationRules } from './core/sops/creation-rules.js';
import type { Workspace } from './workspace.js';
/** The rules by the folder of their file. */
export type RulesByFolder = ReadonlyMap<string, CreationRules>;
/** Reads the rules of all folders, and reports what is wrong with them. */
export declare function readRules({ snapshot, reader, engines }: Workspace, collector: Collector): Promise<RulesByFolder>;
export interface Ruled {
    /** The path of the rules. */
    readonly file: string;
    readonly rules: CreationRules;
    /** The path that they are asked about. */
    readonly below: string;
}
/** The rules that count for a file. */
export declare function rulesOf(path: string, all: RulesByFolder): Ruled | undefined;
