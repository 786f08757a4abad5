import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Selector } from '../../src/core/sops/select.ts'
import { selectSame } from '../../src/stages/secrets/same-selector.ts'
import { checkFiles } from '../helpers/memory.ts'
import { run } from '../sops/world.ts'
import { KEY, sealed } from './world.ts'

const regex = (pattern: string, kind: Selector['kind'] = 'encrypted_regex'): Selector => ({ kind, pattern })

describe('the same in other words', () => {
  test.each([
    ['^(a|b)$', '^b$|^a$'], ['a|ab', 'a'], ['[Pp]ass', 'pass|Pass'], ['(?i)token', '(?i)TOKEN'], ['tokens?', 'token'], ['^tokens?$', '^(?:token|tokens)$'],
    ['a\\.b', 'a[.]b'], ['a\\-b', 'a-b'], ['((data|stringData))', 'stringData|data'], ['', '|a'],
  ])('%s and %s', (a, b) => expect(selectSame(regex(a), regex(b))).toBe(true))
  test('a suffix and an expression', () => {
    expect(selectSame({ kind: 'encrypted_suffix', pattern: '_x.y' }, regex('_x\\.y$'))).toBe(true)
    expect(selectSame({ kind: 'unencrypted_suffix', pattern: '_x' }, regex('_x$', 'unencrypted_regex'))).toBe(true)
  })
})

describe('what could differ for keys that are not there', () => {
  test.each([
    ['^password$', '^(password|token)$'], ['x$', 'x'], ['(?i)token', 'token'], ['a.b', 'a.b|a..b'], ['a\\.b', 'a.b'], ['a^b', 'c^b'], ['a+', 'a'], ['a{1}', 'a'], ['[a-z]', '[a-y]'], ['(?i)İ', '(?i)i̇'],
  ])('%s and %s', (a, b) => expect(selectSame(regex(a), regex(b))).toBe(false))
  test('an expression of keys and one of comments, and one of what is left out', () => {
    expect(selectSame(regex('a'), regex('(a)', 'encrypted_comment_regex'))).toBe(false)
    expect(selectSame(regex('a'), regex('(a)', 'unencrypted_regex'))).toBe(false)
  })
})

test('whatever is called the same finds the same', () => {
  const atom = fc.constantFrom('a', 'b', 'A', '(a|b)', '(?:ab)', '[ab]', 'a?', '(b|)', '^', '$', '\\.', '|', '(^a|b$)')
  const pattern = fc.tuple(fc.constantFrom('', '', '(?i)'), fc.array(atom, { maxLength: 4 })).map(([flag, atoms]) => flag + atoms.join(''))
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', '.', 'c'), maxLength: 4 })
  let same = 0
  fc.assert(fc.property(pattern, pattern, fc.array(text, { minLength: 20, maxLength: 20 }), (a, b, texts) => {
    if (a === b || !selectSame(regex(a), regex(b))) return
    same++
    for (const one of texts) expect([a, b, one, run.regexp.test(a, one)]).toEqual([a, b, one, run.regexp.test(b, one)])
  }), { numRuns: 5000 })
  expect(same).toBeGreaterThan(20)
})

test('a file that says the same as its rule in other words is in order', async () => {
  const A = 'environments/prod/services/a.sops.yaml'
  const rulesOf = async (pattern: string) => {
    const files = { '.sops.yaml': `creation_rules: [{encrypted_regex: "${pattern}", age: ${KEY.identity.recipient}}]\n`, [A]: sealed('password: x\n', { selector: regex('^(password|token)$') }) }
    return (await checkFiles(files)).findings.map(({ rule }) => rule)
  }
  expect(await rulesOf('^token$|^password$')).toEqual([])
  expect(await rulesOf('^(password|token|key)$')).toEqual(['secret/unlike-rule'])
})
