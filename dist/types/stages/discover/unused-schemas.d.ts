import type { Config } from '../../core/config.js';
import type { Discovery } from '../../core/discovery.js';
import { type Report } from '../../core/finding.js';
import type { SnapshotEntry } from '../../core/ports.js';
export interface SchemaUse {
    readonly entries: readonly SnapshotEntry[];
    readonly config: Config;
    readonly documents: Discovery['documents'];
}
/**
 * Reports kinds that `cairn.yaml` configures and no document is of, and files in `schemas/` that are probably meant for
 * a kind and have another name: what they ask would be asked of nothing, in silence.
 */
export declare function reportUnusedSchemas({ entries, config, documents }: SchemaUse, report: Report): void;
