import type { SettledFinding } from './finding.js';
import type { Message } from './message.js';
import type { Location, Place } from './place.js';
import type { Tokens } from './pointer.js';
/**
 * How much a change of a schema asks of those who write documents and of those who read them. `patch`: nothing.
 * `minor`: more is accepted, or effective values gain something. `major`: a document may be refused that was accepted,
 * or what is written means something else.
 */
export type ChangeLevel = 'patch' | 'minor' | 'major';
/** From the least to the most. */
export declare const CHANGE_LEVELS: readonly ["patch", "minor", "major"];
/** The higher of two levels; `undefined` for no change. */
export declare function higherLevel(one: ChangeLevel | undefined, other: ChangeLevel | undefined): ChangeLevel | undefined;
/** One thing that a schema says differently. */
export interface SchemaChange {
    readonly level: ChangeLevel;
    /** The keyword that says so; empty where the schema as a whole does. */
    readonly keyword: string;
    readonly message: Message;
    /** Where the schema says it before, and after; each where it does. */
    readonly base?: Place;
    readonly head?: Place;
    /**
     * Where in documents: `*` stands for every key or item. The first few, shortest first; a definition may be used in
     * many places.
     */
    readonly pointers: readonly Tokens[];
    /** There are more of them. */
    readonly elsewhere?: true;
    /** It is about the keys of the mapping there, not about what they hold. */
    readonly part?: 'key';
    /** It counts only where a condition is met, or an alternative chosen. */
    readonly conditional?: true;
}
/** A change with lines and columns worked out. */
export interface SettledSchemaChange extends Omit<SchemaChange, 'base' | 'head'> {
    readonly base?: Location;
    readonly head?: Location;
}
/** What the schemas of two states mean to documents, kind by kind. */
export interface SchemaDiffResult {
    readonly base: string;
    readonly head: string;
    /** The highest of all kinds; absent where nothing changes. */
    readonly level?: ChangeLevel;
    /** The kinds of which the schema changes, sorted. */
    readonly kinds: readonly KindSchemaDiff[];
    /** Errors of the base's structure and schemas: what they leave undetermined there is not compared. */
    readonly baseErrors: number;
    /** What is wrong with the structure and the schemas of the head. */
    readonly findings: readonly SettledFinding[];
}
export interface KindSchemaDiff {
    readonly kind: string;
    /** The highest of what the schemas say and what documents show. */
    readonly level?: ChangeLevel;
    /** The paths of the schema, where there is one. */
    readonly schema: {
        readonly base?: string;
        readonly head?: string;
    };
    /** What the schemas say differently, the gravest first. */
    readonly changes: readonly SettledSchemaChange[];
    /** Documents of the base, valid there, that the head's schema refuses. */
    readonly broken: readonly DocumentEvidence[];
    /** Documents of the head, valid there, that the base's schema refuses: who still reads by that cannot read them. */
    readonly unreadable: readonly DocumentEvidence[];
    /** Effective documents that were looked at, on each side. */
    readonly looked: {
        readonly base: number;
        readonly head: number;
    };
    /** What else to do about it. */
    readonly advice: readonly {
        readonly message: Message;
        readonly location: Location;
    }[];
}
/** What is found in one document by the other side's schema. */
export interface DocumentEvidence {
    /** `kind/name`. */
    readonly document: string;
    readonly findings: readonly SettledFinding[];
}
