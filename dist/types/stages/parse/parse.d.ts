import type { Report } from '../../core/finding.js';
import { type Tree } from '../../core/tree.js';
import type { FormatOptions } from './options.js';
export interface ParseOptions extends FormatOptions {
    /** What splits flat keys into paths, where the layout says so. */
    readonly separator?: string;
}
/**
 * Reads a file: its documents as plain values with source maps, in order, at least one. The format follows from the
 * path; what has no known extension is read as YAML. Leaves of SOPS files are `Sealed`. A file that cannot be read is
 * one document that is a hole, its finding at the place where the reading failed. Nothing in a file makes this throw.
 *
 * @param path relative to the repository root.
 * @param bytes the file's content; not kept, so that the buffer may be used again.
 * @throws NotLoaded if a parser has to be loaded first; nothing has been reported then.
 */
export declare function parseFile(path: string, bytes: Uint8Array, options: ParseOptions, report: Report): readonly Tree[];
