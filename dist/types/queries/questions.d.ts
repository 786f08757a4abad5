import type { LocatedQuestion } from '../decisions.js';
import type { OpenQuestion } from '../core/results.js';
import type { Undecided } from '../core/validation.js';
/** Settles the place of a question: it holds on to the file's text until then. */
export declare function located({ message, place, asks }: Undecided): LocatedQuestion;
/** Gathers what only a key would decide, folded over environments. */
export declare class Questions {
    #private;
    add({ message, location }: Pick<OpenQuestion, 'message' | 'location'>, environment: string): void;
    /** By place. */
    all(): OpenQuestion[];
}
