import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SettledFinding } from '../../src/core/finding.ts'
import type { Location } from '../../src/core/place.ts'
import { emit } from '../../src/stages/sops/emit.ts'
import { readPlain } from '../../src/stages/sops/read.ts'
import { checkFiles } from '../helpers/memory.ts'
import { resultOf } from '../sops/world.ts'
import { KEY, openerWith, sealed } from './world.ts'

const scalar = fc.oneof(fc.constantFrom('x', 'yes', 'no', 'abc', 'x1', '10', 1, 2, 3.5, true, false), fc.string({ unit: fc.constantFrom('x', 'y', '0'), minLength: 1, maxLength: 4 }))
const document = fc.record({ a: scalar, b: fc.record({ a: scalar, c_unencrypted: scalar }), c_unencrypted: scalar, list: fc.array(scalar, { minLength: 1, maxLength: 3 }) }, { requiredKeys: ['a'] })

const hard = fc.constantFrom<object>(
  { minLength: 2 }, { maxLength: 1 }, { minimum: 2 }, { exclusiveMaximum: 2 }, { multipleOf: 2 }, { enum: ['x', 1, true] }, { const: 'yes' },
  { pattern: '^x' }, { format: 'ipv4' }, { type: 'string', minLength: 3, pattern: '^a' }, { type: ['integer', 'boolean'] }, { deprecated: true },
)
const tried = fc.oneof(
  fc.array(hard, { minLength: 1, maxLength: 3 }).chain((of) => fc.constantFrom<object>({ anyOf: of }, { oneOf: of })),
  hard.map((of) => ({ not: of })),
  fc.tuple(hard, hard, hard).map(([one, two, three]) => ({ if: one, then: two, else: three })),
)
const schemaOf = (leaf: fc.Arbitrary<object>) =>
  fc.record({ a: leaf, c_unencrypted: leaf, b: fc.record({ properties: fc.record({ a: leaf, c_unencrypted: leaf }) }), list: fc.record({ items: leaf }) }).map((properties) => ({ properties }))

const PATH = 'environments/prod/services/a.yaml'

/** Both files have the same lines, and values at the same columns: the metadata stands at the end. */
async function checkAll(schema: object, content: object) {
  const plain = emit(resultOf(readPlain(JSON.stringify(content), 'json')), 'yaml')
  const files = { 'schemas/services.json': JSON.stringify(schema), [PATH]: sealed(plain) }
  const opener = openerWith(KEY)
  return {
    inClear: await checkFiles({ ...files, [PATH]: plain }),
    without: await checkFiles(files),
    with: await checkFiles(files, {}, { opener }),
  }
}

const spot = ({ file, line, column }: Location): string => `${file ?? ''}:${line ?? 0}:${column ?? 0}`
const found = (findings: readonly SettledFinding[]): string[] => findings.map(({ rule, location }) => `${rule} ${spot(location)}`)

test('with a key everything is found that is found without one, and what is new was announced', { timeout: 120_000 }, async () => {
  let announced = 0
  await fc.assert(
    fc.asyncProperty(schemaOf(fc.oneof(hard, tried)), document, async (schema, content) => {
      const { without, with: opened } = await checkAll(schema, content)
      const known = new Set(without.findings.map((one) => JSON.stringify(one)))
      const all = opened.findings.map((one) => JSON.stringify(one))
      expect([...known].filter((one) => !all.includes(one))).toEqual([])
      const places = new Set(without.undecided.map(({ location }) => spot(location)))
      const fresh = opened.findings.filter((one) => !known.has(JSON.stringify(one)))
      expect(fresh.filter(({ location }) => !places.has(spot(location)))).toEqual([])
      announced += fresh.length
    }),
    { numRuns: 150 },
  )
  expect(announced).toBeGreaterThan(50)
})

test('what is found with a key is what is found of the values in clear', { timeout: 120_000 }, async () => {
  let decided = 0
  await fc.assert(
    fc.asyncProperty(schemaOf(hard), document, async (schema, content) => {
      const { inClear, without, with: opened } = await checkAll(schema, content)
      expect(opened.undecided).toEqual([])
      expect([...new Set(found(opened.findings))].sort()).toEqual([...new Set(found(inClear.findings))].sort())
      decided += without.undecided.length
    }),
    { numRuns: 150 },
  )
  expect(decided).toBeGreaterThan(50)
})

test('of unions and conditions too, something is found where something is wrong', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(schemaOf(tried), document, async (schema, content) => {
      const { inClear, with: opened } = await checkAll(schema, content)
      const lines = ({ findings }: { readonly findings: readonly SettledFinding[] }) => [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ location }) => location.line))].sort()
      const open = new Set(opened.undecided.map(({ location }) => location.line))
      expect(lines(opened)).toEqual(lines(inClear).filter((line) => !open.has(line)))
    }),
    { numRuns: 150 },
  )
})
