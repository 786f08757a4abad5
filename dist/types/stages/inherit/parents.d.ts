import type { EnvironmentDefinition } from '../../core/environment.js';
import { type Report } from '../../core/finding.js';
/** What each environment inherits from, without unknown names and without cycles. */
export interface Ancestry {
    /** Parents by environment, lowest precedence first, each once. */
    readonly parents: ReadonlyMap<string, readonly string[]>;
    /** All environments, each after its parents. */
    readonly order: readonly string[];
    /** Environments that were part of a cycle. */
    readonly circular: ReadonlySet<string>;
}
/** Resolves `inherits`. Unknown names, and in each cycle the edge that closes it, are findings and are left out. */
export declare function resolveParents(definitions: ReadonlyMap<string, EnvironmentDefinition>, report: Report): Ancestry;
