import { expect, test } from 'vitest'
import { originsOfAll, sameChanges } from '../../src/report/review/same.ts'
import type { ReportedChange, ReportedSide } from '../../src/report/review/report.ts'

const side = (shown: string, file: string): ReportedSide => ({ shown, location: { file, line: 3 }, shadowed: [{ file: 'base.yaml', line: 1 }] })

type Values = readonly [before: string, after: string]

function change(i: number, more: Partial<ReportedChange> = {}, [before, after]: Values = ['"1.0"', '"1.1"']): ReportedChange {
  const sides = { before: side(before, `a${i}.yaml`), after: side(after, `a${i}.yaml`) }
  return { document: `services/s${i}`, pointer: '/image/tag', kind: 'changed', environments: [`e${i % 2}`], ...sides, ...more }
}

const many = (more: Partial<ReportedChange> = {}, values?: Values): ReportedChange[] => [0, 1, 2, 3].map((i) => change(i, more, values))
const sizes = (changes: readonly ReportedChange[]): readonly number[] => sameChanges(changes).map(({ all }) => all.length)

test('four that say the same are one entry, in the environments of all, with every place once', () => {
  const [same, ...others] = sameChanges([change(9, { pointer: '/port' }), ...many()]).slice(1)
  expect(others).toEqual([])
  expect(same?.first).toMatchObject({ document: 'services/s0', environments: ['e0', 'e1'] })
  expect(originsOfAll(same?.all ?? []).map(({ what, locations }) => [what, locations.map(({ file }) => file)])).toEqual([
    ['', ['a0.yaml', 'a1.yaml', 'a2.yaml', 'a3.yaml']],
    ['over', ['base.yaml']],
  ])
})

test('three stay three', () => {
  expect(sizes(many().slice(1))).toEqual([1, 1, 1])
})

test.each<readonly [string, ReportedChange[]]>([
  ['what is secret', many({ secret: true })],
  ['what is opaque', many({}, ['(sealed str)', '(sealed str)'])],
  ['what holds something opaque', many({}, ['{"a": (secret)}', '{"a": (secret)}'])],
  ['what is cut', many({}, [`"${'a'.repeat(150)}…`, '"b"'])],
  ['what nobody knows', many({ undetermined: true })],
  ['whole documents', many({ whole: true })],
])('%s stays apart: it may not be the same', (_, changes) => {
  expect(sizes(changes)).toEqual([1, 1, 1, 1])
})

test.each<readonly [string, Partial<ReportedChange>]>([
  ['another pointer', { pointer: '/image/name' }],
  ['another cost', { reload: 'restart' }],
  ['a danger', { risky: true }],
  ['another value', { after: side('"1.2"', 'a4.yaml') }],
  ['a default', { after: { ...side('"1.1"', 'a4.yaml'), byDefault: true } }],
])('%s is not the same', (_, more) => {
  expect(sizes([...many(), change(4, more)])).toEqual([4, 1])
})
