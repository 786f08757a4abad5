import { type Difference, type Sides } from './difference.js';
/** What changes of what a schema says for people. `deprecated` warns, so that it is more (SemVer 2.0.0 §7). */
export declare function tellNotes({ base, head }: Sides): readonly Difference[];
