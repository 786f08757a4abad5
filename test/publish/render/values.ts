import fc from 'fast-check'
import { pointer } from '../../../src/core/pointer.ts'
import type { DataFormat } from '../../../src/core/publication.ts'
import { isList, isMapping, type Value } from '../../../src/core/value.ts'
import { writeValue } from '../../../src/stages/render/write.ts'

/** A value in a format, and what was told of it. */
export interface Written {
  readonly text: string
  /** `/pointer: message`, a line each. */
  readonly told: readonly string[]
}

export function written(value: Value, format: DataFormat): Written {
  const told: string[] = []
  const text = writeValue(value, format, ({ tokens, said }) => told.push(`${pointer(tokens)}: ${said}`))
  return { text, told }
}

/** Texts on which readers are known to disagree: with each other, or with those who wrote them. */
export const NASTY: readonly string[] = [
  '', ' ', 'a b', ' a', 'a ', '\ta', 'a\tb', 'a\nb', 'a\n', '\na', 'a\n\nb\n', 'a\r\nb', '\r', '\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085',
  '\u00a0', '\u2028', '\ufeff', '\ufffe', '\u{1f600}', 'é', 'e\u0301', '"', "'", '\'"', '""', "''", '"a"', "'a'", 'it\'s', '"""', "'''",
  '\\', 'a\\', '\\a', '\\n', 'C:\\dir\\', "it's \\", '\\"', "\\'", '$', '$X', '${X}', '${X:-y}', '$$', '$(id)', '`id`', '$1', "it's $X", '\\$X', "`it's`",
  '!', '!x', '#', '# a', 'a # b', 'a #b', ';', '; a', 'a ; b', '=', 'a=b', 'a: b', 'a:', ':a', '- a', '-', '--- a', '---', '...', '... a', '---a', '? a', '|', '>', '%', '%a',
  '@a', '&a', '*a', '[', ']', '[a]', '{', '}', '{a: 1}', ',', 'a,b', ',a', '<<', '~', 'null', 'Null', 'NULL', 'true', 'True', 'yes', 'No', 'on', 'OFF', 'y', 'N',
  '0', '-0', '+1', '1', '007', '014', '0o14', '0x1F', '0b11', '1_000', '1e3', '1E3', '1.0', '.5', '5.', '+.5e-1', '1:30', '190:20:30', '1:30.5', '.inf', '-.Inf', '.nan',
  'nan', 'inf', '2001-01-01', '2001-1-1', '2001-12-14t21:59:43.10-05:00', '12:30:45', '!!str a', '!a', '!!', '\u0301', '__proto__', 'a\\\nb', 'export A=1', '~/x', '*', '?', '<x>',
  '9007199254740993', '1e999', '-1.5e+999', '0xfffffffff', '1_000.5', '99:59:59', '1'.repeat(400), `${'long '.repeat(60)}end`, 'a'.repeat(300), '{{ x }}', '%(x)s', '%%', 'x\u200by', '\u202e',
]

/** Half characters never get here: no parser takes them. */
const isWhole = (one: string): boolean => !/\p{Surrogate}/u.test(one)

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...' \t\n\r\'"\\$`{}()#;=:,[]!&*|>%@~-+.ab1_é\u2028') }) },
  fc.string({ unit: 'binary', maxLength: 8 }).filter(isWhole),
)
/** But whole numbers that were written as floats and are written as digits: our own readers want to be sure of digits. */
const isPlain = (one: number): boolean => Math.abs(one) < 2 ** 53 || Math.abs(one) >= 1e21
const number = fc.oneof(fc.maxSafeInteger(), fc.double({ noDefaultInfinity: true, noNaN: true }).filter(isPlain), fc.constantFrom(-0, 1e21, 1.5e-7, 0.1, -1e300, 5e-324))
/** No parser takes a key with U+0000. */
export const KEYS = ['a', 'b', 'A', 'a.b', 'a_b', 'a b', '__proto__', 'constructor', 'é', '1', '-', 'uid', ...NASTY.filter((one) => !one.includes('\u0000'))]
export const key = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c', 'max-size', 'port', 'x1') }, fc.constantFrom(...KEYS))

function tree(leaf: fc.Arbitrary<Value>, keys: fc.Arbitrary<string>): fc.Arbitrary<Value> {
  const mapping = (child: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
    fc.uniqueArray(fc.tuple(keys, child), { selector: ([name]) => name, maxLength: 5 }).map((pairs) => Object.fromEntries(pairs))
  return fc.letrec<{ node: Value; root: Value }>((tie) => ({
    root: mapping(tie('node')),
    node: fc.oneof({ depthSize: 'small' }, { weight: 4, arbitrary: leaf }, fc.array(tie('node'), { maxLength: 4 }), mapping(tie('node'))),
  })).root
}

/** Any document: a mapping of anything. */
export const anyValue = tree(fc.oneof(fc.constant(null), fc.boolean(), number, text), key)
/** Documents of which formats of texts can hold most. */
export const plainValue = tree(fc.oneof(fc.boolean(), number, text, fc.constantFrom('x', 'some words', 'it\'s', 'a "b"')), fc.constantFrom('a', 'b', 'c', 'd e', 'f-g', 'h'))

/** Every nasty text under a key of its own. */
export const nasty: Value = Object.fromEntries(NASTY.map((one, i) => [`k${i}`, one]))

/** The texts that a value has in formats of texts; what is documented of lists and null. */
export function asText(value: Value): string {
  if (isList(value)) return value.map(asText).join(',')
  return value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
}

/** A value as an INI reader that knows no nesting sees it. */
export function asIni(value: Value): Record<string, unknown> {
  const sections: [string, unknown][] = []
  const visit = (mapping: Value, path: readonly string[]): void => {
    if (!isMapping(mapping)) return
    const entries = Object.entries(mapping)
    const own = entries.filter(([, child]) => !isMapping(child)).map(([name, child]): [string, unknown] => [name, asText(child)])
    if (path.length === 0) sections.push(...own)
    else if (own.length > 0 || entries.length === 0) sections.push([path.join('.'), Object.fromEntries(own)])
    for (const [name, child] of entries) visit(child, [...path, name])
  }
  visit(value, [])
  return Object.fromEntries(sections)
}

/** A value as variables. */
export function asVariables(value: Value, path: readonly string[] = []): Record<string, string> {
  if (!isMapping(value)) return { [path.map((token) => token.replace(/[^A-Za-z0-9]+/g, '_')).join('_').toUpperCase()]: asText(value) }
  return Object.assign({}, ...Object.entries(value).map(([name, child]) => asVariables(child, [...path, name]))) as Record<string, string>
}

/** Negative zero is zero to most formats. */
export function withoutSign(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
