export type Severity = 'error' | 'warning' | 'note';
/** From most to least severe. */
export declare const SEVERITIES: readonly ["error", "warning", "note"];
interface Rule {
    readonly severity: Severity;
    /** Whether a waiver may accept it. Errors of parsing, linking and secrecy may not (STYLE §4.10). */
    readonly waivable: boolean;
}
/**
 * Every rule there is. The identifiers are stable: people write them into waivers and dashboards. Each has a row in
 * `docs/findings.md` and a golden case; a test compares the three lists.
 */
export declare const RULES: {
    readonly 'config/unknown-key': Rule;
    readonly 'config/wrong-type': Rule;
    readonly 'config/bad-value': Rule;
    readonly 'config/missing-key': Rule;
    readonly 'discover/nothing-to-check': Rule;
    readonly 'discover/unused-entry': Rule;
    readonly 'discover/unused-file': Rule;
    readonly 'discover/ambiguous-pattern': Rule;
    readonly 'discover/duplicate-layer': Rule;
    readonly 'discover/duplicate-environment': Rule;
    readonly 'discover/unknown-environment': Rule;
    readonly 'discover/similar-environment': Rule;
    readonly 'discover/bad-name': Rule;
    readonly 'discover/no-name': Rule;
    readonly 'discover/without-layer': Rule;
    readonly 'discover/without-nothing': Rule;
    readonly 'discover/unknown-document': Rule;
    readonly 'discover/unreadable-file': Rule;
    readonly 'discover/too-large': Rule;
    readonly 'discover/outside-link': Rule;
    readonly 'discover/broken-link': Rule;
    readonly 'discover/submodule': Rule;
    readonly 'discover/lfs-pointer': Rule;
    readonly 'parse/encoding': Rule;
    readonly 'parse/binary': Rule;
    readonly 'parse/syntax': Rule;
    readonly 'parse/template': Rule;
    readonly 'parse/duplicate-key': Rule;
    readonly 'parse/number': Rule;
    readonly 'parse/tag': Rule;
    readonly 'parse/unknown-tag': Rule;
    readonly 'parse/unknown-anchor': Rule;
    readonly 'parse/merge-key': Rule;
    readonly 'parse/complex-key': Rule;
    readonly 'parse/too-deep': Rule;
    readonly 'parse/too-many-nodes': Rule;
    readonly 'parse/stream': Rule;
    readonly 'parse/flat-key': Rule;
    readonly 'parse/encrypted-name': Rule;
    readonly 'parse/stray-envelope': Rule;
    readonly 'parse/damaged-envelope': Rule;
    readonly 'inherit/unknown-environment': Rule;
    readonly 'inherit/cycle': Rule;
    readonly 'inherit/order': Rule;
    readonly 'inherit/too-deep': Rule;
    readonly 'merge/removes-nothing': Rule;
    readonly 'merge/kind-change': Rule;
    readonly 'merge/secret-exposed': {
        readonly severity: "warning";
        readonly waivable: false;
    };
    readonly 'merge/tag-misplaced': Rule;
    readonly 'merge/key-missing': Rule;
    readonly 'merge/key-duplicate': Rule;
    readonly 'schema/unknown-reference': Rule;
    readonly 'schema/keyword-value': Rule;
    readonly 'schema/keyword-misplaced': Rule;
    readonly 'schema/keyword-unknown': Rule;
    readonly 'schema/keyword-conflict': Rule;
    readonly 'schema/default-conflict': Rule;
    readonly 'schema/default-invalid': Rule;
    readonly 'schema/default-endless': Rule;
    readonly 'schema/too-complex': Rule;
    readonly 'type/misfit': Rule;
    readonly 'validate/type': Rule;
    readonly 'validate/missing-key': Rule;
    readonly 'validate/unknown-key': Rule;
    readonly 'validate/key-name': Rule;
    readonly 'validate/enum': Rule;
    readonly 'validate/const': Rule;
    readonly 'validate/range': Rule;
    readonly 'validate/length': Rule;
    readonly 'validate/pattern': Rule;
    readonly 'validate/format': Rule;
    readonly 'validate/unique': Rule;
    readonly 'validate/contains': Rule;
    readonly 'validate/one-of': Rule;
    readonly 'validate/any-of': Rule;
    readonly 'validate/not': Rule;
    readonly 'validate/dependent': Rule;
    readonly 'validate/false': Rule;
    readonly 'validate/deprecated': Rule;
    readonly 'validate/too-many': Rule;
    readonly 'link/syntax': Rule;
    readonly 'link/dangling': Rule;
    readonly 'link/cycle': Rule;
    readonly 'link/not-scalar': Rule;
    readonly 'link/too-large': Rule;
    readonly 'render/sealed': Rule;
};
export type RuleId = keyof typeof RULES;
export {};
