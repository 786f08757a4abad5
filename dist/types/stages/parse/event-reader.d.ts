import { type Event } from 'js-yaml';
/** Reads a flat list of YAML events, one after the other. A node is its event, or all events up to its closing one. */
export declare class EventReader {
    #private;
    constructor(events: readonly Event[]);
    get isAtEnd(): boolean;
    /** The next event, which must be there: events are well nested. */
    peek(): Event;
    take(): Event;
    /** What stands in the document that comes next. */
    peekContent(): Event;
    /** Whether the document that comes next is the last one and has nothing in it. */
    isEmptyDocument(): boolean;
    /** Takes the next node and shows each of its events. */
    takeNode(look: (event: Event) => void): void;
    /** Whether exactly one pair of nodes is left before the mapping that is being read ends. */
    isOnlyPair(): boolean;
}
