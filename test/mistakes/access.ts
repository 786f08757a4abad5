import type { Mistake } from './mistake.ts'

const REPOSITORY = {
  'environments/production/environment.yaml': 'protected: true\nlabels: {stage: production, site: {region: eu}}\n',
  'environments/production/services/db.yaml': 'port: 1\n',
}

/** A mistake in `access.yaml`, with a repository that is right. */
function access(rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files: { ...REPOSITORY, 'access.yaml': text }, ...more }
}

/** A rule, with a role that it may ask for. */
const asking = (text: string): string => `roles: {db: ['@ada']}\nrules:\n  - ${text}\n`

/** Mistakes in `access.yaml`. */
export const ACCESS: readonly Mistake[] = [
  access('access/unknown-key', 'a misspelt key', '▶role: {}\n', { says: 'did you mean roles?' }),
  access('access/unknown-key', 'a misspelt key of a rule', asking('{▶path: [/a], roles: [db]}'), { says: 'did you mean paths?' }),
  access('access/wrong-type', 'a list instead of a mapping', '▶- roles\n'),
  access('access/wrong-type', 'a list of roles', 'roles: ▶[db]\n'),
  access('access/wrong-type', 'one person instead of a list', "roles: {db: ▶'@ada'}\nrules: [{roles: [db]}]\n"),
  access('access/wrong-type', 'a mapping of rules', 'rules: ▶{roles: [db]}\n'),
  access('access/wrong-type', 'a rule that is a text', 'rules: [▶db]\n'),
  access('access/wrong-type', 'one role instead of a list', 'rules: [{roles: ▶db}]\n'),
  access('access/wrong-type', 'one path instead of a list', asking('{paths: ▶/a, roles: [db]}')),
  access('access/wrong-type', 'yes for true', asking('{protected: ▶yes, roles: [db]}')),
  access('access/wrong-type', 'labels as a list', asking('{labels: ▶[stage], roles: [db]}')),
  access('access/wrong-type', 'a number in quotes', asking("{approvals: ▶'2', roles: [db]}")),
  access('access/bad-value', 'nobody approves', asking('{approvals: ▶0, roles: [db]}')),
  access('access/bad-value', 'a role with nobody', 'roles: {db: ▶[]}\nrules: [{roles: [db]}]\n', { says: 'nobody has the role db' }),
  access('access/bad-value', 'an address', "roles: {db: ['@ada', ▶ada@example.com]}\nrules: [{roles: [db]}]\n", { says: 'write the login' }),
  access('access/bad-value', 'a team in a team', "roles: {db: ['@ada', ▶'@acme/a/b']}\nrules: [{roles: [db]}]\n"),
  access('access/bad-value', 'no roles', 'rules: [{roles: ▶[]}]\n'),
  access('access/bad-value', 'an empty list of environments', asking('{environments: ▶[], roles: [db]}'), { says: 'leave the key out' }),
  access('access/bad-value', 'a label that no environment can have', asking('{labels: {stage: production, site: {region: ▶[]}}, roles: [db]}')),
  access('access/bad-value', 'a path without its slash', asking('{paths: [▶database], roles: [db]}'), { says: 'starts with a slash' }),
  access('access/bad-value', 'stars in a name', asking("{paths: [▶'/a**'], roles: [db]}")),
  access('access/bad-value', 'a document without its kind', asking('{documents: [▶db], roles: [db]}'), { says: 'write kind/name' }),
  access('access/missing-key', 'a rule that asks nobody', 'rules:\n  - ▶paths: [/a]\n', { says: 'which `roles`' }),
  access('access/unknown-role', 'a misspelt role', asking('{roles: [db, ▶dbs]}'), { says: 'did you mean db?' }),
  access('access/unused-role', 'a role that nobody asks for', "roles: {db: ['@ada'], ▶ops: ['@bob']}\nrules: [{roles: [db]}]\n"),
  access('access/matches-nothing', 'a misspelt environment', asking('{environments: [▶prodction], roles: [db]}'), { says: 'did you mean production?' }),
  access('access/matches-nothing', 'a glob of environments that there are not', asking("{environments: [production, ▶'live-*'], roles: [db]}")),
  access('access/matches-nothing', 'a misspelt kind', asking('{kinds: [▶service], roles: [db]}'), { says: 'did you mean services?' }),
  access('access/matches-nothing', 'a document that there is not', asking('{documents: [▶services/bd], roles: [db]}'), { says: 'did you mean services/db?' }),
  access('access/matches-nothing', 'labels that no environment has', asking('{▶labels: {stage: prod}, roles: [db]}')),
]
