import type { MovedDocument } from './input.js';
/** Which documents have another name now, by environment. Of several that could have become one it is the likest. */
export interface Renames {
    /** What a document is called now. */
    readonly to: (document: string, environment: string) => Renamed | undefined;
    /** What it was called. */
    readonly from: (document: string, environment: string) => Renamed | undefined;
}
export interface Renamed {
    /** The other name, `kind/name`. */
    readonly document: string;
    /** Whether it says something else, too. */
    readonly isEdited: boolean;
}
export declare function renamesOf(moved: readonly MovedDocument[]): Renames;
