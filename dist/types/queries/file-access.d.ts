import { type Location } from '../core/place.js';
import type { Workspace } from '../workspace.js';
/** Who can open a file. */
export interface FileAccess {
    /** Where each key stands, by type and name. */
    readonly keys: ReadonlyMap<string, {
        readonly type: string;
        readonly name: string;
        readonly location: Location;
    }>;
    /** Keys of how many groups it takes, and where that is said. */
    readonly threshold: number;
    readonly location?: Location;
}
export declare const NOBODY: FileAccess;
/** Nobody's where the metadata cannot be read: that has a finding of its own. */
export declare function accessTo({ reader }: Workspace, path: string): FileAccess;
/** What recipients are called in a comparison: as the base calls them, for what a change calls them is its own word. */
export declare function aliasIn(base: Workspace, head: Workspace, recipient: string): string | undefined;
