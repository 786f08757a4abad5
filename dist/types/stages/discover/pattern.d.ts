import { type Message } from '../../core/message.js';
import { type CaptureName, type Part, type Shape } from './match.js';
/** A pattern of the layout language, made ready. */
export interface Pattern {
    readonly text: string;
    readonly shape: Shape;
    readonly captures: ReadonlySet<CaptureName>;
    /** Number of literal characters: of several patterns, the one with most takes a file. */
    readonly literals: number;
    /** The folders that it names literally, with the last slash; empty where it starts with a wildcard. */
    readonly root: string;
    /** Whether all that it matches is in a format that Cairn reads. */
    readonly endsInFormat: boolean;
}
/** A glob or pattern of ordinary size; a longer one is a mistake or an attack. */
export declare const LONGEST_PATTERN = 1000;
/**
 * Reads a path pattern of the layout language (DESIGN §2): `{environment}`, `{kind}`, `{name}` match a segment or part
 * of one, `{ext}` the extension of a known format, `{name**}` and `{environment**}` span folders, `*` matches part of a
 * segment, `**` anything and `**` with a slash any number of folders. All else is literal. Its first mistake goes to
 * `wrong`.
 */
export declare function compilePattern(text: string, wrong: (problem: Message) => void): Pattern | undefined;
/** What is wrong with a path in the repository, whatever its wildcards. */
export declare function pathProblem(text: string): Message | undefined;
/** Adds a literal or a wildcard; `**` and the slash after it are any number of folders where a segment starts. */
export declare function pushText(parts: Part[], text: string): void;
