import { type DocumentReference } from '../../core/schema/extensions.js';
import type { SchemaNode, Scope } from '../../core/schema/schemas.js';
/** Where in the values of a scope documents are named. */
export interface Plan {
    /** What `x-ref` says of the value itself. */
    readonly itself: DocumentReference | undefined;
    /** What it says of the keys. */
    readonly keys: DocumentReference | undefined;
    /** The keys that the schema lists below which documents may be named. */
    readonly listed: readonly string[];
    /** Whether they may be named below keys that it does not list; and below items. */
    readonly others: boolean;
    readonly items: boolean;
    /** Whether the kind of the value may choose a branch that names documents. */
    readonly branches: boolean;
}
/** Nothing at or below the values names a document. */
export declare const NOTHING: Plan;
export declare function planOf(scope: Scope): Plan;
/** Every sort of name that a schema knows, in any branch. */
export declare function namesKnownTo(root: SchemaNode): readonly DocumentReference[];
