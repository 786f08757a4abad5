export type Severity = 'error' | 'warning' | 'note'

/** From most to least severe. */
export const SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly Severity[]

interface Rule {
  readonly severity: Severity
  /** Whether a waiver may accept it. Errors of parsing, linking and secrecy may not (STYLE §4.10). */
  readonly waivable: boolean
}

const error: Rule = { severity: 'error', waivable: false }
/** What a schema or a rule across documents asks may be waived for a while, with a reason. */
const broken: Rule = { severity: 'error', waivable: true }
const warning: Rule = { severity: 'warning', waivable: true }
const note: Rule = { severity: 'note', waivable: true }

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
  'discover/unused-kind': warning,
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
  'schema/ambiguous': error,
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

  // names of documents, which a schema asks for
  'refer/unknown-document': broken,
  'refer/unknown-file': broken,
  'refer/cycle': broken,

  // what documents say of one another and of their environment
  'consistency/port-conflict': broken,
  'consistency/deployment-version': broken,
  'consistency/deployment-limits': broken,
  'consistency/capacity': broken,
  'consistency/gpu-memory': warning,
  'consistency/encryption-off': broken,
  'consistency/environment': broken,
  'consistency/limit-below-request': note,
  'consistency/large-document': note,

  // what a change does that needs a second look
  'danger/became-plain': broken,
  'danger/recipient-added': warning,
  'danger/recipient-removed': warning,
  'danger/secret-weakened': warning,
  'danger/secret-rolled-back': warning,
  'danger/encryption-off': warning,
  'danger/security-level': warning,
  'danger/schema-weakened': warning,
  'danger/policy-changed': warning,
  'danger/config-changed': warning,
  'danger/self-silenced': error,
  'danger/hidden-character': broken,
  'danger/workflow-changed': warning,
  'danger/breadth': warning,
  'danger/resources': warning,
  'danger/reparented': warning,
  'danger/relabelled': warning,
  'danger/unprotected': warning,
  'danger/document-removed': warning,

  // encrypted files, and what should be encrypted
  'secret/in-clear': error,
  'secret/never-opened': error,
  'secret/selects-nothing': error,
  'secret/bad-selector': error,
  'secret/bad-metadata': error,
  'secret/no-mac': error,
  'secret/old': warning,
  'secret/extra-recipient': error,
  'secret/missing-recipient': warning,
  'secret/duplicate-recipient': warning,
  'secret/no-rule': warning,
  'secret/unlike-rule': warning,
  'secret/other-keys': note,
  'secret/plain': { severity: 'warning', waivable: false },
  'secret/plain-file': { severity: 'warning', waivable: false },
  // the same, for a run with a key
  'secret/locked': note,
  'secret/damaged-key': error,
  'secret/forged-value': error,
  'secret/forged-mac': error,
  'secret/mac-mismatch': error,

  // access.yaml
  'access/unknown-key': error,
  'access/wrong-type': error,
  'access/bad-value': error,
  'access/missing-key': error,
  'access/unknown-role': error,
  'access/unused-role': warning,
  'access/matches-nothing': warning,

  // what this run could not do
  'render/sealed': warning,
  'render/unrepresentable': error,

  // what is published
  'publish/bad-path': error,
  'publish/taken-path': error,
  'publish/unrecorded-variable': error,
  'publish/consumer-cannot-open': error,

  // whether a publication is what it says
  'verify/no-publication': error,
  'verify/bad-manifest': error,
  'verify/bad-path': error,
  'verify/not-a-file': error,
  'verify/missing-file': error,
  'verify/changed-file': error,
  'verify/extra-file': error,
  'verify/broken-chain': error,
  'verify/bad-statement': error,
  'verify/unsigned': error,
  'verify/bad-signature': error,
  'verify/unknown-signer': error,
  'verify/bad-attestation': error,
  'verify/unknown-commit': error,
  'verify/other-folder': error,
  'verify/other-target': error,
  'verify/not-reproduced': error,
  'verify/outdated': error,
  'verify/unknown-newest': warning,
  'verify/incomplete': warning,
  'verify/git-settings': warning,
  'verify/unproven': error,
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES
