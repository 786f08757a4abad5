import type { Mistake } from './mistake.ts'

const A = 'environments/dev/services/a.yaml'

function yaml(rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files: { [A]: text }, ...more }
}

/** A mistake in the bytes of the file. */
function bytes(rule: Mistake['rule'], what: string, content: Uint8Array, at: string): Mistake {
  return { rule, what, files: { [A]: content }, at: `${A}${at}` }
}

export const YAML: readonly Mistake[] = [
  // indentation
  yaml('parse/syntax', 'a key indented less than its siblings', 'server:\n  host: a\n ▶port: 1\n', { says: 'indentation' }),
  yaml('parse/syntax', 'a key indented more than its siblings', 'server:\n  host: a\n    ▶port: 1\n', { says: 'indentation' }),
  yaml('parse/syntax', 'a key of a list item one blank too far', 'items:\n  - name: a\n     ▶port: 1\n', { says: 'indentation' }),
  yaml('parse/syntax', 'a list item indented less than the first', 'items:\n  - a\n ▶- b\n', { says: 'indentation' }),
  yaml('parse/syntax', 'a key after list items of its own indentation', 'hosts:\n  - a\n  ▶port: 1\n'),
  yaml('parse/syntax', 'a list item at the top of a mapping', 'a: 1\n▶- b\n', { says: 'complete before this' }),
  yaml('parse/syntax', 'a line of a block scalar indented less than the first', 'script: |\n    set -e\n  ▶exit 1\n'),
  yaml('parse/syntax', 'a closing bracket below its key', 'hosts: [\n  a,\n  b\n▶]\n', { says: 'indented further than the key' }),
  yaml('parse/syntax', 'wrong indentation with CRLF', 'a:\r\n  b: 1\r\n ▶c: 2\r\n'),
  yaml('parse/syntax', 'a tab as indentation', 'a:\n▶\tb: 1\n', { says: 'tabs' }),
  yaml('parse/syntax', 'a tab below blanks', 'a:\n  b: 1\n▶\tc: 2\n', { says: 'tabs' }),
  yaml('parse/syntax', 'a tab after blanks', 'a:\n  b: 1\n  ▶\tc: 2\n', { says: 'tabs' }),
  yaml('parse/syntax', 'tabs inside brackets', 'a: {\n▶\tb: 1\n\t}\n', { says: 'tabs' }),
  yaml('parse/syntax', 'a tab between the dash and the mapping of an item', 'a:\n  -▶\tb: 1\n    c: 2\n', { says: 'tabs' }),
  yaml('parse/syntax', 'a tab before a list item', 'a:\n▶\t- b\n', { says: 'tabs' }),

  // colons, quotes, brackets
  yaml('parse/syntax', 'a key without a colon', 'host: a\n▶port 80\nname: b\n', { says: '`: `' }),
  yaml('parse/syntax', 'a key without a blank after its colon', 'host: a\n▶port:80\n', { says: '`: `' }),
  yaml('parse/syntax', 'a colon in plain text', 'title: note▶: this\n', { says: 'quote the text' }),
  yaml('parse/syntax', 'a list on the line of its key', 'hosts: ▶- a\n', { says: 'a line of its own' }),
  yaml('parse/syntax', 'a double quote that is not closed', 'name: ▶"a\nport: 1\n', { says: 'not closed' }),
  yaml('parse/syntax', 'a single quote that is not closed', "name: ▶'a\nport: 1\nhost: b\n", { says: 'not closed' }),
  yaml('parse/syntax', 'an apostrophe in single quotes', "name: 'it'▶s'\n"),
  yaml('parse/syntax', 'text after a quoted scalar', 'name: "a" ▶b\n'),
  yaml('parse/syntax', 'a comment without a blank before it', 'name: "a"▶#b\n'),
  yaml('parse/syntax', 'a list that is not closed', 'hosts: ▶[a, b\nport: 1\n', { says: 'not closed' }),
  yaml('parse/syntax', 'a mapping that is not closed', 'limits: ▶{cpu: 1, memory: 2\nport: 1\n', { says: 'not closed' }),
  yaml('parse/syntax', 'a bracket too many', 'hosts: [a]▶]\n', { says: 'closes nothing' }),
  yaml('parse/syntax', 'a missing comma', 'limits: {cpu: 1 memory▶: 2}\n', { says: 'comma' }),
  yaml('parse/syntax', 'a reference without quotes inside brackets', 'hosts: [▶${cairn:services/b#/host}]\n', { says: 'in quotes' }),
  yaml('parse/syntax', 'a comma too many', 'hosts: [a,▶, b]\n', { says: 'comma' }),
  yaml('parse/syntax', 'a backslash in double quotes', 'path: "C:▶\\work"\n', { says: 'no such escape' }),
  yaml('parse/syntax', 'plain text that starts with @', 'owner: ▶@platform\n', { says: 'quotes' }),
  yaml('parse/syntax', 'plain text that starts with a backtick', 'command: ▶`date`\n', { says: 'quotes' }),
  yaml('parse/syntax', 'text on the line of a block scalar', 'text: | ▶hello\n  world\n'),
  yaml('parse/syntax', 'a control character', 'name: a▶\u0007b\n', { says: 'control character' }),
  yaml('parse/syntax', 'an anchor without a name', 'a: ▶& b\n', { says: 'a name' }),
  yaml('parse/syntax', 'an alias with an anchor', 'a: &x 1\nb: &y ▶*x\n'),
  yaml('parse/syntax', 'a directive that there is not', '▶%FOO bar\na: 1\n'),
  yaml('parse/syntax', 'a merge conflict', 'a: 1\n▶<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n', { says: 'a merge conflict' }),

  // keys
  yaml('parse/duplicate-key', 'a key twice', 'port: 1\nhost: x\n▶port: 2\n', { related: [`${A}:1:1`] }),
  yaml('parse/duplicate-key', 'a key twice in brackets', 'a: {b: 1, ▶b: 2}\n'),
  yaml('parse/duplicate-key', 'a key twice, once quoted, with CRLF', 'a:\r\n  b: 1\r\n  ▶"b": 2\r\n', { related: [`${A}:2:3`] }),
  yaml('parse/duplicate-key', 'a number and a text of the same letters', "80: a\n▶'80': b\n"),
  yaml('parse/duplicate-key', 'a key twice in a list item', '- name: a\n  port: 1\n  ▶name: b\n'),
  yaml('parse/complex-key', 'a list as a key', '▶[a, b]: 1\n', { says: 'a list' }),
  yaml('parse/complex-key', 'a mapping as a key', '? ▶{a: 1}\n: 2\nb: 3\n', { says: 'a mapping' }),
  yaml('parse/complex-key', 'an alias to a list as a key', 'a: &x [1]\n▶*x : 2\n'),
  yaml('parse/complex-key', 'a key that is half a character', '▶"\\ud83d": 1\n'),

  // anchors, aliases, merge keys
  yaml('parse/unknown-anchor', 'a misspelt alias', 'defaults: &defaults {a: 1}\nb: ▶*defualts\n', { says: 'did you mean *defaults?' }),
  yaml('parse/unknown-anchor', 'an alias before its anchor', 'b: ▶*later\na: &later 1\n'),
  yaml('parse/unknown-anchor', 'a wildcard without quotes', 'hosts:\n  - ▶*.example.com\n', { says: 'quote it' }),
  yaml('parse/unknown-anchor', 'a merge key with an anchor of another file', 'a:\n  <<: ▶*defaults\n  b: 1\n'),
  yaml('parse/unknown-anchor', 'an alias inside its own anchor', 'a: &x\n  b: ▶*x\n', { says: 'its own anchor' }),
  yaml('parse/merge-key', 'a merge key with a scalar', 'x: &x 1\na:\n  ▶<<: *x\n  b: 1\n', { says: 'a number' }),
  yaml('parse/merge-key', 'a merge key with a list that holds a scalar', 'x: &x {a: 1}\nb:\n  ▶<<: [*x, y]\n', { says: 'a string' }),

  // scalars and tags
  yaml('parse/number', 'an integer that a double cannot hold', 'id: ▶12345678901234567890\n', { says: 'quote it' }),
  yaml('parse/number', 'a hexadecimal number that is too large', 'id: ▶0xFFFFFFFFFFFFFFFF\n'),
  yaml('parse/number', 'a number beyond the largest double', 'a: ▶1e400\n', { says: 'infinity' }),
  yaml('parse/number', 'infinity', 'a:\n  - 1\n  - ▶.inf\n'),
  yaml('parse/number', 'not a number, after letters beyond the basic plane', '{name: "größe 😀", limit: ▶.nan}\n'),
  yaml('parse/unknown-tag', 'a tag that nobody declared', 'password: ▶!vault secret/db\n', { says: '`tags` in cairn.yaml' }),
  yaml('parse/unknown-tag', 'plain text that starts with !', 'note: ▶!important call back\n'),
  yaml('parse/unknown-tag', 'a type that JSON has not', 'when: ▶!!timestamp 2026-01-01\n', { says: 'JSON' }),
  yaml('parse/unknown-tag', 'a type of another language', 'a: ▶!!python/tuple [1]\n'),
  yaml('parse/unknown-tag', 'a key that starts with !', 'a:\n  ▶!b: 1\n', { says: 'quote a key' }),
  yaml('parse/unknown-tag', 'a tag on a mapping', 'a: ▶!Ref {b: 1}\n'),
  yaml('parse/tag', 'a core tag that its text does not fit', 'port: ▶!!int eighty\n', { says: 'an integer' }),
  yaml('parse/tag', 'a core tag on a mapping', 'a: ▶!!str {b: 1}\n', { says: 'a string' }),
  yaml('parse/tag', 'yes as a boolean', 'a: ▶!!bool yes\n', { says: 'true or false' }),
  yaml('parse/tag', 'a merge tag before the key', '▶!append hosts: [a]\n', { says: 'before the value' }),

  // documents
  yaml('parse/stream', 'two documents where one is expected', 'a: 1\n▶---\nb: 2\n', { says: '`stream: true`' }),
  yaml('parse/stream', 'three documents where one is expected', '---\na: 1\n▶---\nb: 2\n---\nc: 3\n'),
  yaml('parse/stream', 'a document after the end of the first', 'a: 1\n...\n▶b: 2\n'),
  yaml('parse/template', 'a Helm template', 'name: x\n▶{{- if .Values.on }}\non: true\n{{- end }}\n', { says: 'ignore' }),
  yaml('parse/template', 'a template that happens to parse', 'name: ▶{{ name }}\n'),
  yaml('parse/template', 'a template before text', 'name: ▶{{ .Release.Name }}-app\n'),
  yaml('parse/template', 'Jinja', 'a: 1\n▶{% if x %}\nb: 2\n{% endif %}\n'),
  yaml('parse/too-deep', 'a hundred and one lists', `a: ${'['.repeat(99)}▶[[${']'.repeat(101)}\n`),
  yaml('parse/too-deep', 'aliases that lead deep', `a: &a ${'['.repeat(60)}${']'.repeat(60)}\nb: ${'['.repeat(60)}▶*a${']'.repeat(60)}\n`),
  yaml('parse/too-many-nodes', 'aliases of aliases', `a: &a [${'x, '.repeat(1000)}]\nb: &b [${'*a, '.repeat(900)}]\nc: [▶*b]\n`),

  // bytes
  bytes('parse/encoding', 'Latin-1', Buffer.from('name: caf\xe9\n', 'latin1'), ':1:10'),
  bytes('parse/encoding', 'a byte that is not UTF-8, after letters beyond the basic plane', Buffer.concat([Buffer.from('a: 1\nb: 😀'), Buffer.from([0xff])]), ':2:6'),
  bytes('parse/encoding', 'UTF-16', Buffer.from('\ufeffa: 1\n', 'utf16le'), ':1:1'),
  yaml('parse/encoding', 'half a surrogate pair', 'icon: ▶"\\ud83d"\n', { says: 'surrogate' }),
  bytes('parse/binary', 'an image under a YAML name', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), ''),
  bytes('parse/binary', 'UTF-16 without a byte order mark', Buffer.from('a: 1\n', 'utf16le'), ''),
  yaml('parse/duplicate-key', 'a byte order mark and CRLF', '\ufeffa: 1\r\nb:\r\n  c: 1\r\n  ▶c: 2\r\n', { related: [`${A}:3:3`] }),
  yaml('parse/number', 'lines that end in a lone CR', 'a: 1\rb: 2\rc: ▶.inf\r'),
]
