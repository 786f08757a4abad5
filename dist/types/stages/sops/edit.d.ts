import type { Tokens } from '../../core/pointer.js';
import { type SopsNode } from '../../core/sops/document.js';
import { type Outcome } from '../../core/sops/problem.js';
import { type OpenedFile, type SopsRun } from './open.js';
import type { SopsFile } from './read.js';
/** A change of one value of an opened file. The file's selector says whether it is sealed. */
export type SopsEdit = {
    readonly op: 'set';
    readonly document?: number;
    readonly tokens: Tokens;
    readonly value: SopsNode;
}
/** Behind the last item of a list. */
 | {
    readonly op: 'append';
    readonly document?: number;
    readonly tokens: Tokens;
    readonly value: SopsNode;
} | {
    readonly op: 'delete';
    readonly document?: number;
    readonly tokens: Tokens;
};
/**
 * Changes values of an opened file in its text: the lines of these values, `mac` and `lastmodified` change and nothing
 * else; unchanged values keep their ciphertext. `set` puts in what is missing, mappings on the way included, behind the
 * last entry of its mapping. Edits that change nothing give the same text.
 *
 * What was written is read and opened again before it is returned: that every other value is still what it was is
 * checked, not assumed.
 *
 * @param now RFC 3339 in UTC and whole seconds
 * @returns the new text; or `no-such-value`, `through-alias`, `reserved-key`, `not-representable`, `read-only`
 */
export declare function editSops(opened: OpenedFile, edits: readonly SopsEdit[], now: string, run: SopsRun): Outcome<string>;
/** Columns of one level in a YAML file: those of the first mapping in another; 4 where there is none. */
export declare function unitOf({ text, documents, blocks }: Pick<SopsFile, 'text' | 'documents' | 'blocks'>): number;
/** Where a document takes its first entry: before its metadata, else at the end of the text. */
export declare function rootEndOf({ text, blocks }: Pick<SopsFile, 'text' | 'blocks'>, document: number): {
    readonly offset: number;
};
