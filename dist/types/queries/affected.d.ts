import type { Workspace } from '../workspace.js';
import { type Selection } from './selection.js';
/**
 * The documents (`kind/name`, sorted) that may differ between two snapshots: all of them where the structure changed,
 * else those with a file that changed, and, if there are any, those with references, since a target may have changed.
 */
export declare function affectedDocuments(base: Workspace, head: Workspace, selection: Selection): string[];
