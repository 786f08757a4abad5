import { type Linked } from '../../core/effective.js';
import { type Shown } from '../../core/message.js';
import { NearestBudget } from '../../core/nearest.js';
import type { Tokens } from '../../core/pointer.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import { Spots, type Provenance } from '../../core/spots.js';
import { type Value } from '../../core/value.js';
/** Where values come from, and what is secret though the schema that is asked does not say so. */
export interface Knowledge extends Provenance {
    readonly isSecret?: (tokens: Tokens) => boolean;
}
/** The document that is validated: what it holds, where that comes from, and what of it may be shown. */
export declare class Subject extends Spots {
    #private;
    readonly root: SchemaNode;
    readonly environment: string;
    /** For names that are near. */
    readonly budget: NearestBudget;
    constructor(linked: Linked, root: SchemaNode, known: Knowledge, budget?: NearestBudget);
    valueAt(tokens: Tokens): Value | undefined;
    /** A value as it may be shown; `undefined` for collections, opaque leaves, and whatever may be a secret. */
    shownAt(tokens: Tokens): Shown | undefined;
    /** Whether a layer says what stands there: it is no default and came by no reference. */
    isWritten(tokens: Tokens): boolean;
    /** Whether a value may be a secret: here, or in the document that it was taken from. */
    isHidden(tokens: Tokens): boolean;
}
/** The value of a key, where there is a mapping that has it. */
export declare function entryOf(value: Value | undefined, key: string): Value | undefined;
