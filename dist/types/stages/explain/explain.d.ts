import { type Effective, type Linked } from '../../core/effective.js';
import type { Explanation } from '../../core/explanation.js';
import { type Place } from '../../core/place.js';
import { type Tokens } from '../../core/pointer.js';
/** What explaining asks of the rest of the repository. */
export interface ExplainWorld {
    /** Another document in the same environment. */
    readonly lookup: (document: string) => Effective | undefined;
    /** Where a label or variable of the environment is set. */
    readonly placeOf: (field: 'labels' | 'variables', tokens: Tokens) => Place | undefined;
}
/**
 * Says where the value at a pointer comes from and what it shadows, for a whole document with the empty pointer. The
 * answer is the merge's own (a replay with a recorder), so it cannot disagree with what was merged.
 */
export declare function explain(linked: Linked, tokens: Tokens, world: ExplainWorld): Explanation;
