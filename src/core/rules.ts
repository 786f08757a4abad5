export type Severity = 'error' | 'warning' | 'note'

/** From most to least severe. */
export const SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly Severity[]

interface Rule {
  readonly severity: Severity
  /** Whether a waiver may accept it. Errors of parsing, linking and secrecy may not (STYLE §4.10). */
  readonly waivable: boolean
}

const error: Rule = { severity: 'error', waivable: false }
/** What a schema asks may be waived for a while, with a reason. */
const broken: Rule = { severity: 'error', waivable: true }
const warning: Rule = { severity: 'warning', waivable: true }

/**
 * Every rule there is. The identifiers are stable: people write them into waivers and dashboards. Each has a row in
 * `docs/findings.md` and a golden case; a test compares the three lists.
 */
export const RULES = {
  // cairn.yaml and environment files
  'config/unknown-key': error,
  'config/wrong-type': error,
  'config/bad-value': error,
  'config/missing-key': error,

  // which files there are and what they are for
  'discover/nothing-to-check': warning,
  'discover/unused-entry': warning,
  'discover/unused-file': warning,
  'discover/ambiguous-pattern': error,
  'discover/duplicate-layer': error,
  'discover/duplicate-environment': error,
  'discover/unknown-environment': error,
  'discover/similar-environment': warning,
  'discover/bad-name': error,
  'discover/no-name': error,
  'discover/without-layer': error,
  'discover/without-nothing': warning,
  'discover/unknown-document': error,
  'discover/unreadable-file': error,
  'discover/too-large': error,
  'discover/outside-link': error,
  'discover/broken-link': error,
  'discover/submodule': warning,
  'discover/lfs-pointer': error,

  // what a file says
  'parse/encoding': error,
  'parse/binary': error,
  'parse/syntax': error,
  'parse/template': error,
  'parse/duplicate-key': error,
  'parse/number': error,
  'parse/tag': error,
  'parse/unknown-tag': error,
  'parse/unknown-anchor': error,
  'parse/merge-key': error,
  'parse/complex-key': error,
  'parse/too-deep': error,
  'parse/too-many-nodes': error,
  'parse/stream': error,
  'parse/flat-key': error,
  'parse/encrypted-name': error,
  'parse/stray-envelope': error,
  'parse/damaged-envelope': error,

  // which environment inherits from which
  'inherit/unknown-environment': error,
  'inherit/cycle': error,
  'inherit/order': error,
  'inherit/too-deep': error,

  // what layers say of one another
  'merge/removes-nothing': warning,
  'merge/kind-change': warning,
  'merge/secret-exposed': { severity: 'warning', waivable: false },
  'merge/tag-misplaced': error,
  'merge/key-missing': error,
  'merge/key-duplicate': error,

  // what a schema says, and what it makes of texts
  'schema/unknown-reference': error,
  'schema/keyword-value': error,
  'schema/keyword-misplaced': error,
  'schema/keyword-unknown': warning,
  'schema/keyword-conflict': error,
  'schema/default-conflict': error,
  'schema/default-invalid': error,
  'schema/default-endless': error,
  'schema/too-complex': error,
  'type/misfit': error,

  // what a schema asks of a document
  'validate/type': broken,
  'validate/missing-key': broken,
  'validate/unknown-key': broken,
  'validate/key-name': broken,
  'validate/enum': broken,
  'validate/const': broken,
  'validate/range': broken,
  'validate/length': broken,
  'validate/pattern': broken,
  'validate/format': broken,
  'validate/unique': broken,
  'validate/contains': broken,
  'validate/one-of': broken,
  'validate/any-of': broken,
  'validate/not': broken,
  'validate/dependent': broken,
  'validate/false': broken,
  'validate/deprecated': warning,
  'validate/too-many': broken,

  // references
  'link/syntax': error,
  'link/dangling': error,
  'link/cycle': error,
  'link/not-scalar': error,
  'link/too-large': error,

  // what this run could not do
  'render/sealed': warning,
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES
