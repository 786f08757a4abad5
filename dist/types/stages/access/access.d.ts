import type { Access } from '../../core/access.js';
import { type Report } from '../../core/finding.js';
import type { Tree } from '../../core/tree.js';
/**
 * Reads `access.yaml`. Every mistake is a finding at its place and is left out; the rest counts. What is left out of a
 * selector makes it choose more, so that no mistake lets a change through.
 */
export declare function readAccess(tree: Tree, report: Report): Access;
