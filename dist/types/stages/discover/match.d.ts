/** What a pattern may capture. */
export declare const CAPTURES: readonly ["environment", "kind", "name", "ext"];
export type CaptureName = (typeof CAPTURES)[number];
/** What a pattern captured; `undefined` for what it does not capture. One shape for all: there is one a file. */
export interface Captures {
    environment: string | undefined;
    kind: string | undefined;
    name: string | undefined;
    ext: string | undefined;
}
/** A piece of a pattern. Parts that span may hold slashes. */
export type Part = {
    readonly is: 'literal';
    readonly text: string;
} | {
    readonly is: 'any';
    readonly spans: boolean;
    readonly capture?: CaptureName;
}
/** `{ext}`: an extension of a format that Cairn reads. */
 | {
    readonly is: 'extension';
}
/** One character of a segment. */
 | {
    readonly is: 'one';
}
/** Any number of whole folders, none among them, each with its slash. */
 | {
    readonly is: 'folders';
};
/** A pattern made ready. */
export interface Shape {
    readonly parts: readonly Part[];
    /** The literal texts that a path must start and end with. */
    readonly prefix: string;
    readonly suffix: string;
    /** Number of leading parts that can match in one way only: literals, and what ends at the next slash. */
    readonly head: number;
    /**
     * The last head that matched, where the head ends with a folder. Paths come sorted, so that the next one mostly has
     * the same head: it need not be matched again, and the texts that it captured are shared.
     */
    readonly lastHead: {
        text: string;
        captures: Captures;
    } | undefined;
    /** Index of the first trailing part from which on there is one way only: literals, and `{ext}` after a dot. */
    readonly tail: number;
}
export declare function shapeOf(parts: readonly Part[]): Shape;
/**
 * What a path's parts are, or `undefined` where it does not fit. Where it fits in several ways, earlier parts take as
 * much as they can. Time is bounded by parts × length: no pattern and no path makes it backtrack.
 */
export declare function matchShape(shape: Shape, path: string): Captures | undefined;
