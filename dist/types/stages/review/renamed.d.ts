import type { Change } from '../../core/change.js';
/** What a document is called on the other side, and whether it says something else there. */
export interface OtherName {
    readonly document: string;
    readonly isEdited: boolean;
}
/** By a document that came or went and an environment. */
export interface OtherNames {
    readonly to: (document: string, environment: string) => OtherName | undefined;
    readonly from: (document: string, environment: string) => OtherName | undefined;
}
/** Says of documents that came or went as a whole that they were renamed, where that is so in all environments. */
export declare function markRenamed<C extends Change>(changes: readonly C[], { to, from }: OtherNames): C[];
