import type { Collector } from './core/collector.js';
import { type RulesByFolder } from './secret-rules.js';
import type { Workspace } from './workspace.js';
/**
 * Checks plain files of which `.sops.yaml` says that they are encrypted.
 *
 * @param plain the plain files that documents are made of, and whether a protected environment uses them
 */
export declare function checkPlainFiles({ reader, engines: { goRegexp: regexp } }: Workspace, plain: ReadonlyMap<string, boolean>, { rules: all, collector }: {
    readonly rules: RulesByFolder;
    readonly collector: Collector;
}): Promise<void>;
