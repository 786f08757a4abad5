import { type Config } from '../../core/config.js';
import { type Report } from '../../core/finding.js';
import type { Tree } from '../../core/tree.js';
/**
 * Reads `cairn.yaml`. Every mistake is a finding at its place and is left out; the rest counts. Without a file, and in
 * silence where its whole value is a hole, the defaults of DESIGN §2 are returned.
 */
export declare function readConfig(tree: Tree | undefined, report: Report): Config;
