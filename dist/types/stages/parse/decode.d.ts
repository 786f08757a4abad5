import { type Finding } from '../../core/finding.js';
import { Source } from '../../core/source.js';
/** A file's text, or why it has none. The source of a refused file serves for places only. */
export interface Decoded {
    readonly source: Source;
    readonly refused?: Finding;
}
/**
 * Decodes a file: UTF-8, with or without a byte order mark, which is taken off. Refused are other encodings, bytes that
 * are not UTF-8 (at the first of them), binary files and pointers of Git LFS.
 *
 * @param bytes the file's content; not kept.
 */
export declare function decode(path: string, bytes: Uint8Array): Decoded;
