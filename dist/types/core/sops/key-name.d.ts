/** A field of a key as text; empty where it has none. */
export type KeyField = (field: string) => string;
/**
 * What names a key that a file is encrypted to, whoever says it: a file's metadata and a rule of `.sops.yaml` give the
 * same key the same name. The form is SOPS's own (`MasterKey.ToString`), without what says how to get at a key rather
 * than which it is: the version of a key of Azure, the profile of AWS.
 *
 * @param type as the metadata call it (`age`, `pgp`, `azure_kv` …)
 * @param context of a key of AWS, its encryption context
 * @returns empty where the key says nothing of itself
 */
export declare function keyName(type: string, field: KeyField, context?: ReadonlyMap<string, string>): string;
/** The name of a key that a rule gives as one text: of Azure and of Vault a URL. */
export declare function writtenKeyName(type: string, text: string): string;
