import type { Linked } from '../../core/effective.js';
import type { Tokens } from '../../core/pointer.js';
/** One document speaks of another in the same environment. Plain and small: edges outlive the documents. */
export interface Edge {
    /** `kind/name` of the document that speaks, and of the one that it speaks of. */
    readonly from: string;
    readonly to: string;
    /** Where it does so. */
    readonly tokens: Tokens;
    readonly part: 'key' | 'value';
    /** By an `x-ref`, or by `${cairn:…}`. */
    readonly as: 'name' | 'reference';
    /** Whether the schema allows no circle of such names: what is named comes first. */
    readonly acyclic: boolean;
}
/** The edges that the references of a document make, each target of a value once; none to the document itself. */
export declare function referenceEdges(from: string, linked: Linked, exists: (document: string) => boolean): readonly Edge[];
