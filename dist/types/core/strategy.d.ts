/**
 * How lists and mappings of a document are merged, as the schema's `x-merge` says; a YAML tag beats it for its layer.
 * Absent: mappings merge, everything else replaces (RFC 7396).
 */
export interface Strategy {
    readonly merge?: MergeRule;
    readonly properties?: Readonly<Record<string, Strategy>>;
    /** For keys that `properties` does not name. */
    readonly rest?: Strategy;
    /** For the items of a list that are merged with one another (`{key: …}`). */
    readonly items?: Strategy;
    /** Whether the leaf here is under `x-secret`. */
    readonly secret?: boolean;
}
export type MergeRule = 'replace' | 'append' | 'prepend' | 'unique' | {
    readonly key: string;
};
