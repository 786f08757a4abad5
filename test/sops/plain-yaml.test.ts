import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emit } from '../../src/stages/sops/emit.ts'
import { readPlainYaml } from '../../src/stages/sops/read-plain-yaml.ts'
import { readYaml } from '../../src/stages/sops/read-yaml.ts'
import { attempt } from '../../src/core/sops/problem.ts'
import { yamlDocument } from './corpus.ts'
import { FIXTURES } from './world.ts'

const files = ['generated', 'flux', 'sops-age'].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder)).filter((name) => name.endsWith('.yaml')).map((name) => join(folder, name)),
)

test.each(files)('%s: the quick reader says what the thorough one says, or nothing', (name) => {
  const text = readFileSync(join(FIXTURES, name), 'utf8')
  const quick = readPlainYaml(text)
  if (quick !== undefined) expect(quick).toEqual(readYaml(text))
})

test('most files are read by it', () => {
  const encrypted = files.filter((name) => !name.includes('plain') && !/multidoc|comments|types/.test(name))
  const quick = encrypted.filter((name) => readPlainYaml(readFileSync(join(FIXTURES, name), 'utf8')) !== undefined)
  expect(quick.length).toBeGreaterThan(encrypted.length * 0.7)
})

const comment = fc.tuple(fc.constantFrom('', '  ', '    '), fc.constant('# c')).map((parts) => parts.join(''))

/** Lines that nearly make plain YAML, in any order. */
const usual = fc.tuple(fc.constantFrom('', '', '', '  ', '    '), fc.constantFrom('k: ', 'l: ', '"m": ', '- k: ', 'o: '), fc.constantFrom('x', '1', 'ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]', '"q"', '', '[]', 'x # c')).map((parts) => parts.join(''))
const odd = fc.tuple(
  fc.constantFrom('', '  ', '    ', '      ', '\t'),
  fc.constantFrom('', '- ', '- - ', '-', '#', '# c', 'k: ', 'k:', 'l: ', '"m": ', '- k: ', '- l:', '? ', 'a b: ', '1: ', 'yes: ', 'true: ', '<<: '),
  fc.constantFrom('', 'x', 'x y', 'ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]', '1', '0777', '2001-01-01', '"q"', "'q'", '{}', '[]', '|', '|-', '>', '&a x', '*a', '!t x', '- x', 'x: y', 'x #c', 'x # c', ' # c', '"q" # c', 'x:', ':', '~', 'null', '...', '---', '"a\\n"', 'text more', 'x  y', 'x '),
).map((parts) => parts.join(''))

test('on any lines it says what the thorough reader says, or nothing', () => {
  let told = 0
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: comment }, { weight: 1, arbitrary: odd }), { minLength: 1, maxLength: 7 }), fc.constantFrom('\n', '\n', '\n', '\r\n'), fc.constantFrom('', '\n'), (lines, lineBreak, end) => {
      const text = lines.join(lineBreak) + end
      const quick = readPlainYaml(text)
      if (quick === undefined) return
      told++
      expect(attempt(() => readYaml(text))).toEqual({ ok: true, result: quick })
    }),
    { numRuns: 30_000 },
  )
  expect(told).toBeGreaterThan(500)
})

test('on whole documents too', () => {
  fc.assert(
    fc.property(yamlDocument(), (document) => {
      const text = emit([document], 'yaml')
      const quick = readPlainYaml(text)
      if (quick !== undefined) expect(quick).toEqual(readYaml(text))
    }),
    { numRuns: 500 },
  )
})

test('comments between a dash and its scalar belong to the list, whatever their column', () => {
  const [document] = readYaml('k:\n   - # c1\n     # c2\n     z\nq: v\n')
  const [first, second] = document?.root.items ?? []
  expect(document?.root.items).toHaveLength(2)
  expect(first?.kind === 'entry' && first.node.kind === 'list' && first.node.items.map(({ kind }) => kind)).toEqual(['comment', 'comment', 'entry'])
  expect(second).toMatchObject({ kind: 'entry', key: 'q' })
})
