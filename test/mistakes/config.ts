import type { Mistake } from './mistake.ts'

const APP = { 'environments/dev/services/a.yaml': 'port: 1\n' }
const LAYOUT = "layout:\n  - {path: 'environments/{environment}/{kind}/{name}.{ext}', "

/** A mistake in `cairn.yaml`, with a repository that is right. */
function config(rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files: { ...APP, 'cairn.yaml': text }, ...more }
}

/** A mistake in an environment file. */
function environment(rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files: { ...APP, 'environments/dev/environment.yaml': text }, ...more }
}

/** A mistake in the entry of a layout. */
function entry(rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake {
  return config(rule, what, `layout:\n  - ${text}\n`, more)
}

export const CONFIG: readonly Mistake[] = [
  // keys and types at the top
  config('config/unknown-key', 'a misspelt key', 'presence: inherited\n▶ignor: []\n', { says: 'did you mean ignore?' }),
  config('config/unknown-key', 'a key with an underscore', '▶environment_files: x\n', { says: 'environment-files' }),
  config('config/unknown-key', 'a key of another tool', '▶version: 2\n', { says: 'known here: layout' }),
  config('config/wrong-type', 'a list instead of a mapping', '▶- layout\n', { says: 'a mapping' }),
  config('config/wrong-type', 'one glob instead of a list', 'ignore: ▶docs\n'),
  config('config/wrong-type', 'one environment instead of a list', 'environments: ▶dev\n'),
  config('config/wrong-type', 'a number as the name of an environment', 'environments: [dev, ▶2]\n', { says: 'quote it' }),
  config('config/wrong-type', 'a number as a name, with a folder of that name', 'environments: [dev, ▶2]\n', {
    files: { ...APP, 'environments/2/services/a.yaml': 'port: 2\n', 'cairn.yaml': 'environments: [dev, ▶2]\n' },
  }),
  config('config/wrong-type', 'definitions in a list of names', 'environments:\n  - ▶dev: {abstract: true}\n'),
  config('config/wrong-type', 'yes for true', 'environments:\n  dev: {protected: ▶yes}\n', { says: 'true or false' }),
  config('config/wrong-type', 'a version in quotes', "kinds: {services: {version: ▶'2'}}\n"),
  config('config/bad-value', 'a presence that there is not', 'presence: ▶inherit\n', { says: 'did you mean inherited?' }),
  config('config/bad-value', 'an environment listed twice', 'environments: [dev, ▶dev]\n'),
  config('config/bad-value', 'an empty layout', 'layout: ▶[]\n', { says: 'leave `layout` out' }),
  config('config/bad-value', 'a glob that takes something out again', "ignore: [▶'!environments/dev/**']\n"),
  config('config/bad-value', 'environment files without {environment}', 'environment-files: ▶environments/environment.yaml\n'),
  config('config/bad-value', 'a tag without its !', 'tags: {▶vault: string}\n', { says: 'start with one !' }),
  config('config/bad-value', 'a merge tag with another meaning', "tags: {▶'!append': string}\n"),
  config('parse/unknown-tag', 'a tag without quotes', 'tags: {▶!vault: string}\n'),
  config('parse/unknown-anchor', 'a glob without quotes', 'ignore: [▶*.md]\n'),
  config('parse/duplicate-key', 'an environment twice', 'environments:\n  dev: {}\n  ▶dev: {protected: true}\n'),
  config('parse/syntax', 'a bracket that is not closed', 'layout:\n  - ▶{path: a\n'),

  // run variables
  config('config/bad-value', 'a run variable without #', 'variables: {PORT: ▶services/a/port}\n', { says: 'kind/name#/pointer' }),
  config('config/bad-value', 'a name that no process variable has', 'variables: {▶a-port: services/a#/port}\n'),
  config('config/bad-value', 'two run variables for one value', 'variables: {A: services/a#/port, B: ▶services/a#/port}\n'),
  config('config/bad-value', 'a run variable below another', 'variables:\n  A: services/a#/db\n  B: ▶services/a#/db/port\n', {
    related: ['cairn.yaml:2:6'],
  }),
  config('discover/unknown-document', 'a run variable for a document that there is not', 'variables: {PORT: ▶services/b#/port}\n', {
    says: 'did you mean services/a?',
  }),

  // silences
  config('config/missing-key', 'a silence without a reason', "silence: [▶{rule: danger/breadth, path: '**'}]\n", { says: 'say why' }),
  config('config/missing-key', 'a silence without a path', 'silence:\n  - ▶rule: danger/breadth\n    reason: x\n', { says: "write what it is about, or '**'" }),
  config('config/missing-key', 'a silence without a rule', "silence: [▶{path: '**', reason: x}]\n"),
  config('config/bad-value', 'a silence with an empty reason', "silence: [{rule: danger/breadth, path: '**', reason: ▶''}]\n"),
  config('config/unknown-key', 'a misspelt key of a silence', "silence: [{rule: danger/breadth, path: '**', ▶reson: x}]\n", { says: 'did you mean reason?' }),
  config('config/wrong-type', 'one silence instead of a list', "silence: ▶{rule: danger/breadth, path: '**', reason: x}\n"),
  config('config/wrong-type', 'a rule that is silenced in one word', 'silence: [▶danger/breadth]\n'),
  config('config/bad-value', 'a misspelt rule that is silenced', "silence: [{rule: ▶danger/bredth, path: '**', reason: x}]\n", { says: 'did you mean danger/breadth?' }),
  config('config/bad-value', 'a rule without its group that is silenced', "silence: [{rule: ▶resources, path: '**', reason: x}]\n", { says: 'did you mean danger/resources?' }),
  config('config/bad-value', 'another rule that is silenced', "silence: [{rule: ▶merge/kind-change, path: '**', reason: x}]\n", { says: 'only rules about dangers' }),
  config('config/bad-value', 'the rule that watches over silences', "silence: [{rule: ▶danger/self-silenced, path: '**', reason: x}]\n", { says: 'cannot be silenced' }),
  config('config/bad-value', 'a silence that starts at the root of the disk', 'silence: [{rule: danger/breadth, path: ▶/etc, reason: x}]\n'),
  config('config/bad-value', 'a silence for a pointer that is none', "silence: [{rule: danger/breadth, path: ▶'services/a#port', reason: x}]\n", { says: 'starts with a slash' }),
  config('config/bad-value', 'a silence for a file that there is not', 'silence: [{rule: danger/breadth, path: ▶environments/dev/services/b.yaml, reason: x}]\n', {
    severity: 'warning', says: 'did you mean environments/dev/services/a.yaml?',
  }),
  config('config/bad-value', 'a silence for a document that there is not', "silence: [{rule: danger/breadth, path: ▶'services/b#/port', reason: x}]\n", {
    severity: 'warning', says: 'did you mean services/a?',
  }),
  config('config/bad-value', 'a silence for a document as if it were a file', 'silence: [{rule: danger/breadth, path: ▶services/a, reason: x}]\n', {
    severity: 'warning', says: 'write services/a#',
  }),
  config('config/bad-value', 'a silence until a day that there is not', "silence: [{rule: danger/breadth, path: '**', reason: x, until: ▶2026-02-30}]\n", { says: '2027-01-31' }),
  config('config/wrong-type', 'a silence until a year', "silence: [{rule: danger/breadth, path: '**', reason: x, until: ▶2027}]\n", { says: 'quote it' }),
  config('config/bad-value', 'a setting that is no glob', 'rules: {danger/workflow-changed: {files: [▶/ci]}}\n', { says: 'starts with a slash' }),

  // secrets
  config('config/wrong-type', 'recipients in a list', 'recipients: ▶[age1abc]\n'),
  config('config/bad-value', 'a recipient that is none', 'recipients: {alice: ▶alice@example.org}\n', { says: 'they start with age1' }),
  config('config/bad-value', 'a recipient with two names', 'recipients: {alice: age1abc, robert: ▶age1abc}\n', { says: 'alice is the same recipient' }),
  config('config/unknown-key', 'a misspelt setting of secrets', 'secrets: {▶maxage: 90d}\n', { says: 'did you mean max-age?' }),
  config('config/wrong-type', 'an age without its unit', 'secrets: {max-age: ▶90}\n', { says: 'quote it' }),
  config('config/bad-value', 'an age in weeks', 'secrets: {max-age: ▶12w}\n', { says: 'write it as 90d' }),

  // rules
  config('config/unknown-key', 'a misspelt rule', 'rules: {▶consistency/port-conflicts: off}\n', { says: 'did you mean consistency/port-conflict?' }),
  config('config/unknown-key', 'a rule without its group', 'rules: {▶port-conflict: off}\n', { says: 'did you mean consistency/port-conflict?' }),
  config('config/unknown-key', 'a misspelt rule without its group', 'rules: {▶gpu-mem: off}\n'),
  config('config/unknown-key', 'a rule that cannot be switched off', 'rules: {▶parse/syntax: off}\n', { says: 'cannot be configured' }),
  config('config/wrong-type', 'a list of rules', 'rules: ▶[consistency/port-conflict]\n'),
  config('config/wrong-type', 'false for off', 'rules: {consistency/port-conflict: ▶false}\n', { says: 'off, a severity' }),
  config('config/wrong-type', 'a rule of which nothing is said', 'rules: {consistency/port-conflict: ▶null}\n', { says: 'off, a severity' }),
  config('config/bad-value', 'a severity that there is not', 'rules: {consistency/port-conflict: ▶warn}\n', { says: 'note' }),
  config('config/bad-value', 'a severity that there is not, among settings', 'rules: {consistency/port-conflict: {severity: ▶erorr}}\n', { says: 'did you mean error?' }),
  config('config/unknown-key', 'a misspelt setting', 'rules: {consistency/port-conflict: {▶hots: /host}}\n', { says: 'did you mean host?' }),
  config('config/unknown-key', 'a misspelt setting of a group', 'rules: {consistency/deployment-limits: {limits: {▶memry: /m}}}\n', { says: 'did you mean memory?' }),
  config('config/wrong-type', 'a pointer instead of a group', 'rules: {consistency/deployment-limits: {limits: ▶/limits}}\n'),
  config('config/bad-value', 'a setting without the slash of a pointer', 'rules: {consistency/port-conflict: {host: ▶host}}\n', { says: 'starts with a slash' }),
  config('config/bad-value', 'a setting that points to the whole document', "rules: {consistency/port-conflict: {host: ▶''}}\n"),
  config('config/wrong-type', 'one pointer instead of a list', 'rules: {consistency/port-conflict: {ports: ▶/port}}\n'),
  config('config/wrong-type', 'one kind instead of a list', 'rules: {consistency/port-conflict: {kinds: ▶services}}\n'),
  config('config/bad-value', 'a kind that there is not', 'rules: {consistency/port-conflict: {kinds: [▶service]}}\n', { says: 'did you mean services?' }),
  config('config/bad-value', 'a kind that there is not, in a group', 'rules: {consistency/port-conflict: {deployments: {kinds: [▶deployment]}}}\n'),
  config('config/bad-value', 'a kind with its document', 'rules: {consistency/port-conflict: {kinds: [▶services/a]}}\n', { says: 'slash' }),
  config('config/bad-value', 'a pointer past the labels', 'rules: {consistency/encryption-off: {environment-level: ▶/lables/level}}\n', { says: 'did you mean labels?' }),
  config('config/bad-value', 'all labels', 'rules: {consistency/encryption-off: {environment-level: ▶/labels}}\n'),
  config('config/wrong-type', 'a list instead of pairs', 'rules: {consistency/limit-below-request: {limits: ▶[/limit]}}\n'),
  config('config/bad-value', 'a key that is no pointer', 'rules: {consistency/limit-below-request: {limits: {▶limit: /request}}}\n'),
  config('config/bad-value', 'a field that is no pointer', 'rules: {consistency/environment: {fields: {▶stage: /labels/stage}}}\n'),
  config('config/wrong-type', 'a field without its label', 'rules: {consistency/environment: {fields: {/stage: ▶1}}}\n'),
  config('config/bad-value', 'no characters', 'rules: {consistency/large-document: {characters: ▶0}}\n'),
  config('config/wrong-type', 'characters in quotes', "rules: {consistency/large-document: {characters: ▶'100'}}\n"),

  // layout entries
  entry('config/wrong-type', 'a pattern instead of an entry', "▶'environments/{environment}/{kind}/{name}.yaml'"),
  entry('config/unknown-key', 'a misspelt key in an entry', "{path: 'environments/{environment}/{kind}/{name}.yaml', ▶strem: true}"),
  entry('config/missing-key', 'an entry without a pattern', '▶{kind: services}', { says: '`path`' }),
  entry('config/missing-key', 'an entry without a kind', "▶{path: 'environments/{environment}/services/{name}.yaml'}"),
  entry('config/missing-key', 'a name in angle brackets', "▶{path: 'apps/<name>/values.yaml', kind: apps}", { says: 'the name' }),
  entry('config/bad-value', 'a misspelt capture', "{path: ▶'environments/{enviroment}/{kind}/{name}.yaml'}", { says: '{environment}' }),
  entry('config/bad-value', 'a capture that is not closed', "{path: ▶'environments/{environment/{kind}/{name}.yaml'}"),
  entry('config/bad-value', 'a capture twice', "{path: ▶'{name}/{name}.yaml', kind: apps}", { says: 'twice' }),
  entry('config/bad-value', 'two captures with nothing between them', "{path: ▶'{environment}{name}.yaml', kind: apps}"),
  entry('config/bad-value', 'a path from the root of the disk', "{path: ▶'/environments/{environment}/{kind}/{name}.yaml'}"),
  entry('config/bad-value', 'a path out of the repository', "{path: ▶'../{environment}/{kind}/{name}.yaml'}"),
  entry('config/bad-value', 'backslashes between folders', "{path: ▶'environments\\{environment}\\{kind}\\{name}.yaml'}"),
  entry('config/bad-value', 'a format that Cairn does not read', "{path: ▶'environments/{environment}/{kind}/{name}.xml'}"),
  entry('parse/syntax', 'a pattern without quotes', 'path: {environment}▶/{kind}/{name}.yaml'),
  config('config/bad-value', 'a kind that the pattern has already', `${LAYOUT}▶kind: services}\n`),
  config('config/bad-value', 'a pointer without its slash', `${LAYOUT}at: ▶spec}\n`),
  config('config/bad-value', 'an unknown capture in a pointer', "layout:\n  - {path: 'all.yaml', kind: k, at: ▶'/items/{key}'}\n"),
  config('config/bad-value', 'a name in the pointer and in the path', `${LAYOUT}at: ▶'/items/{name}'}\n`),
  config('config/bad-value', 'two separators of keys', `${LAYOUT}keys: dotted, ▶nest: __}\n`),
  config('config/wrong-type', 'stream is no boolean', `${LAYOUT}stream: ▶all}\n`),
  {
    rule: 'config/bad-value',
    what: 'an entry left out, and a run variable for one of its documents',
    files: { ...APP, 'cairn.yaml': "layout: [{path: ▶'environments/{env}/{kind}/{name}.yaml'}]\nvariables: {P: services/a#/port}\n" },
  },
  {
    rule: 'discover/unknown-environment',
    what: 'an environment of an entry that is not listed',
    files: { ...APP, 'cairn.yaml': "environments: [prod]\nlayout: [{path: 'environments/dev/{kind}/{name}.yaml', environment: ▶prd}]\n" },
    says: 'did you mean prod?',
  },

  // environment files
  environment('config/unknown-key', 'a misspelt key', '▶inherit: base\n', { says: 'did you mean inherits?' }),
  environment('config/unknown-key', 'the name of the environment', '▶name: dev\n', { says: 'known here: inherits' }),
  environment('config/wrong-type', 'abstract in quotes', 'abstract: ▶"true"\n'),
  environment('config/wrong-type', 'a mapping of parents', 'inherits: ▶{base: true}\n'),
  environment('config/wrong-type', 'labels as text', 'labels: ▶region=eu\n'),
  environment('config/wrong-type', 'one document instead of a list', 'without: ▶services/b\n'),
  environment('config/bad-value', 'a document without its kind', 'without: [▶b]\n', { says: 'kind/name' }),
  environment('config/bad-value', 'a parent twice', 'inherits: [base, ▶base]\n', {
    files: { ...APP, 'environments/base/environment.yaml': '{}\n', 'environments/dev/environment.yaml': 'inherits: [base, ▶base]\n' },
  }),
  environment('parse/duplicate-key', 'labels twice', 'labels: {a: 1}\n▶labels: {b: 2}\n'),
  environment('parse/stream', 'two documents', 'labels: {a: 1}\n▶---\nlabels: {b: 2}\n'),
]
