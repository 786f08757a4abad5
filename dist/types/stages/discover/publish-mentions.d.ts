import type { Config } from '../../core/config.js';
import type { EnvironmentDefinition } from '../../core/environment.js';
import { type Report } from '../../core/finding.js';
import type { SnapshotEntry } from '../../core/ports.js';
export interface Mentionable {
    readonly config: Config;
    readonly environments: readonly EnvironmentDefinition[];
    readonly kinds: ReadonlySet<string>;
    readonly entries: readonly SnapshotEntry[];
}
/** What `publish` names and nothing defines: environments, kinds, recipients, run variables, and a file. */
export declare function reportUnknownMentions(known: Mentionable, report: Report): void;
