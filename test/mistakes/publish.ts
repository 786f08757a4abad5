import type { Mistake } from './mistake.ts'

const APP = {
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/prod/environment.yaml': 'inherits: base\n',
  'environments/base/services/a.yaml': 'port: 1\n',
}

/** A mistake in `publish` of `cairn.yaml`, with a repository that is right. */
function publish(rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake {
  return { rule, what: `publish: ${what}`, files: { ...APP, 'cairn.yaml': text }, ...more }
}

/** A mistake in a target. */
function target(rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake {
  return publish(rule, what, `publish:\n  targets:\n    - ${text}\n`, more)
}

export const PUBLISH: readonly Mistake[] = [
  publish('config/wrong-type', 'a list', 'publish: ▶[branch:deploy]\n', { says: 'a mapping' }),
  publish('config/unknown-key', 'a misspelt key', 'publish:\n  ▶target: [branch:deploy]\n', { says: 'did you mean targets?' }),

  // environments
  publish('config/wrong-type', 'one environment instead of a list', 'publish: {environments: ▶prod}\n'),
  publish('config/bad-value', 'no environments', 'publish: {environments: ▶[]}\n', { says: 'leave `environments` out' }),
  publish('config/wrong-type', 'a number as an environment', 'publish: {environments: [▶2]}\n', { says: 'quote it' }),
  publish('config/bad-value', 'an environment twice', 'publish: {environments: [prod, ▶prod]}\n', { says: 'listed twice' }),
  publish('config/bad-value', 'an environment that there is not', 'publish: {environments: [▶prd]}\n', { says: 'did you mean prod?' }),
  publish('config/bad-value', 'an abstract environment', 'publish: {environments: [▶base]}\n', { says: 'only inherited from' }),

  // formats
  publish('config/wrong-type', 'a list of formats for all', 'publish: {formats: ▶[yaml]}\n', { says: 'from kinds to formats' }),
  publish('config/bad-value', 'a format that there is not', 'publish: {formats: {services: ▶yml}}\n', { says: 'did you mean yaml?' }),
  publish('config/bad-value', 'such a format in a list', 'publish: {formats: {services: [json, ▶xml]}}\n', { says: 'native' }),
  publish('config/wrong-type', 'a format that is a number', 'publish: {formats: {services: ▶1}}\n'),
  publish('config/bad-value', 'no formats', 'publish: {formats: {services: ▶[]}}\n', { says: 'nothing of this kind' }),
  publish('config/bad-value', 'formats of a kind that there is not', 'publish: {formats: {▶service: yaml}}\n', { says: 'did you mean services?' }),

  // targets
  publish('config/wrong-type', 'one target instead of a list', 'publish: {targets: ▶branch:deploy}\n', { says: 'a list of targets' }),
  target('config/bad-value', 'a target without a scheme', '▶deploy', { says: 'branch:<name>' }),
  target('config/bad-value', 'a misspelt scheme', '▶brnch:deploy', { says: 'did you mean branch?' }),
  target('config/wrong-type', 'a scheme as a key', '▶[branch, deploy]', { says: 'a target such as branch:deploy' }),
  target('config/unknown-key', 'a scheme with a blank', '{▶branch: deploy}', { says: 'known here: to' }),
  target('config/missing-key', 'no `to`', '▶{path: apps}', { says: '`to`' }),
  target('config/unknown-key', 'a misspelt `to`', '{▶too: branch:deploy}', { says: 'did you mean to?' }),
  target('config/bad-value', 'a target twice', 'branch:deploy\n    - ▶branch:deploy', { says: 'listed twice' }),
  target('config/bad-value', 'another placeholder', "▶'dir:/srv/{env}'", { says: '{environment} is the only placeholder' }),
  target('config/bad-value', 'a placeholder that is not closed', "▶'dir:/srv/{environment'", { says: '{environment} is the only placeholder' }),
  target('config/bad-value', 'another placeholder in a path', "{to: branch:deploy, path: ▶'{name}'}", { says: '{name} stands for nothing' }),
  target('config/bad-value', 'a branch with a blank', '▶branch:de ploy', { says: 'cannot be the name of a branch' }),
  target('config/bad-value', 'a branch with two dots', '▶branch:a..b', { says: 'cannot be the name of a branch' }),
  target('config/bad-value', 'a whole ref', '▶branch:refs/heads/deploy', { says: 'without refs/heads/' }),
  target('config/bad-value', 'HEAD for a branch', '▶branch:HEAD', { says: 'cannot be the name of a branch' }),
  target('config/bad-value', 'a branch like an option', '▶branch:-d', { says: 'cannot be the name of a branch' }),
  target('config/bad-value', 'versions of a branch', '{to: branch:deploy, keep: ▶3}', { says: 'only a directory has this' }),
  target('config/bad-value', 'one version', '{to: dir:out, keep: ▶1}', { says: '1 is no whole number from 2' }),
  target('config/bad-value', 'half a version', '{to: dir:out, keep: ▶2.5}', { says: '2.5 is no whole number from 2' }),
  target('config/wrong-type', 'a word for a number of versions', '{to: dir:out, keep: ▶all}', { says: 'how many versions stay' }),
  target('config/bad-value', 'a path of a folder', '{to: dir:out, path: ▶apps}', { says: 'only a branch has this' }),
  target('config/bad-value', 'a remote of an archive', '{to: archive:a.tar.gz, remote: ▶origin}', { says: 'only a branch has this' }),
  target('config/bad-value', 'Promoter for a folder', '{to: dir:out, promoter: ▶true}', { says: 'only a branch has this' }),
  target('config/bad-value', 'a path that leads out', '{to: branch:deploy, path: ▶../x}', { says: 'leads out of its folder' }),
  target('config/bad-value', 'a path from the root', '{to: branch:deploy, path: ▶/x}', { says: 'starts with a slash' }),
  target('config/wrong-type', 'yes for true', '{to: branch:deploy, promoter: ▶yes}', { says: 'true or false' }),
  target('config/wrong-type', 'a number as a remote', '{to: branch:deploy, remote: ▶1}'),

  // consumers, variables, signers
  publish('config/wrong-type', 'consumers without environments', 'publish: {consumers: ▶[prod]}\n', { says: 'from environments' }),
  publish('config/bad-value', 'consumers of an environment that there is not', 'publish:\n  consumers: {▶prodd: []}\n', { says: 'did you mean prod?' }),
  publish('config/bad-value', 'a consumer without a name', 'publish:\n  consumers: {prod: [▶host]}\n', { says: 'there is no recipient host' }),
  publish('config/wrong-type', 'a run variable instead of a list', 'publish: {record: ▶PORT}\n'),
  publish('config/bad-value', 'a run variable that nothing maps', 'variables: {PORT: services/a#/port}\npublish: {record: [▶PROT]}\n', {
    says: 'did you mean PORT?',
  }),
  publish('config/bad-value', 'a file of signers that there is not', 'publish: {signers: ▶allowed_signers}\n', { says: 'there is no file' }),
  publish('config/bad-value', 'signers outside the repository', 'publish: {signers: ▶/etc/signers}\n', { says: 'starts with a slash' }),
]
