import type { CreationRule } from '../../core/sops/creation-rules.js';
import type { StatusResult } from '../../core/sops/status.js';
import type { Workspace } from '../../workspace.js';
import { type SecretText } from './world.js';
export interface StatusInput {
    readonly files: readonly SecretText[];
    readonly workspace: Workspace;
    readonly ruleOf: (path: string) => CreationRule | undefined;
    /** The path of a file below the root of the configuration repository. */
    readonly layerPath: (path: string) => string;
    /** The day it is, `2027-01-31`. */
    readonly today: string;
}
/** Says of encrypted files who can open them, where their values count, and how old they are. */
export declare function status({ files, workspace, ruleOf, layerPath, today }: StatusInput): StatusResult;
/** The environments in which files count, sorted: those of their layers, and what inherits from them. */
export declare function usesOf({ discovery, environments }: Pick<Workspace, 'discovery' | 'environments'>, isAsked?: (path: string) => boolean): ReadonlyMap<string, readonly string[]>;
/** Whole days from one day to another, 0 for one that is to come. */
export declare function daysBetween(from: string, to: string): number;
