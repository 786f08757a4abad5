import { mistakes, type Mistake } from './mistake.ts'

const A = 'environments/dev/services/a.yaml'
const B = { 'environments/dev/services/b.yaml': 'network:\n  port: 80\nlist: [1, 2]\n' }
const reference = (rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake => ({
  rule,
  what,
  files: { ...B, [A]: text },
  ...more,
})

mistakes('link', [
  reference('link/dangling', 'a document that there is not', 'url: ▶${cairn:services/c#/network/port}\n'),
  reference('link/dangling', 'a misspelt document', 'url: ▶${cairn:service/b#/network/port}\n', { says: 'services/b' }),
  reference('link/dangling', 'a misspelt key of the target', 'url: ▶${cairn:services/b#/network/prot}\n', { says: 'port' }),
  reference('link/dangling', 'the second of two references in a text', 'url: "http://${cairn:services/b#/network/port}:▶${cairn:services/b#/nothing}"\n'),
  reference('link/dangling', 'a reference inside a list', 'urls:\n  - a\n  - x ▶${cairn:services/z#/a} y\n'),
  reference('link/dangling', 'a variable that is not set', 'domain: ▶${cairn:var#DOMAIN}\n'),
  reference('link/dangling', 'a label that is not set', 'region: ▶${cairn:environment#/labels/region}\n'),
  reference('link/syntax', 'a reference without a pointer', 'a: ▶${cairn:services/b}\n'),
  reference('link/syntax', 'a reference that does not end', 'a: x ▶${cairn:services/b#/network\n'),
  reference('link/syntax', 'a document without its kind', 'a: ▶${cairn:b#/network}\n'),
  reference('link/cycle', 'a value that refers to itself', 'a: ▶${cairn:services/a#/a}\n'),
  reference('link/not-scalar', 'a mapping inside a text', 'a: "x ▶${cairn:services/b#/network}"\n'),
  reference('link/not-scalar', 'a list inside a text', 'a: x ▶${cairn:services/b#/list}\n'),
])
