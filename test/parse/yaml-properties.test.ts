import fc from 'fast-check'
import { dump } from 'js-yaml'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse, stringify, type ToStringOptions } from 'yaml'
import { Opaque } from '../../src/core/opaque.ts'
import { sameValue, type Value } from '../../src/core/value.ts'
import { parseFile } from '../../src/stages/parse/parse.ts'
import { checkMap, fixture, leavesOf, loadParsers } from './formats.ts'
import { anyText, mappingOf, mutations, type Json } from './writers.ts'
import { readYaml } from './yaml-help.ts'

beforeAll(loadParsers)

const scalarText = fc.oneof(
  anyText,
  fc.stringMatching(/^[-+.0-9a-zA-Z:#'"\\|>&*!%@`{}[\],?~= \n\t]{0,12}$/),
  fc.constantFrom('null', '~', 'true', 'No', '1', '0x1F', '1e3', '.inf', '<<', '', ' ', '\n', 'a: b', '- x', '---', '...', '{{ x }}'),
)
const float = fc.double({ noDefaultInfinity: true, noNaN: true }).filter((n) => Number.isSafeInteger(n) || n % 1 !== 0)
const scalar = fc.oneof(fc.constant(null), fc.boolean(), fc.maxSafeInteger(), float, scalarText)
/** `yaml` does not quote a key `<<`. */
const keyText = scalarText.filter((text) => text !== '<<' && !text.includes('\u0000'))
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    mappingOf(tie('value'), keyText),
  ),
}))

const yamlStyles: fc.Arbitrary<ToStringOptions & { version: '1.2' }> = fc.record({
  version: fc.constant('1.2' as const),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
  indent: fc.constantFrom(1, 2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
})

describe('a value that another library writes', () => {
  it('is read back from what `yaml` writes, with places that hold the leaves', () => {
    fc.assert(fc.property(value, yamlStyles, (written, style) => {
      const text = stringify(written, style)
      fc.pre(isReadByItsWriter(text, written))
      check(written, text)
    }), { numRuns: 1500 })
  })

  it('is read back from what js-yaml writes, with places that hold the leaves', () => {
    const style = fc.record({ flowLevel: fc.constantFrom(-1, 0, 2), lineWidth: fc.constantFrom(-1, 20, 80) })
    fc.assert(fc.property(value, style, (written, options) => check(written, dump(written, options))), { numRuns: 1500 })
  })

  it('is read back from JSON, which YAML includes', () => {
    fc.assert(fc.property(value, fc.constantFrom(0, 2), (written, indent) => check(written, JSON.stringify(written, null, indent))))
  })
})

/** `yaml` writes some strings that start with blanks as blocks that say something else, or nothing. */
function isReadByItsWriter(text: string, written: Json): boolean {
  try {
    return sameValue(parse(text, { logLevel: 'silent' }) as Value, written)
  } catch {
    return false
  }
}

function check(written: Json, text: string): void {
  const { trees, places } = readYaml(text)
  const [tree] = trees
  if (tree === undefined) throw new Error('no tree')
  expect(places).toEqual([])
  if (!sameValue(tree.value, written)) throw new Error(`read as ${JSON.stringify(tree.value)}`)
  checkMap(tree)
  for (const leaf of leavesOf(tree)) checkLeaf(leaf.text, leaf.value)
}

/** A leaf that is cut out of its file says what it said there. Indentation digits count from where it stood. */
function checkLeaf(text: string, expected: Value): void {
  if (/^[|>][-+]?[0-9]/.test(text)) return
  const isMarker = text.startsWith('---') || text.startsWith('...')
  const { trees, places } = readYaml(isMarker ? `- ${text}` : text)
  expect(places).toEqual([])
  const found = isMarker ? (trees[0]?.value as Value[])[0] : trees[0]?.value
  if (!sameValue(found ?? null, expected)) throw new Error(`${JSON.stringify(text)} is no ${JSON.stringify(expected)}`)
}

describe('whatever a file holds', () => {
  const pieces = '{}[]:-?,#&*!|>\'"%@`\\~<\n\r\t \u0000\ufeff\u0085é\ud83d\ude00'
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...pieces, 'a', 'b: ', '- ', '\n  ', '{{', '<<: ', '---\n', '!append ', '&a ', '*a'), maxLength: 40 }),
    mutations(fixture('yaml/places.yaml'), pieces),
  )

  it('is read without a throw, with places inside the text and at least one document', () => {
    const file = fc.constantFrom('a.yaml', 'a.json', 'a.sops.yml', 'b')
    fc.assert(fc.property(file, text, fc.boolean(), (path, content, stream) => safe(path, Buffer.from(content), stream)), { numRuns: 5000 })
  })

  it('is read without a throw if it is no text at all', () => {
    const file = fc.constantFrom('a.yaml', 'a.json')
    fc.assert(fc.property(file, fc.uint8Array({ maxLength: 60 }), (path, bytes) => safe(path, bytes, true)), { numRuns: 3000 })
  })

  it('is a hole only where there is a finding', () => {
    fc.assert(fc.property(text, (content) => {
      const { trees, findings } = readYaml(content, { stream: true })
      expect(findings.length > 0 || trees.every((tree) => !holdsHole(tree.value))).toBe(true)
    }), { numRuns: 3000 })
  })
})

function safe(path: string, bytes: Uint8Array, stream: boolean): void {
  const trees = parseFile(path, bytes, { stream, tags: new Map() }, ({ place }) => {
    if (place.in !== 'span') return
    expect(place.start).toBeGreaterThanOrEqual(0)
    expect(place.end).toBeGreaterThanOrEqual(place.start)
    expect(place.end).toBeLessThanOrEqual(place.source.text.length)
  })
  expect(trees.length).toBeGreaterThan(0)
  for (const { spans, source } of trees) expect(Math.max(...spans)).toBeLessThanOrEqual(Math.max(source.text.length, spans.length / 5))
}

function holdsHole(value: Value): boolean {
  if (value instanceof Opaque) return true
  return typeof value === 'object' && value !== null && Object.values(value).some((child: Value) => holdsHole(child))
}
