import { describe, expect, it } from 'vitest'
import { sameValue, type Mapping, type Value } from '../../src/core/value.ts'
import { keep } from '../../src/core/vault.ts'
import { layer, legible, told, variables } from '../merge/layers.ts'
import { link, worldOf, type Documents, type WorldOptions } from './world.ts'

interface Case {
  readonly name: string
  /** The document `services/a`. */
  readonly text: Documents[string]
  readonly documents?: Documents
  readonly world?: Omit<WorldOptions, 'documents'>
  readonly value: unknown
  readonly findings?: readonly string[]
}

function check({ text, documents = {}, world = {}, value, findings = [] }: Case): void {
  const made = worldOf({ documents: { 'services/a': text, ...documents }, ...world })
  const { linked, found } = link(made, 'services/a')
  expect(legible(linked.value)).toEqual(value)
  expect(told(found)).toEqual(findings)
  for (const { environment } of found) expect(environment).toBe('production-eu')
}

const embedding = { 'services/embedding': 'network:\n  host: embed\n  port: 8080\n  tls: {on: true}\n  zones: [a, b]\nnone: null' }
const labels = { region: 'eu', tier: 1 }
const vars = { HOST: 'h', PORT: 80, LIST: [1, 2] }

const values: Case[] = [
  {
    name: 'a reference takes the target\'s type',
    text: 'n: ${cairn:services/embedding#/network/port}\nb: "${cairn:services/embedding#/network/tls/on}"\nm: ${cairn:services/embedding#/network/tls}\nl: ${cairn:services/embedding#/network/zones}\ni: ${cairn:services/embedding#/network/zones/1}\nnone: ${cairn:services/embedding#/none}',
    documents: embedding,
    value: { n: 8080, b: true, m: { on: true }, l: ['a', 'b'], i: 'b', none: null },
  },
  {
    name: 'in a text, scalars are written out',
    text: 'url: http://${cairn:services/embedding#/network/host}:${cairn:services/embedding#/network/port}/?tls=${cairn:services/embedding#/network/tls/on}',
    documents: embedding,
    value: { url: 'http://embed:8080/?tls=true' },
  },
  {
    name: 'a space makes it a text',
    text: 'n: "${cairn:services/embedding#/network/port} "',
    documents: embedding,
    value: { n: '8080 ' },
  },
  {
    name: 'the whole document',
    text: 'all: ${cairn:services/b#}',
    documents: { 'services/b': 'x: 1' },
    value: { all: { x: 1 } },
  },
  {
    name: 'an empty document',
    text: 'all: ${cairn:services/b#}',
    documents: { 'services/b': '' },
    value: { all: null },
  },
  { name: 'its own values', text: 'a: 1\nb: ${cairn:services/a#/a}', value: { a: 1, b: 1 } },
  {
    name: 'the environment and its variables',
    text: 'r: ${cairn:environment#/labels/region}\nn: ${cairn:environment#/name}\nt: x-${cairn:environment#/labels/tier}\nh: ${cairn:var#HOST}:${cairn:var#PORT}\np: ${cairn:environment#/variables/PORT}\nl: ${cairn:var#LIST}',
    world: { labels, variables: vars },
    value: { r: 'eu', n: 'production-eu', t: 'x-1', h: 'h:80', p: 80, l: [1, 2] },
  },
  {
    name: 'in lists, at any depth; never in keys',
    text: 'l: [1, {"${cairn:var#HOST}": ["${cairn:var#HOST}"]}]',
    world: { variables: vars },
    value: { l: [1, { '${cairn:var#HOST}': ['h'] }] },
  },
  {
    name: 'a document that is one text',
    text: '${cairn:var#LIST}',
    world: { variables: vars },
    value: [1, 2],
  },
  {
    name: 'escapes, and other people\'s references',
    text: 'a: $${cairn:var#HOST}\nb: $$${cairn:x\nc: ${HOST} $HOST ${env:X} ${{ github.sha }} $${x} ${cairn} ${ cairn:x}\nd: $${cairn:a} and ${cairn:var#HOST}',
    world: { variables: vars },
    value: {
      a: '${cairn:var#HOST}',
      b: '$${cairn:x',
      c: '${HOST} $HOST ${env:X} ${{ github.sha }} $${x} ${cairn} ${ cairn:x}',
      d: '${cairn:a} and h',
    },
  },
  {
    name: 'pointers with escapes, and names with dots, dashes and slashes',
    text: 'a: ${cairn:services/team/x.y-z#/a~1b/c~0d/}',
    documents: { 'services/team/x.y-z': '"a/b": {"c~d": {"": 7}}' },
    value: { a: 7 },
  },
  {
    name: 'prototype keys',
    text: 'a: ${cairn:services/b#/__proto__/constructor}\n"__proto__": ${cairn:services/b#/x}',
    documents: { 'services/b': '{"__proto__": {constructor: 5}, x: 6}' },
    value: Object.fromEntries([['a', 5], ['__proto__', 6]]),
  },
  {
    name: 'references to references, through texts and mappings and lists',
    text: 'x: ${cairn:services/b#/y}\nz: 1\nm: ${cairn:services/b#/m}\ni: ${cairn:services/b#/all/l/0/v}',
    documents: {
      'services/b': 'y: <${cairn:services/a#/z}>\nm: {k: ["${cairn:services/c#/v}"], o: 2}\nall: ${cairn:services/c#}',
      'services/c': 'v: 3\nl: [{v: "${cairn:services/c#/v}"}]',
    },
    value: { x: '<1>', z: 1, m: { k: [3], o: 2 }, i: 3 },
  },
  {
    name: 'what a target escapes is not read again',
    text: 'a: ${cairn:services/b#/t}!',
    documents: { 'services/b': 't: $${cairn:var#HOST}' },
    value: { a: '${cairn:var#HOST}!' },
  },
  {
    name: 'in a run variable',
    text: [layer('a.yaml', 'p: 1'), variables({ '/p': ['PORT', '${cairn:var#HOST}'] })],
    world: { variables: vars },
    value: { p: 'h' },
  },
  { name: 'a document that is a hole', text: '!hole x', value: '<hole>' },
]

const opaque: Case[] = [
  {
    name: 'a sealed leaf passes as it is, and makes a text unresolved',
    text: 'a: ${cairn:services/b#/p}\nb: "x:${cairn:services/b#/p}"\nc: ${cairn:services/b#}',
    documents: { 'services/b': 'p: !sealed ENC' },
    value: { a: '<sealed>', b: '<unresolved>', c: { p: '<sealed>' } },
  },
  {
    name: 'opened text is never read',
    text: [layer('a.yaml', '', { value: { p: keep('${cairn:var#NO}', 'str') } })],
    value: { p: '<secret>' },
  },
  {
    name: 'holes pass in silence',
    text: 'a: ${cairn:services/b#/h}\nb: x${cairn:services/b#/h}\nc: ${cairn:services/b#/h/deeper}\nd: ${cairn:services/c#/x/y}\ne: "${cairn:services/b#/h}${cairn:services/b#/s}"',
    documents: { 'services/b': 'h: !hole x\ns: !sealed y', 'services/c': '!hole x' },
    value: { a: '<hole>', b: '<hole>', c: '<hole>', d: '<hole>', e: '<hole>' },
  },
  {
    name: 'what is wrong in a target is the target\'s own finding',
    text: 'a: ${cairn:services/b#/broken}\nb: <${cairn:services/b#/m}>',
    documents: { 'services/b': 'broken: ${cairn:services/none#/x}\nm: ${cairn:oops}' },
    value: { a: '<hole>', b: '<hole>' },
  },
  {
    name: 'into a sealed leaf leads nothing',
    text: 'a: ${cairn:services/b#/p/q}',
    documents: { 'services/b': 'p: !sealed ENC' },
    value: { a: '<hole>' },
    findings: [
      'services/a.yaml:1:4 error link/dangling services/b has no /p/q; /p is a sealed value',
      '  services/b.yaml:1:1 this is the nearest that exists',
    ],
  },
]

const notClosed = 'this reference is not closed on its line: end it with "}"'
const scheme = 'a reference names a document (kind/name), "environment" or "var" before "#", and this one names'
const syntax: Case[] = [
  {
    name: 'not closed',
    text: 'a: x ${cairn:services/b#/p',
    value: { a: '<hole>' },
    findings: [`services/a.yaml:1:6 error link/syntax ${notClosed}`],
  },
  {
    name: 'closed on another line',
    text: 'a: |\n  x ${cairn:var#HOST\n  }',
    value: { a: '<hole>' },
    findings: [`services/a.yaml:2:5 error link/syntax ${notClosed}`],
  },
  {
    name: 'no scheme',
    text: 'a: ${cairn:foo}',
    value: { a: '<hole>' },
    findings: [`services/a.yaml:1:4 error link/syntax ${scheme} "foo"`],
  },
  {
    name: 'an unknown scheme with a pointer',
    text: 'a: "${cairn:foo#/x}"',
    value: { a: '<hole>' },
    findings: [`services/a.yaml:1:5 error link/syntax ${scheme} "foo"`],
  },
  {
    name: 'nothing at all',
    text: 'a: ${cairn:}',
    value: { a: '<hole>' },
    findings: [`services/a.yaml:1:4 error link/syntax ${scheme} nothing`],
  },
  {
    name: 'a kind without a name',
    text: 'a: ${cairn:services/#/x}',
    value: { a: '<hole>' },
    findings: [`services/a.yaml:1:4 error link/syntax ${scheme} "services/"`],
  },
  {
    name: 'no #',
    text: 'a: ${cairn:services/b}\nb: ${cairn:environment}\nc: ${cairn:var}',
    value: { a: '<hole>', b: '<hole>', c: '<hole>' },
    findings: [
      'services/a.yaml:1:4 error link/syntax a reference needs a "#": "services/b#" is the whole document, "services/b#/key" a value in it',
      'services/a.yaml:2:4 error link/syntax a reference needs a "#": "environment#" is all of the environment, "environment#/key" a value in it',
      'services/a.yaml:3:4 error link/syntax write "var#" and the variable\'s name',
    ],
  },
  {
    name: 'a variable without a name',
    text: 'a: ${cairn:var#}',
    value: { a: '<hole>' },
    findings: ['services/a.yaml:1:4 error link/syntax a reference to a variable needs its name after "#"'],
  },
  {
    name: 'no pointer',
    text: 'a: ${cairn:services/b#x}\nb: ${cairn:services/b#/~2}\nc: ${cairn:environment#labels}',
    value: { a: '<hole>', b: '<hole>', c: '<hole>' },
    findings: [1, 2, 3].map((line) => `services/a.yaml:${line}:4 error link/syntax what follows "#" is a JSON Pointer (RFC 6901): it starts with "/", and "~" is only in "~0" and "~1"`),
  },
  {
    name: 'one in another, or not closed before the next',
    text: 'a: ${cairn:services/${cairn:var#NO}#/p}\nb: ${cairn:var#HOST ${HOST}',
    world: { variables: vars },
    value: { a: '<hole>', b: '<hole>' },
    findings: [
      'services/a.yaml:1:4 error link/syntax this reference is not closed before the next "${": end it with "}"; a reference cannot hold another',
      'services/a.yaml:1:21 error link/dangling production-eu has no variable NO',
      '  environment.yaml production-eu is defined here',
      'services/a.yaml:2:4 error link/syntax this reference is not closed before the next "${": end it with "}"; a reference cannot hold another',
    ],
  },
  {
    name: 'several in one text, each at its place',
    text: 'a: "${cairn:a} ${cairn:var#HOST} $${cairn:x} ${cairn:b}"',
    world: { variables: vars },
    value: { a: '<hole>' },
    findings: [
      `services/a.yaml:1:5 error link/syntax ${scheme} "a"`,
      `services/a.yaml:1:46 error link/syntax ${scheme} "b"`,
    ],
  },
  {
    name: 'a variable that holds a reference',
    text: 'a: ${cairn:var#X}\nb: ${cairn:environment#/labels}',
    world: { variables: { X: 'x-${cairn:var#Y}' }, labels: { l: ['${cairn:var#Y}'] } },
    value: { a: '<hole>', b: '<hole>' },
    findings: [
      'services/a.yaml:1:4 error link/syntax var#X holds a reference itself, and labels and variables are not resolved',
      'services/a.yaml:2:4 error link/syntax environment#/labels holds a reference itself, and labels and variables are not resolved',
    ],
  },
]

const cannot = 'which cannot stand in a text: only strings, numbers and booleans can'
const dangling: Case[] = [
  {
    name: 'no such document, with the nearest of its kind',
    text: 'a: ${cairn:services/embeding#/x}',
    documents: { ...embedding, 'service/embeding': '' },
    value: { a: '<hole>' },
    findings: [
      'services/a.yaml:1:4 error link/dangling there is no document services/embeding; did you mean services/embedding?',
    ],
  },
  {
    name: 'no such kind, with the nearest document',
    text: 'a: ${cairn:service/embedding#/x}',
    documents: embedding,
    value: { a: '<hole>' },
    findings: [
      'services/a.yaml:1:4 error link/dangling there is no document service/embedding; did you mean services/embedding?',
    ],
  },
  {
    name: 'nothing near',
    text: 'a: ${cairn:models/mixtral#/x}',
    value: { a: '<hole>' },
    findings: ['services/a.yaml:1:4 error link/dangling there is no document models/mixtral'],
  },
  {
    name: 'in another environment only',
    text: 'a: ${cairn:services/far#/x}',
    world: { elsewhere: ['services/far'] },
    value: { a: '<hole>' },
    findings: ['services/a.yaml:1:4 error link/dangling services/far exists, but not in production-eu'],
  },
  {
    name: 'no such key, with the nearest sibling and the parent\'s place',
    text: 'a: x ${cairn:services/embedding#/network/prot}',
    documents: embedding,
    value: { a: '<hole>' },
    findings: [
      'services/a.yaml:1:6 error link/dangling services/embedding has no /network/prot; did you mean /network/port?',
      '  services/embedding.yaml:1:1 this is the nearest that exists',
    ],
  },
  {
    name: 'the path ends early',
    text: 'a: ${cairn:services/embedding#/network/port/x}\nb: ${cairn:services/embedding#/network/zones/2}\nc: ${cairn:services/embedding#/none/x}\nd: ${cairn:services/embedding#/nothing/x}',
    documents: embedding,
    value: { a: '<hole>', b: '<hole>', c: '<hole>', d: '<hole>' },
    findings: [
      'services/a.yaml:1:4 error link/dangling services/embedding has no /network/port/x; /network/port is a number',
      '  services/embedding.yaml:3:3 this is the nearest that exists',
      'services/a.yaml:2:4 error link/dangling services/embedding has no /network/zones/2; the list at /network/zones has 2 items',
      '  services/embedding.yaml:5:3 this is the nearest that exists',
      'services/a.yaml:3:4 error link/dangling services/embedding has no /none/x; /none is null',
      '  services/embedding.yaml:6:1 this is the nearest that exists',
      'services/a.yaml:4:4 error link/dangling services/embedding has no /nothing',
      '  services/embedding.yaml:1:1 this is the nearest that exists',
    ],
  },
  {
    name: 'a value that an overlay removes',
    text: 'a: ${cairn:services/b#/m/x}',
    documents: { 'services/b': { 'base/b.yaml': 'm: {x: 1, y: 2}', 'prod/b.yaml': 'm: {x: null}' } },
    value: { a: '<hole>' },
    findings: ['services/a.yaml:1:4 error link/dangling services/b has no /m/x', '  prod/b.yaml:1:8 removed here'],
  },
  {
    name: 'inside what another reference leads to',
    text: 'a: ${cairn:services/b#/n/prot}',
    documents: { 'services/b': 'x: 1\nn: ${cairn:services/embedding#/network}', ...embedding },
    value: { a: '<hole>' },
    findings: [
      'services/a.yaml:1:4 error link/dangling services/b has no /n/prot; did you mean /n/port?',
      '  services/b.yaml:2:1 this is the nearest that exists',
    ],
  },
  {
    name: 'an empty document',
    text: 'a: ${cairn:services/b#/x}',
    documents: { 'services/b': '' },
    value: { a: '<hole>' },
    findings: [
      'services/a.yaml:1:4 error link/dangling services/b has no /x; the document is null',
      '  services/b.yaml:1:1 this is the nearest that exists',
    ],
  },
  {
    name: 'no such variable or label',
    text: 'a: ${cairn:var#HOSTS}\nb: ${cairn:environment#/labels/regoin}\nc: ${cairn:environment#/nothing}',
    world: { variables: vars, labels },
    value: { a: '<hole>', b: '<hole>', c: '<hole>' },
    findings: [
      'services/a.yaml:1:4 error link/dangling production-eu has no variable HOSTS; did you mean HOST?',
      '  environment.yaml production-eu is defined here',
      'services/a.yaml:2:4 error link/dangling the environment production-eu has no /labels/regoin; did you mean /labels/region?',
      '  environment.yaml production-eu is defined here',
      'services/a.yaml:3:4 error link/dangling the environment production-eu has no /nothing',
      '  environment.yaml production-eu is defined here',
    ],
  },
  {
    name: 'prototype properties are no values',
    text: 'a: ${cairn:var#constructor}',
    value: { a: '<hole>' },
    findings: [
      'services/a.yaml:1:4 error link/dangling production-eu has no variable constructor',
      '  environment.yaml production-eu is defined here',
    ],
  },
  {
    name: 'what cannot stand in a text',
    text: 'a: x${cairn:services/embedding#/network}\nb: x${cairn:services/embedding#/network/zones}\nc: x${cairn:services/embedding#/none}\nd: x${cairn:var#LIST}',
    documents: embedding,
    world: { variables: vars },
    value: { a: '<hole>', b: '<hole>', c: '<hole>', d: '<hole>' },
    findings: [
      `services/a.yaml:1:5 error link/not-scalar services/embedding#/network is a mapping, ${cannot}`,
      `services/a.yaml:2:5 error link/not-scalar services/embedding#/network/zones is a list, ${cannot}`,
      `services/a.yaml:3:5 error link/not-scalar services/embedding#/none is null, ${cannot}`,
      `services/a.yaml:4:5 error link/not-scalar var#LIST is a list, ${cannot}`,
    ],
  },
]

const round = 'error link/cycle this reference leads back to itself:'
const circles: Case[] = [
  {
    name: 'to itself',
    text: 'a: ${cairn:services/a#/a}',
    value: { a: '<hole>' },
    findings: [`services/a.yaml:1:4 ${round} services/a#/a → services/a#/a`],
  },
  {
    name: 'through another document, and only that',
    text: 'x: 1\ny: ${cairn:services/b#/y}\nz: <${cairn:services/b#/z}>',
    documents: {
      'services/b': 'y: <${cairn:services/a#/x}>\nz: ${cairn:services/c#/z}',
      'services/c': 'z: "- ${cairn:services/a#/z}"',
    },
    value: { x: 1, y: '<1>', z: '<hole>' },
    findings: [
      `services/a.yaml:3:5 ${round} services/a#/z → services/b#/z → services/c#/z → services/a#/z`,
      '  services/b.yaml:2:4 services/b#/z leads on from here',
      '  services/c.yaml:1:7 services/c#/z leads on from here',
    ],
  },
  {
    name: 'within one document: one finding',
    text: 'a: ${cairn:services/a#/b}\nb: ${cairn:services/a#/c}\nc: ${cairn:services/a#/a}\nd: ${cairn:services/a#/a}',
    value: { a: '<hole>', b: '<hole>', c: '<hole>', d: '<hole>' },
    findings: [
      `services/a.yaml:1:4 ${round} services/a#/a → services/a#/b → services/a#/c → services/a#/a`,
      '  services/a.yaml:2:4 services/a#/b leads on from here',
      '  services/a.yaml:3:4 services/a#/c leads on from here',
    ],
  },
  {
    name: 'a mapping that contains itself',
    text: 'm:\n  x: 1\n  y: ${cairn:services/a#/m}\nall: ${cairn:services/a#}',
    value: { m: { x: 1, y: '<hole>' }, all: '<hole>' },
    findings: [
      `services/a.yaml:3:6 ${round} services/a#/m/y → services/a#/m → services/a#/m/y`,
      `services/a.yaml:4:6 ${round} services/a#/all → services/a# → services/a#/all`,
    ],
  },
  {
    name: 'two circles in one knot',
    text: 'p: ${cairn:services/b#/m}\nq: ${cairn:services/b#/m}',
    documents: { 'services/b': 'm: ["${cairn:services/a#/p}", "${cairn:services/a#/q}"]' },
    value: { p: '<hole>', q: '<hole>' },
    findings: [
      `services/a.yaml:1:4 ${round} services/a#/p → services/b#/m → services/b#/m/0 → services/a#/p`,
      '  services/b.yaml:1:6 services/b#/m/0 leads on from here',
      `services/a.yaml:2:4 ${round} services/a#/q → services/b#/m → services/b#/m/1 → services/a#/q`,
      '  services/b.yaml:1:32 services/b#/m/1 leads on from here',
    ],
  },
  {
    name: 'that others are in: silence, the finding is theirs',
    text: 'a: ${cairn:services/b#/x}',
    documents: { 'services/b': 'x: ${cairn:services/b#/y}\ny: ${cairn:services/b#/x}' },
    value: { a: '<hole>' },
  },
  {
    name: 'through a pointer that leads through a reference',
    text: 'x: ${cairn:services/a#/x/q}',
    value: { x: '<hole>' },
    findings: [`services/a.yaml:1:4 ${round} services/a#/x → services/a#/x/q → services/a#/x`],
  },
  {
    name: 'beside another mistake in the same text',
    text: 'a: ${cairn:services/a#/a} ${cairn:var#NO}',
    value: { a: '<hole>' },
    findings: [
      'services/a.yaml:1:27 error link/dangling production-eu has no variable NO',
      '  environment.yaml production-eu is defined here',
      `services/a.yaml:1:4 ${round} services/a#/a → services/a#/a`,
    ],
  },
]

const places: Case[] = [
  {
    name: 'in the layer that wins',
    text: {
      'base/a.yaml': 'a: ${cairn:nope}\nm:\n  x: ${cairn:nope}',
      'prod/a.yaml': '# c\nm:\n  x: "é ${cairn:nope}"',
    },
    value: { a: '<hole>', m: { x: '<hole>' } },
    findings: [
      `base/a.yaml:1:4 error link/syntax ${scheme} "nope"`,
      `prod/a.yaml:3:9 error link/syntax ${scheme} "nope"`,
    ],
  },
  {
    name: 'in block scalars and over several lines',
    text: 'a: |\n  one\n  two ${cairn:nope}\nb: >-\n  three\n  four ${cairn:nope}\nc: five\n  six ${cairn:nope}',
    value: { a: '<hole>', b: '<hole>', c: '<hole>' },
    findings: [[3, 7], [6, 8], [8, 7]].map(([line, column]) => `services/a.yaml:${line}:${column} error link/syntax ${scheme} "nope"`),
  },
  {
    name: 'the whole scalar where the text is written in another form',
    text: 'a: "x \\x24{cairn:nope}"\nb: ["${cairn:no\\\n  pe}"]\nc: "${cairn:no\\x70e}"',
    value: { a: '<hole>', b: ['<hole>'], c: '<hole>' },
    findings: ['1:4', '2:5', '4:4'].map((at) => `services/a.yaml:${at} error link/syntax ${scheme} "nope"`),
  },
  {
    name: 'the whole scalar where only one of two is written in another form',
    text: 'a: "\\x24{cairn:nope} ${cairn:nope}"',
    value: { a: '<hole>' },
    findings: [1, 2].map(() => `services/a.yaml:1:4 error link/syntax ${scheme} "nope"`),
  },
  {
    name: 'behind an alias the anchor',
    text: 'x: &x [a, "${cairn:nope}"]\ny: *x',
    value: { x: ['a', '<hole>'], y: ['a', '<hole>'] },
    findings: [
      `services/a.yaml:1:12 error link/syntax ${scheme} "nope"`,
      `services/a.yaml:1:12 error link/syntax ${scheme} "nope"`,
    ],
  },
  {
    name: 'a run variable',
    text: [layer('a.yaml', 'p: 1'), variables({ '/p': ['PORT', '${cairn:nope}'] })],
    value: { p: '<hole>' },
    findings: [`PORT error link/syntax ${scheme} "nope"`],
  },
]

describe('a text with an opaque part', () => {
  it('is the same again where its parts are', () => {
    const documents = {
      'services/a': 'a: "x${cairn:services/b#/p}y"\nb: "${cairn:services/b#/x}${cairn:services/b#/p}y"\nc: "x${cairn:services/b#/q}y"',
      'services/b': 'p: !sealed ENC\nq: !sealed OTHER\nx: x',
    }
    const values = () => link(worldOf({ documents }), 'services/a').linked.value as Mapping
    const [one, other] = [values(), values()]
    expect(sameValue(one, other)).toBe(true)
    expect(sameValue(one['a'] as Value, one['b'] as Value)).toBe(true)
    expect(sameValue(one['a'] as Value, one['c'] as Value)).toBe(false)
  })
})

const groups = { values, 'opaque leaves': opaque, syntax, dangling, circles, places }
for (const [group, cases] of Object.entries(groups)) {
  describe(group, () => it.each(cases.map((test) => [test.name, test] as const))('%s', (_name, test) => check(test)))
}
