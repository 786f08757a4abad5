import { type Write, type Writing } from './writing.js';
/**
 * What keywords ask where values may hold stand-ins (`Mode`). A keyword that negates or counts asks one mode for the
 * other: whether `not` may hold depends on whether what it negates must.
 */
export declare const AWARE: ReadonlyMap<string, Write>;
/** Must: a leaf of unknown content may break whatever is asked of values of a type that it may have. */
export declare function askForKnown(writing: Writing): void;
