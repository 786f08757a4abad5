import { type Message } from './message.js';
import { type Tokens } from './pointer.js';
import { type Value } from './value.js';
/**
 * A glob over the folders of a path, the tokens of a pointer or a single name, one text a segment: `*` and `?` stand
 * for characters of one segment, `**` as a segment for any number of them. All else is literal.
 */
export type Glob = readonly string[];
/** Reads the glob of a path: a slash at its end stands for all of the folder. */
export declare function pathGlob(text: string): Glob;
/** Reads the glob of a pointer, `/database/*`; `undefined` for what is none. */
export declare function pointerGlob(text: string): Glob | undefined;
/** What is wrong with a glob of paths; `undefined` where it can be used. */
export declare function pathGlobProblem(text: string): Message | undefined;
/** The same for a glob of pointers. */
export declare function pointerGlobProblem(text: string): Message | undefined;
/** Whether a glob stands for some of several things, so that it cannot be misspelt as a name can. */
export declare function hasWildcards(glob: Glob): boolean;
export declare function matchesGlob(glob: Glob, segments: readonly string[]): boolean;
/** Whether a glob matches these segments or the first few of them: what it names, and all that lies below. */
export declare function coversGlob(glob: Glob, segments: readonly string[]): boolean;
/**
 * Whether a glob covers what stands at `tokens`, or names something in the value there. What is in an opaque leaf
 * nobody knows: a glob that may lead into it does.
 */
export declare function reachesGlob(glob: Glob, tokens: Tokens, value: Value | undefined): boolean;
/** Whether a text matches one segment of a glob. Where it fails after a `*`, that takes a character more. */
export declare function matchesSegment(pattern: string, text: string): boolean;
/** Several globs; most texts are told apart by their last segment alone. */
export declare class GlobSet {
    #private;
    constructor(globs: Iterable<Glob>);
    matches(segments: readonly string[]): boolean;
}
