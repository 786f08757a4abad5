import { type SopsMapping, type SopsNode } from './document.js';
/** The lists of keys that SOPS has, by the field that names the key to a person. */
export declare const KEY_NAMES: {
    readonly age: "recipient";
    readonly pgp: "fp";
    readonly kms: "arn";
    readonly gcp_kms: "resource_id";
    readonly hckms: "key_id";
    readonly azure_kv: "vault_url";
    readonly hc_vault: "vault_address";
};
/**
 * Refuses a field of the metadata that SOPS would not read: one that is given twice, of another type, or a version or
 * point in time that is none. Fields that SOPS does not know are let be, as it does. Source: SOPS 3.13.3,
 * `stores/stores.go`; test/sops/metadata.test.ts compares it with the program and has the differences.
 *
 * @throws SopsRefusal `bad-metadata`
 */
export declare function checkFields(block: SopsMapping): void;
/** Whether `mac_only_encrypted` says yes. */
export declare function isYes(node: SopsNode | undefined): boolean;
