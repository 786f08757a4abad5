import { Secret } from '../../core/opaque.js';
import type { RegExpPort } from '../../core/schema/types.js';
import { type Clear, type SopsComment, type SopsDocument, type SopsLeaf, type Visit } from '../../core/sops/document.js';
import type { SopsMetadata } from '../../core/sops/metadata.js';
import type { SopsCipher } from '../../core/sops/ports.js';
import { type Outcome, type SopsProblem } from '../../core/sops/problem.js';
import type { SopsFile } from './read.js';
/** What opening and sealing need of the world. */
export interface SopsRun {
    readonly cipher: SopsCipher;
    /** RE2 as Go has it: selectors are its expressions. */
    readonly regexp: RegExpPort;
}
/** A leaf of an opened file. */
export interface OpenLeaf extends Omit<Visit, 'item'> {
    readonly leaf: SopsLeaf;
    /** Whether the selector selects it: it is, or would be, encrypted. */
    readonly selected: boolean;
    /** The opened value, or what stands in clear. */
    readonly value: Secret | Clear | null;
}
/** A comment of an opened file. */
export interface OpenComment extends Omit<Visit, 'item'> {
    readonly comment: SopsComment | SopsLeaf;
    readonly selected: boolean;
    /** What was sealed, and the path under which it was; `undefined` for one in clear or one that does not open. */
    readonly opened: {
        readonly text: Secret;
        readonly additional: string;
    } | undefined;
}
/** An opened file: every value in SOPS's order. Plaintext is in secrets alone. */
export interface OpenedFile {
    readonly file: SopsFile;
    readonly dataKey: Secret;
    readonly leaves: readonly OpenLeaf[];
    readonly comments: readonly OpenComment[];
}
/** The additional data of a value: its keys with `:`, and one at the end. List indexes are not in it. */
export declare function additionalOf(keys: readonly string[]): string;
/**
 * Opens a file: every selected leaf, and its MAC verified. Either everything is right, or the problems are told, all of
 * a kind: damaged or forged leaves first, and only where there are none, the MAC.
 *
 * @param dataKey 32 bytes, from one of the file's recipients
 */
export declare function openSops(file: SopsFile, dataKey: Secret, run: SopsRun): Outcome<OpenedFile>;
/** Visits every leaf and comment with whether it is selected, and returns the documents with what the visits return. */
export declare function rewriteSelected(documents: readonly SopsDocument[], { selector }: Pick<SopsMetadata, 'selector'>, regexp: RegExpPort, visit: (visit: Visit, selected: boolean) => SopsLeaf | SopsComment | undefined): readonly SopsDocument[];
/** Opens every leaf and comment, the MAC left aside; what does not open is told. */
export declare function openLeaves(file: SopsFile, dataKey: Secret, run: SopsRun, problems: SopsProblem[]): OpenedFile;
type Hashed = Pick<OpenLeaf, 'selected' | 'value'>;
/** The MAC of a file's values in order, in clear. Source: SOPS 3.13.3, `sops.go`. */
export declare function macOf(leaves: Iterable<Hashed>, macOnlyEncrypted: boolean, cipher: SopsCipher): Secret;
export {};
