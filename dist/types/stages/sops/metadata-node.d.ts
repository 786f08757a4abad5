import { type SopsMapping, type SopsNode } from '../../core/sops/document.js';
import type { Selector } from '../../core/sops/select.js';
/** A recipient of age and what it was given: the data key, or its group's share, in an armored age file. */
export interface WrappedKey {
    readonly recipient: string;
    readonly enc: string;
}
/** What is written into the `sops` block of a new file. */
export interface NewMetadata {
    /** By key group; one group is a plain list. */
    readonly groups: readonly (readonly WrappedKey[])[];
    /** Only with several groups. */
    readonly threshold?: number;
    readonly selector: Selector;
    readonly macOnlyEncrypted: boolean;
    /** RFC 3339 in UTC and whole seconds, such as `2026-11-23T02:47:02Z`. */
    readonly lastModified: string;
}
/** The version of SOPS whose form is written. Its command line compares it, nothing is read by it. */
export declare const SOPS_VERSION = "3.13.3";
/** The block as SOPS 3.13 writes it: fields in alphabetical order, what is not used left out. */
export declare function metadataNode(metadata: NewMetadata, mac: string, isBinary?: boolean): SopsMapping;
export declare function keyList(keys: readonly WrappedKey[]): SopsNode;
export declare function keyNode({ recipient, enc }: WrappedKey): SopsNode;
