import fc from 'fast-check'

/** JSON that a test writes down in some format. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const NAMES = ['a', 'b', 'c', '__proto__', 'constructor', 'a.b', '', 'é', 'x y', '1', '"', "'", '\\', '#', '[k]', 'k-1_z']
/** Whole characters: what a UTF-8 file can hold. */
export const anyText = fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text))
const key = fc.oneof(fc.constantFrom(...NAMES), anyText.filter((text) => !text.includes('\u0000')))
const float = fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e300, max: 1e300 })
const number = fc.oneof(fc.maxSafeInteger(), float.filter((n) => (n === 0 ? Object.is(n, 0) : Math.abs(n) > 1e-300)))
const scalar = fc.oneof(fc.boolean(), number, anyText)

/** Entries as own properties: `__proto__` too. */
export function mappingOf<T>(child: fc.Arbitrary<T>, keys = key): fc.Arbitrary<{ [key: string]: T }> {
  const entries = fc.uniqueArray(fc.tuple(keys, child), { selector: ([name]) => name, maxLength: 5 })
  return entries.map((pairs) => Object.fromEntries(pairs))
}

const { table } = fc.letrec<{ table: { [key: string]: Json }; node: Json; list: Json[] }>((tie) => ({
  table: mappingOf(tie('node')),
  list: fc.array(tie('node'), { maxLength: 4 }),
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('list'), tie('table')),
}))

/** Anything that TOML can say, but for dates. */
export const tomlValue: fc.Arbitrary<Json> = table

/** Writes a table as TOML: as sections or dotted keys or inline, as the stream of styles says. */
export function toml(value: Json, styles: Iterator<boolean>): string {
  const lines: string[] = []
  const coin = () => styles.next().value === true
  const section = (path: readonly string[], node: Json) => {
    const later: (() => void)[] = []
    for (const [name, child] of Object.entries(node as { [key: string]: Json })) {
      const at = [...path, tomlKey(name)]
      const style = coin() ? 'inline' : coin() ? 'section' : 'dotted'
      if (style === 'section' && isTable(child)) {
        later.push(() => open(`[${at.join('.')}]`, at, child))
      } else if (style === 'section' && isTables(child)) {
        later.push(() => child.forEach((item) => open(`[[${at.join(' . ')}]]`, at, item)))
      } else if (style === 'dotted' && isTable(child) && Object.keys(child).length > 0) {
        for (const [inner, leaf] of Object.entries(child)) lines.push(`${tomlKey(name)}.${tomlKey(inner)} = ${inline(leaf)}`)
      } else {
        lines.push(`${tomlKey(name)} = ${inline(child)} # ${coin() ? 'x' : ''}`)
      }
    }
    for (const write of later) write()
  }
  const open = (header: string, at: readonly string[], node: Json) => {
    lines.push(coin() ? '' : '# comment', header)
    section(at, node)
  }
  section([], value)
  return lines.join(coin() ? '\r\n' : '\n')
}

export function tomlKey(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : quoted(name)
}

/** JSON's escapes are TOML's; TOML wants one more character escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f')
}

function inline(value: Json): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (isTable(value)) return `{${Object.entries(value).map(([name, child]) => `${tomlKey(name)} = ${inline(child)}`).join(', ')}}`
  if (typeof value === 'number' && /^-?\d+$/.test(String(value))) return Number.isSafeInteger(value) ? String(value) : `${value}.0`
  return JSON.stringify(value)
}

function isTable(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTables(value: Json): value is readonly Json[] {
  return Array.isArray(value) && value.length > 0 && value.every(isTable)
}

/** Texts that are `text` with a few pieces cut out, put in or doubled. */
export function mutations(text: string, characters: string): fc.Arbitrary<string> {
  const place = fc.nat(text.length)
  const change = fc.tuple(fc.constantFrom('cut', 'put', 'double'), place, fc.integer({ min: 1, max: 5 }), fc.constantFrom(...characters))
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let mutated = text
    for (const [how, at, length, character] of changes) {
      const piece = how === 'cut' ? '' : how === 'put' ? character : mutated.slice(at, at + length * 4)
      mutated = mutated.slice(0, at) + piece + mutated.slice(how === 'cut' ? at + length : at)
    }
    return mutated
  })
}
