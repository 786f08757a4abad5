import fc from 'fast-check'
import type { LeafValue, SopsComment, SopsDocument, SopsEntry, SopsMapping, SopsNode } from '../../src/core/sops/document.ts'
import { canonical } from '../../src/core/sops/scalars.ts'
import type { Selector } from '../../src/core/sops/select.ts'

/** Documents of everything that SOPS can hold, odd keys, comments, empty and null values included. */

const ODD_KEYS = ['123', 'a:b', '__proto__', 'constructor', 'ключ', '🗝️', 'a b', 'x_unencrypted', 'data', 'true', 'null', '1.5', '2001-01-01', '-', '#', '', 'yes', "it's", '"q"', 'a\\b', '{', '[x]', '&a', '*a', '!t', '|', '>', '%', '@', '`', ',', '? a', '- a', 'key: v', '0x1f', '~', 'sopsy', 'n', '=', '<b>', 'tab\there']
const ODD_TEXTS = ['', ' ', 'plain', 'yes', 'no', 'null', '~', 'true', '123', '0777', '0o17', '1_000', '1e3', '0b1', '2001-01-01', '12:30:45', '.inf', '-', '- a', 'a: b', 'a #b', '# c', "it's", '"q"', '\\n', 'a\nb', 'a\nb\n', '\n', '\n\n', ' lead', 'trail ', 'tab\t', 'multi\n  indented\n\nlines\n', '🗝️ emoji', 'ünïcödé', '\u2028', '\u0085', '\u0000', '\u007f', 'ENC', '<&>', '=', '<<', '%', '@x', '`x`', '{a}', '[b]', 'é', 'a\r\nb', '---', '...', '\ufeffbom']

const text = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ maxLength: 200 }))
const leaf = fc.oneof(
  { weight: 4, arbitrary: text.map((value) => ({ type: 'str', text: value }) as const) },
  fc.oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt({ min: -1000n, max: 1000n })).map((value) => ({ type: 'int', text: String(value) }) as const),
  fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e21, 1e-7, 0.1, -0, 1, 1e300, 2 ** 63)).map((value) => ({ type: 'float', text: canonical('float', String(value)) ?? '0' }) as const),
  fc.boolean().map((value) => ({ type: 'bool', text: value ? 'True' : 'False' }) as const),
  fc.constant(null),
)
const time = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }).map((date) => ({ type: 'time', text: canonical('time', date.toISOString()) ?? '' }) as const)
// eslint-disable-next-line no-control-regex -- what no key can hold
const key = fc.oneof(fc.constantFrom(...ODD_KEYS), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), fc.stringMatching(/^[a-z_]{1,10}$/)).filter((name) => name !== 'sops' && !name.startsWith('sops_') && !/[\u0000-\u001f\ufeff\ufffe\uffff\u007f-\u009f\u2028\u2029]/.test(name.replace('\t', '')))
const comment = fc.oneof(fc.constantFrom(' a comment', 'nospace', ' with: colon', ' 🗝️', ' "quoted"'), fc.stringMatching(/^ [a-z ]{1,20}[a-z]$/))

const span = { start: -1, end: -1 } as const
const toLeaf = (value: LeafValue): SopsNode => ({ kind: 'leaf', ...span, value })
const toComment = (value: string): SopsComment => ({ kind: 'comment', ...span, text: value, written: 'own line' })
const toEntry = (name: string | null, node: SopsNode): SopsEntry => ({ kind: 'entry', key: name, start: -1, keyEnd: -1, node })

interface Shape {
  readonly leaf: fc.Arbitrary<LeafValue>
  readonly comments: boolean
  readonly most: number
}

function mapping(node: fc.Arbitrary<SopsNode>, { comments, most }: Shape): fc.Arbitrary<SopsMapping> {
  const entry = fc.tuple(key, node, comments ? fc.option(comment, { freq: 6 }) : fc.constant(null))
  return fc.uniqueArray(entry, { maxLength: most, selector: ([name]) => name }).map((entries) => ({
    kind: 'mapping',
    layout: 'block',
    ...span,
    items: entries.flatMap(([name, value, note]) => [...(note === null ? [] : [toComment(note)]), toEntry(name, value)]),
  }))
}

/** YAML cannot tell a comment on an item of a list from one on the first key of that item. */
function withoutHead(node: SopsNode): SopsNode {
  return node.kind === 'mapping' && node.items[0]?.kind === 'comment' ? withoutHead({ ...node, items: node.items.slice(1) }) : node
}

function tree(shape: Shape): fc.Arbitrary<SopsDocument> {
  const { node } = fc.letrec<{ node: SopsNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 5, arbitrary: shape.leaf.map(toLeaf) },
      { weight: 1, arbitrary: mapping(tie('node'), { ...shape, most: 5 }) },
      { weight: 1, arbitrary: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => ({ kind: 'list', layout: 'block', ...span, items: nodes.map((item) => toEntry(null, withoutHead(item))) }) as const) },
    ),
  }))
  return mapping(node, shape).filter(({ items }) => items.length > 0).map((root) => ({ root }))
}

/** YAML documents; times and comments too. */
export const yamlDocument = (most = 8): fc.Arbitrary<SopsDocument> => tree({ leaf: fc.oneof({ weight: 8, arbitrary: leaf }, time), comments: true, most })
/** JSON documents: no times, no comments, no floats but finite ones. */
export const jsonDocument = (most = 8): fc.Arbitrary<SopsDocument> => tree({ leaf, comments: false, most })

const envKey = fc.oneof(fc.constantFrom('A', 'export D', ' E ', 'A_unencrypted', 'a:b', '123', '__proto__'), fc.stringMatching(/^[A-Z][A-Z0-9_]{0,10}$/))
const envText = text.filter((value) => !value.includes('\\n'))
export const envDocument = (most = 8): fc.Arbitrary<SopsDocument> =>
  fc.uniqueArray(fc.tuple(envKey, envText, fc.option(comment, { freq: 6 })), { minLength: 1, maxLength: most, selector: ([name]) => name }).map((lines) => ({
    root: {
      kind: 'mapping',
      layout: 'lines',
      ...span,
      items: lines.flatMap(([name, value, note]) => [...(note === null ? [] : [toComment(note)]), toEntry(name, toLeaf({ type: 'str', text: value }))]),
    },
  }))

export const selector: fc.Arbitrary<Selector> = fc.constantFrom<Selector>(
  { kind: 'unencrypted_suffix', pattern: '_unencrypted' },
  { kind: 'encrypted_suffix', pattern: 'a' },
  { kind: 'unencrypted_regex', pattern: '^(data|x)$' },
  { kind: 'encrypted_regex', pattern: '.' },
  { kind: 'encrypted_regex', pattern: '(?i)[a-m0-9]' },
  { kind: 'encrypted_comment_regex', pattern: 'comment|quoted' },
  { kind: 'unencrypted_comment_regex', pattern: 'colon|no.*e$' },
)
