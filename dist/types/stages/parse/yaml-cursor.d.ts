import { type Event, type MappingEvent, type ScalarEvent, type SequenceEvent } from 'js-yaml';
/**
 * Follows the events through the text and works out the places that they leave out: ends of collections, empty scalars,
 * quotes and block headers. `at` is where the last token that has been taken ends.
 */
export declare class YamlCursor {
    #private;
    at: number;
    constructor(text: string);
    /**
     * Takes a scalar and returns where it starts: quotes and block header included, tag and anchor not.
     *
     * @param indicator what promises a value here; an empty scalar stands after it.
     */
    takeScalar(event: ScalarEvent, indicator: ':' | '-' | ''): number;
    /** Takes a key, which may be empty: it then stands before its `:`. */
    takeKey(event: ScalarEvent): number;
    /** Takes the end of a collection and returns it. A pair in a flow list (`[a: b]`) has no bracket of its own. */
    takeEnd(event: SequenceEvent | MappingEvent): number;
    /** Takes whatever of a node's places an event has. */
    pass(event: Event): void;
}
/** Whether an event is a scalar of which nothing stands in the text. */
export declare function isAbsent(event: Event): boolean;
/** Whether a tag or an anchor stands before a scalar. */
export declare function hasProperties(event: ScalarEvent): boolean;
/** Where a node starts, its tag and anchor included; `otherwise` for what stands nowhere. */
export declare function startOf(event: Event, otherwise: number): number;
