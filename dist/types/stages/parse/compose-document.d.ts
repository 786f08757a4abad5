import { type DocumentEvent, type Event } from 'js-yaml';
import { type Tree } from '../../core/tree.js';
import type { EventReader } from './event-reader.js';
import { type YamlCursor } from './yaml-cursor.js';
import { type ScalarRun } from './yaml-scalars.js';
/** A YAML text that is being read: where in its events and in its text the reading is, and what it depends on. */
export interface YamlReading {
    readonly events: EventReader;
    readonly cursor: YamlCursor;
    /** Scalars whose finding has been reported: they become holes. */
    readonly holes: ReadonlySet<Event> | undefined;
    readonly run: ScalarRun;
}
/** Makes trees of the events of documents, one after the other; they share the limit of nodes. */
export declare class DocumentComposer {
    #private;
    constructor({ events, cursor, holes, run }: YamlReading);
    /** Whether the file has more nodes than it may have: the document in which that turned up is a hole and the last. */
    get isFull(): boolean;
    /** The tree of the document that `event` starts; its content is what comes next. */
    document(event: DocumentEvent): Tree;
}
