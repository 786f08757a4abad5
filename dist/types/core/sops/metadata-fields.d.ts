import { type SopsMapping, type SopsNode } from './document.js';
/**
 * Refuses a field of the metadata that SOPS would not read: one that is given twice, of another type, or a version or
 * point in time that is none. Fields that SOPS does not know are let be, as it does. Source: SOPS 3.13.3,
 * `stores/stores.go`; test/sops/metadata.test.ts compares it with the program and has the differences.
 *
 * @throws SopsRefusal `bad-metadata`
 */
export declare function checkFields(block: SopsMapping): void;
/** Whether a name is that of a list of keys which SOPS knows. */
export declare function isKeyType(key: string | null): key is string;
/** Whether `mac_only_encrypted` says yes. */
export declare function isYes(node: SopsNode | undefined): boolean;
