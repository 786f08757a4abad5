import type { Mistake } from './mistake.ts'

const X = { 'environments/dev/services/x.yaml': 'a: 1\n' }

/** A mistake in what environments inherit, given as the text of each environment file. */
function inherit(rule: Mistake['rule'], what: string, texts: Readonly<Record<string, string>>, more: Partial<Mistake> = {}): Mistake {
  const files: Record<string, string> = { ...X }
  for (const [environment, text] of Object.entries(texts)) files[`environments/${environment}/environment.yaml`] = text
  return { rule, what, files, ...more }
}

/** One environment more than a lineage may have, each inheriting from the next. */
function chain(): string {
  const links = Array.from({ length: 1000 }, (_, i) => `  e${i}: {inherits: e${i + 1}}\n`)
  return `environments:\n  dev: {inherits: e0}\n${links.join('')}  e1000: {}\n`
}

export const INHERIT: readonly Mistake[] = [
  inherit('inherit/unknown-environment', 'a misspelt parent', { base: 'abstract: true\n', dev: 'inherits: [▶bsae]\n' }, {
    says: 'did you mean base?',
  }),
  inherit('inherit/unknown-environment', 'a parent in capitals', { base: 'abstract: true\n', dev: 'inherits: ▶Base\n' }, {
    says: 'did you mean base?',
  }),
  inherit('inherit/unknown-environment', 'a folder instead of a name', { base: 'abstract: true\n', dev: 'inherits:\n  - ▶../base\n' }),
  {
    rule: 'inherit/unknown-environment',
    what: 'a parent that cairn.yaml does not list',
    files: { ...X, 'cairn.yaml': 'environments:\n  dev: {inherits: ▶base}\n' },
  },
  inherit('inherit/cycle', 'an environment that inherits from itself', { dev: 'inherits: ▶dev\n' }, { says: 'itself' }),
  inherit('inherit/cycle', 'two environments that inherit from one another', { dev: 'inherits: [test]\n', test: 'inherits: [▶dev]\n' }, {
    says: 'dev → test → dev',
    related: ['environments/dev/environment.yaml:1:12'],
  }),
  inherit('inherit/cycle', 'a circle of three', { a: 'inherits: c\n', b: 'inherits: ▶a\n', c: 'inherits: b\n' }, {
    says: 'a → c → b → a',
  }),
  inherit('inherit/order', 'parents in an order that a grandparent contradicts', { a: '{}\n', b: 'inherits: a\n', dev: 'inherits: [▶b, a]\n' }),
  inherit(
    'inherit/order',
    'parents that disagree about what they inherit',
    { a: '{}\n', b: '{}\n', c: 'inherits: [a, b]\n', d: 'inherits: [b, a]\n', dev: 'inherits: [c, ▶d]\n' },
    { says: 'dev inherits b and a in orders' },
  ),
  {
    rule: 'inherit/too-deep',
    what: 'a chain of more than a thousand',
    files: { ...X, 'cairn.yaml': chain() },
    at: 'cairn.yaml:3:18',
  },
]
