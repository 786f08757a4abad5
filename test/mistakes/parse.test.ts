import { mistakes, type Mistake } from './mistake.ts'

const A = 'environments/dev/services/a'
const yaml = (rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake => ({
  rule,
  what,
  files: { [`${A}.yaml`]: text },
  ...more,
})
const json = (rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake => ({
  rule,
  what,
  files: { [`${A}.json`]: text },
  ...more,
})

mistakes('parse', [
  yaml('parse/duplicate-key', 'a key twice', 'port: 1\nhost: x\n▶port: 2\n', { related: [`${A}.yaml:1:1`] }),
  yaml('parse/duplicate-key', 'a key twice in a flow mapping', 'a: {b: 1, ▶b: 2}\n'),
  yaml('parse/duplicate-key', 'a key twice, once quoted, CRLF', 'a:\r\n  b: 1\r\n  ▶"b": 2\r\n'),
  yaml('parse/number', 'an integer that a double cannot hold', 'id: ▶12345678901234567890\n'),
  yaml('parse/number', 'infinity', 'a:\n  - 1\n  - ▶.inf\n'),
  yaml('parse/number', 'not a number', 'a: ▶.nan\n'),
  yaml('parse/unknown-tag', 'a tag that nobody declared', 'password: ▶!vault secret/db\n'),
  yaml('parse/tag', 'a core tag that its text does not fit', 'port: ▶!!int eighty\n'),
  yaml('parse/unknown-anchor', 'an alias without an anchor', 'a: &x 1\nb: ▶*y\n'),
  yaml('parse/merge-key', 'a merge key with a scalar', 'a:\n  ▶<<: 5\n'),
  yaml('parse/complex-key', 'a list as a key', '▶[a, b]: 1\n'),
  yaml('parse/stream', 'two documents where one is expected', 'a: 1\n▶---\nb: 2\n'),
  yaml('parse/template', 'a Helm template', 'name: x\n▶{{- if .Values.on }}\non: true\n{{- end }}\n'),
  yaml('parse/template', 'a template that happens to parse', 'name: ▶{{ name }}\n'),
  yaml('parse/syntax', 'a tab as indentation', 'a:\n▶\tb: 1\n'),
  yaml('parse/syntax', 'a value after a quoted scalar', 'a: "x" ▶y\n'),
  yaml('parse/encoding', 'Latin-1', '', {
    files: { [`${A}.yaml`]: Buffer.from('name: caf\xe9\n', 'latin1') },
    at: `${A}.yaml:1:10`,
  }),
  yaml('parse/encoding', 'UTF-16', '', {
    files: { [`${A}.yaml`]: Buffer.from('\ufeffa: 1\n', 'utf16le') },
    at: `${A}.yaml:1:1`,
  }),
  yaml('parse/binary', 'an image under a YAML name', '', {
    files: { [`${A}.yaml`]: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]) },
    at: `${A}.yaml`,
  }),
  yaml('discover/lfs-pointer', 'a Git LFS pointer', '', {
    files: {
      [`${A}.yaml`]: 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
    },
    at: `${A}.yaml`,
  }),
  json('parse/syntax', 'a trailing comma', '{"a": 1▶,}\n'),
  json('parse/syntax', 'a comment', '{\n  ▶// no\n  "a": 1\n}\n'),
  json('parse/syntax', 'a missing brace', '▶{"a": 1'),
  json('parse/duplicate-key', 'a key twice', '{"a": 1, ▶"a": 2}', { related: [`${A}.json:1:2`] }),
  json('parse/number', 'an integer that a double cannot hold', '{"id": ▶9007199254740993}'),
  { rule: 'parse/syntax', what: 'a line of INI without a value', files: { [`${A}.ini`]: '[db]\nport = 1\n▶nonsense\n' } },
  { rule: 'parse/duplicate-key', what: 'a dotenv variable twice', files: { [`${A}.env`]: 'A=1\n▶A=2\n' }, related: [`${A}.env:1:1`] },
  { rule: 'parse/syntax', what: 'a dotenv line that is none', files: { [`${A}.env`]: 'A=1\n▶what is this\n' } },
  { rule: 'parse/duplicate-key', what: 'a TOML key twice', files: { [`${A}.toml`]: 'a = 1\n▶a = 2\n' } },
  { rule: 'parse/number', what: 'TOML infinity', files: { [`${A}.toml`]: 'a = ▶inf\n' } },
  {
    rule: 'parse/encrypted-name',
    what: 'plain text under an encrypted name',
    files: { [`${A}.sops.yaml`]: 'password: hunter2\n' },
    at: `${A}.sops.yaml:1:1`,
  },
  {
    rule: 'parse/flat-key',
    what: 'a flat key below a scalar',
    files: {
      'cairn.yaml': "environments: [dev]\nlayout: [{path: '{name}.yml', kind: services, keys: dotted}]\n",
      'a.yml': 'server: 1\n▶server.port: 2\n',
    },
  },
])
