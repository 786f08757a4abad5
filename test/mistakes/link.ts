import type { Mistake } from './mistake.ts'

const A = 'environments/dev/services/a.yaml'
const B = 'environments/dev/services/b.yaml'
const TARGET = { [B]: 'network:\n  port: 80\nlist: [1, 2]\nnothing: null\n' }
const BASE = { 'environments/base/environment.yaml': 'abstract: true\n', 'environments/dev/environment.yaml': 'inherits: base\n' }

/** A mistake in a reference of `services/a`. */
function reference(rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files: { ...TARGET, [A]: text }, ...more }
}

/** A mistake in a reference, with other files that matter. */
function among(rule: Mistake['rule'], what: string, files: Mistake['files'], more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files: { ...TARGET, ...files }, ...more }
}

/** Texts of which each is twice as long as the one before it. */
function doubling(): string {
  const twice = Array.from({ length: 17 }, (_, i) => `a${i + 1}: \${cairn:services/a#/a${i}}\${cairn:services/a#/a${i}}\n`)
  return `a0: 0123456789\n${twice.join('')}`
}

export const LINK: readonly Mistake[] = [
  // what is not there
  reference('link/dangling', 'a document that there is not', 'url: ▶${cairn:services/unheard-of#/network/port}\n'),
  reference('link/dangling', 'a misspelt kind', 'url: ▶${cairn:service/b#/network/port}\n', { says: 'did you mean services/b?' }),
  reference('link/dangling', 'a misspelt key', 'url: ▶${cairn:services/b#/network/prot}\n', {
    says: 'did you mean /network/port?',
    related: [`${B}:1:1`],
  }),
  reference('link/dangling', 'an item that the list has not', 'a: ▶${cairn:services/b#/list/2}\n', { says: '2 items' }),
  reference('link/dangling', 'a key of a scalar', 'a: ▶${cairn:services/b#/network/port/number}\n', { says: '/network/port is a number' }),
  reference('link/dangling', 'a variable that nothing sets', 'domain: ▶${cairn:var#DOMAIN}\n'),
  reference('link/dangling', 'a label that nothing sets', 'region: ▶${cairn:environment#/labels/region}\n'),
  among('link/dangling', 'a misspelt variable', { [A]: 'a: ▶${cairn:var#DOMIAN}\n', 'environments/dev/environment.yaml': 'variables: {DOMAIN: x}\n' }, {
    says: 'did you mean DOMAIN?',
    related: ['environments/dev/environment.yaml'],
  }),
  among('link/dangling', 'a document of another environment', { [A]: 'a: ▶${cairn:services/c#/x}\n', 'environments/prod/services/c.yaml': 'x: 1\n' }, {
    says: 'exists, but not in dev',
  }),
  among(
    'link/dangling',
    'a value that a null has removed',
    { ...BASE, [A]: 'a: ▶${cairn:services/c#/x}\n', 'environments/base/services/c.yaml': 'x: 1\ny: 2\n', 'environments/dev/services/c.yaml': 'x: null\n' },
    { related: ['environments/dev/services/c.yaml:1:4'] },
  ),
  among(
    'link/dangling',
    'a variable that one of two environments lacks',
    {
      ...BASE,
      'environments/prod/environment.yaml': 'inherits: base\nvariables: {DOMAIN: x}\n',
      'environments/base/services/a.yaml': 'url: https://▶${cairn:var#DOMAIN}/\n',
    },
    { environments: ['dev'] },
  ),
  among('link/dangling', 'a reference in a run variable', { [A]: 'u: x\n', 'cairn.yaml': 'environments: [dev]\nvariables: {U: services/a#/u}\n' }, {
    variables: { U: 'http://${cairn:services/b#/host}' },
    at: 'variable U',
  }),

  // the place in texts of all shapes
  reference('link/dangling', 'the second of two references', 'url: "http://${cairn:services/b#/network/port}:▶${cairn:services/b#/x}"\n'),
  reference('link/dangling', 'in a list', 'urls:\n  - a\n  - x ▶${cairn:services/z#/a} y\n'),
  reference('link/dangling', 'in a list in brackets', 'a: {b: [x, "▶${cairn:services/b#/x}"]}\n'),
  reference('link/dangling', 'after escapes', 'a: "\\t\\"\\u00e9\\" ▶${cairn:services/b#/x}"\n'),
  reference('link/dangling', 'after letters beyond the basic plane', 'a: größe 😀😀 ▶${cairn:services/b#/x}\n'),
  reference('link/dangling', 'in a block scalar', 'script: |\n  set -e\n  curl ▶${cairn:services/b#/x}\n'),
  reference('link/dangling', 'in a folded block scalar', 'script: >-\n  one\n  two\n\n   three ▶${cairn:services/b#/x}\n'),
  reference('link/dangling', 'in plain text over two lines', 'a: one\n  two ▶${cairn:services/b#/x}\n'),
  reference('link/dangling', 'behind an alias', 'x: &x ▶${cairn:services/b#/x}\ny: *x\n'),
  reference('link/dangling', 'behind a merge key', 'x: &x {u: "▶${cairn:services/b#/x}"}\ny:\n  <<: *x\n  v: 1\n'),
  reference('link/dangling', 'after a byte order mark, with CRLF', '\ufeffa: 1\r\nb:\r\n  - "x ▶${cairn:services/b#/x}"\r\n'),
  among('link/dangling', 'in JSON', { 'environments/dev/services/c.json': '{\n  "u": "\\u00e9 ▶${cairn:services/b#/x}"\n}\n' }),
  among('link/dangling', 'in TOML, over lines', { 'environments/dev/services/c.toml': '[c]\nu = """\na\n  ▶${cairn:services/b#/x}"""\n' }),
  among('link/dangling', 'in INI, in quotes', { 'environments/dev/services/c.ini': '[c]\nu = "a ▶${cairn:services/b#/x}"\n' }),
  among('link/dangling', 'in dotenv, after export', { 'environments/dev/services/c.env': 'A=1\nexport U="a ▶${cairn:services/b#/x}"\n' }),
  among('link/dangling', 'in a list of a document of a stream', {
    'cairn.yaml': "environments: [dev]\nlayout:\n  - {path: 'environments/{environment}/{kind}/{name}.yaml'}\n  - {path: all.yml, kind: k, name: {at: /n}, stream: true}\n",
    'all.yml': 'n: x\n---\nn: y\nitems:\n  - url: ${cairn:services/b#/network/port}\n  - url: ▶${cairn:services/b#/x}\n',
  }),
  among('link/dangling', 'in a list that three layers of a stream make', {
    'cairn.yaml': "environments: [dev]\nlayout:\n  - {path: 'environments/{environment}/{kind}/{name}.yaml'}\n  - {path: '{name}.yml', kind: k, stream: true}\n",
    'a.yml': 'l: [1]\n---\nl: !append\n  - 2\n  - u: ▶${cairn:services/b#/x}\n---\nl: !append [3]\n',
  }),

  // references that are none
  reference('link/syntax', 'no pointer', 'a: ▶${cairn:services/b}\n', { says: '"services/b#/key"' }),
  reference('link/syntax', 'a pointer without its slash', 'a: ▶${cairn:services/b#network/port}\n', { says: 'starts with "/"' }),
  reference('link/syntax', 'dots instead of a pointer', 'a: ▶${cairn:services/b.network.port}\n', { says: 'needs a "#"' }),
  reference('link/syntax', 'no kind', 'a: ▶${cairn:b#/network}\n', { says: 'kind/name' }),
  reference('link/syntax', 'env instead of environment', 'a: ▶${cairn:env#/labels/region}\n', { says: '"environment"' }),
  reference('link/syntax', 'a variable without its name', 'a: ▶${cairn:var#}\n'),
  reference('link/syntax', 'no closing brace', 'a: x ▶${cairn:services/b#/network\n', { says: 'not closed on its line' }),
  reference('link/syntax', 'no closing brace before the next one', 'a: ▶${cairn:services/b#/list and ${cairn:services/b#/network/port}\n'),
  among('link/syntax', 'a reference inside a reference', {
    [A]: 'a: ▶${cairn:services/${cairn:var#NAME}#/network}\n',
    'environments/dev/environment.yaml': 'variables: {NAME: b}\n',
  }),
  among('link/syntax', 'a reference to a label that holds one', {
    [A]: 'a: ▶${cairn:environment#/labels/url}\n',
    'environments/dev/environment.yaml': "labels: {url: 'https://${cairn:var#DOMAIN}'}\n",
  }),

  // what cannot be put in
  reference('link/not-scalar', 'a mapping inside a text', 'a: "x ▶${cairn:services/b#/network}"\n', { says: 'is a mapping' }),
  reference('link/not-scalar', 'a list inside a text', 'a: x ▶${cairn:services/b#/list}\n', { says: 'is a list' }),
  reference('link/not-scalar', 'null inside a text', 'a: x ▶${cairn:services/b#/nothing}\n', { says: 'is null' }),
  reference('link/cycle', 'a value that refers to itself', 'a: ▶${cairn:services/a#/a}\n'),
  reference('link/cycle', 'a value that refers to what it is in', 'a:\n  b: ▶${cairn:services/a#/a}\n', { says: 'services/a#/a/b → services/a#/a' }),
  reference('link/cycle', 'two values that refer to one another', 'a: ▶${cairn:services/a#/b}\nb: x${cairn:services/a#/a}\n', { related: [`${A}:2:5`] }),
  among('link/cycle', 'two documents that refer to one another', { [A]: 'a: ▶${cairn:services/b#/a}\n', [B]: 'a: ${cairn:services/a#/a}\n' }, {
    related: [`${B}:1:4`],
  }),
  among(
    'link/cycle',
    'a circle of three documents, in two environments',
    {
      ...BASE,
      'environments/prod/environment.yaml': 'inherits: base\n',
      'environments/base/services/z.yaml': 'a: http://${cairn:services/x#/a}\n',
      'environments/base/services/x.yaml': 'a: ▶${cairn:services/y#/a}\n',
      'environments/base/services/y.yaml': 'a: ${cairn:services/z#/a}\n',
    },
    { says: 'services/x#/a → services/y#/a → services/z#/a → services/x#/a', environments: ['dev', 'prod'] },
  ),
  { rule: 'link/too-large', what: 'texts that double', files: { [A]: doubling() }, at: `${A}:18:30` },
]
