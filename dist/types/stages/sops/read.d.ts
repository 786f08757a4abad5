import { type SopsDocument, type SopsEntry, type SopsMapping } from '../../core/sops/document.js';
import { type SopsMetadata } from '../../core/sops/metadata.js';
import { type Outcome } from '../../core/sops/problem.js';
import type { Source } from '../../core/source.js';
/** The formats that SOPS has. `binary` is a JSON file of one text, whatever was encrypted. */
export type SopsFormat = 'yaml' | 'json' | 'env' | 'ini' | 'binary';
/** An encrypted file, read without a key. */
export interface SopsFile {
    readonly format: SopsFormat;
    readonly text: string;
    /** The documents without their metadata. */
    readonly documents: readonly SopsDocument[];
    readonly metadata: SopsMetadata;
    /** The entry `sops` of each document that has one; SOPS writes the same block into each and reads the first. */
    readonly blocks: readonly MetadataBlock[];
}
/** The metadata of one document, where it stands in the text. */
export interface MetadataBlock {
    readonly document: number;
    readonly block: SopsMapping;
    /** The entry of the block: one, or in dotenv files one a field. */
    readonly entries: readonly SopsEntry[];
}
/** The format of a path as SOPS tells it: by the end of its name alone, so that `.env.prod` is binary. */
export declare function sopsFormatOf(path: string): SopsFormat;
/** Reads a file in clear. Its text should be one that the parse stage accepts; what SOPS cannot hold is refused. */
export declare function readPlain(text: string, format: Exclude<SopsFormat, 'binary'>): Outcome<readonly SopsDocument[]>;
/**
 * Reads an encrypted file: its documents in SOPS's terms and its metadata, with places in the text. Needs no key and
 * verifies nothing.
 *
 * @param text decoded; of YAML and INI without a byte order mark
 * @param mark the byte order mark that was taken off the text, if one was: of a dotenv file it is a part of the first
 * key, and no JSON has one
 * @returns or `no-metadata`, `bad-metadata`, `no-keys`, `several-selectors`, `bad-content`, `duplicate-key`
 */
export declare function readSops(text: string, format: SopsFormat, mark?: Source['mark']): Outcome<SopsFile>;
