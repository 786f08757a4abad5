/** What the pure stages need of the world. Adapters implement these; nothing in `core` or `stages` does I/O. */
import type { RegExpPort } from './schema/types.js';
import type { Validator } from './validation.js';
/** A file that a snapshot has. Paths are relative to the repository root, with `/`. */
export interface SnapshotEntry {
    readonly path: string;
    readonly type: 'file' | 'symlink' | 'submodule';
    /** Of a file: Git's object id of the content, where it is known without reading. Equal ids are equal bytes. */
    readonly oid?: string;
}
/** Why a file's bytes could not be had. */
export type ReadProblem = 'missing' | 'unreadable' | 'not-a-file' | 'too-large' | 'link-outside' | 'link-broken';
export type ReadResult = {
    /** Valid until the next read: the buffer may be used again. */
    readonly bytes: Buffer;
    /** Of a link: the file that it leads to, which a person edits. Starts with `../` where that is above the root. */
    readonly path?: string;
    readonly problem?: undefined;
} | {
    readonly problem: ReadProblem;
    readonly bytes?: undefined;
    readonly path?: undefined;
};
/**
 * Begins to look for files that hold one of the texts, byte for byte; the answer is asked for later. It is `undefined`
 * where nobody can look faster than by reading. Links are not looked into.
 *
 * @param folders where to look, each with its slash; the empty one is everything
 */
export type Search = (texts: readonly string[], folders: readonly string[]) => () => Promise<ReadonlySet<string> | undefined>;
/** Where bytes come from: a working tree, or a Git tree by commit. */
export interface Snapshot {
    /** `working tree`, or the commit's object id. */
    readonly label: string;
    /** What Git tracks, and in a working tree also what it does not ignore; sorted by path (UTF-16 order). */
    readonly entries: readonly SnapshotEntry[];
    /** Announces what will be read, so that a Git tree fetches it in one go. Reading anything else still works. */
    prefetch(paths: Iterable<string>): void;
    read(path: string): ReadResult;
    /** Looks for texts while the process goes on. */
    readonly search?: Search;
    /** Whether bytes are the content of a Git object, as its id says. */
    readonly isBlob?: (oid: string, bytes: Buffer) => boolean;
}
/** What files were before. */
export interface FileHistory {
    /** Whether the clone goes back to the beginning; where not, older states are not known. */
    readonly isWhole: boolean;
    /** By path, those of files that have been there; the newest first. */
    readonly states: ReadonlyMap<string, readonly PastState[]>;
    /** The content of a state; `undefined` for what is too large to be read. */
    readonly read: (blob: string) => Buffer | undefined;
}
/** What a file became with a commit. */
export interface PastState {
    readonly commit: string;
    /** When it was committed, since 1970. */
    readonly seconds: number;
    /** Git's object id of the content. */
    readonly blob: string;
}
/** What judges documents. A part that most runs do not need is loaded when it is asked for: see `NotLoaded`. */
export interface Engines {
    readonly regexp: RegExpPort;
    /** Expressions as Go has them, for what SOPS and its configuration say. */
    readonly goRegexp: RegExpPort;
    readonly validator: Validator;
    /** The schemas that come with Cairn, by name: `services` is addressed as `cairn:services`. */
    readonly builtInSchemas: () => ReadonlyMap<string, Buffer>;
}
/** Largest file that is read, in bytes. */
export declare const MAX_FILE_BYTES = 10000000;
/** Deepest nesting of a document. */
export declare const MAX_DEPTH = 100;
/** Most nodes of a file, aliases counted as often as they are used. */
export declare const MAX_NODES = 1000000;
