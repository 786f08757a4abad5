import { type Linked, type ReferenceTarget } from '../../core/effective.js';
import type { Explanation } from '../../core/explanation.js';
import { type Place } from '../../core/place.js';
import { type Tokens } from '../../core/pointer.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import { type Strategy } from '../../core/strategy.js';
/** What explaining asks of the rest of the repository. */
export interface ExplainWorld {
    /** Where what a reference leads to is set; `below` leads on from its target. */
    readonly targetPlace: (target: ReferenceTarget, below: Tokens) => Place | undefined;
    /** Whether that is under `x-secret` where it is set. */
    readonly targetIsSecret: (target: ReferenceTarget, below: Tokens) => boolean;
    /** The schema of the document. */
    readonly root?: SchemaNode;
    readonly strategy?: Strategy | undefined;
}
/**
 * Says where the value at a pointer comes from, what it shadows and what its schema asks of it, for a whole document
 * with the empty pointer. The answer is the merge's own (a replay with a recorder), so it cannot disagree with what was
 * merged.
 */
export declare function explain(linked: Linked, tokens: Tokens, world: ExplainWorld): Explanation;
