import { type Message } from './message.js';
import type { Source } from './source.js';
/**
 * Where a person looks: two offsets into a file that can be edited (`end` exclusive), a whole file, a process variable,
 * or an environment as such.
 */
export type Place = {
    readonly in: 'span';
    readonly source: Source;
    readonly start: number;
    readonly end: number;
    readonly alias?: SpanPlace;
} | {
    readonly in: 'file';
    readonly file: string;
} | {
    readonly in: 'variable';
    readonly variable: string;
} | {
    readonly in: 'environment';
    readonly environment: string;
};
export type SpanPlace = Extract<Place, {
    in: 'span';
}>;
export declare const inFile: (file: string) => Place;
export declare const inVariable: (variable: string) => Place;
export declare const inEnvironment: (environment: string) => Place;
/** `alias`: the use of an anchor through which this place was reached (DESIGN §1: the place is the anchor's). */
export declare function inSpan(source: Source, start: number, end: number, alias?: SpanPlace): SpanPlace;
/** A place with its line and column worked out, detached from the text: what reports and JSON hold. */
export interface Location {
    /** Path in the repository, where the place is in a file. */
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
    readonly endLine?: number;
    readonly endColumn?: number;
    readonly variable?: string;
    readonly environment?: string;
    /** Of a comparison: the place is in the base, and the head may not have it. */
    readonly side?: 'base';
}
/** The same place, said to be in the base. */
export declare function inBase(location: Location): Location;
export declare function locate(place: Place): Location;
/** `file:line:column`, as editors and terminals open it; what there is of it. */
export declare function showLocation(at: Location): Message;
