import { describe, expect, test } from 'vitest'
import { canonical, plainOf, wholeSeconds } from '../../src/core/sops/scalars.ts'
import { yamlScalar } from '../../src/stages/sops/yaml-text.ts'
import { plainYaml } from '../../src/stages/sops/yaml-scalars.ts'
import { readPlain } from '../../src/stages/sops/read.ts'
import { kindsOf } from './world.ts'

describe('decrypted scalars have one spelling', () => {
  test.each([
    ['int', '007', '7'], ['int', '+5', '5'], ['int', '-0', '0'], ['int', '9223372036854775807', '9223372036854775807'],
    ['int', '9223372036854775808', undefined], ['int', '1_0', undefined], ['int', '0x1', undefined], ['int', '', undefined],
    ['float', '1.0', '1'], ['float', '-0', '-0'], ['float', '1e21', '1000000000000000000000'], ['float', '1E-7', '0.0000001'],
    ['float', '1.5e-10', '0.00000000015'], ['float', '-1.25e22', '-12500000000000000000000'], ['float', 'inf', '+Inf'],
    ['float', '-Infinity', '-Inf'], ['float', 'NaN', 'NaN'], ['float', '1e400', undefined], ['float', 'x', undefined],
    ['bool', 't', 'True'], ['bool', 'FALSE', 'False'], ['bool', 'yes', undefined],
    ['time', '2001-12-14T21:59:43.100-05:00', '2001-12-14T21:59:43.1-05:00'], ['time', '2001-01-01T00:00:00+00:00', '2001-01-01T00:00:00Z'],
    ['time', '2001-02-29T00:00:00Z', undefined], ['time', '2001-01-01', undefined],
    ['str', ' any ', ' any '],
  ] as const)('%s %s is %s', (type, text, expected) => expect(canonical(type, text)).toBe(expected))

  test('a time of metadata has whole seconds', () => {
    expect(wholeSeconds('2026-11-23T02:47:02.123+00:00')).toBe('2026-11-23T02:47:02Z')
    expect(wholeSeconds('2026-11-23T02:47:02+02:00')).toBe('2026-11-23T02:47:02+02:00')
    expect(wholeSeconds('yesterday')).toBeUndefined()
  })

  test('as JSON, where JSON can hold them', () => {
    expect([['int', '5'], ['float', '0.5'], ['bool', 'True'], ['str', '5'], ['time', 'x']].map(([type, text]) => plainOf({ type, text } as never))).toEqual([5, 0.5, true, '5', 'x'])
    expect([['int', '9007199254740993'], ['float', 'NaN']].map(([type, text]) => plainOf({ type, text } as never))).toEqual([undefined, undefined])
  })
})

describe('unquoted YAML as go-yaml reads it', () => {
  test.each([
    ['yes', 'str yes'], ['TRUE', 'bool True'], ['~', null], ['', null], ['Null', null], ['1_000', 'int 1000'], ['0x1F', 'int 31'], ['-0x1f', 'int -31'],
    ['0777', 'int 511'], ['0o17', 'int 15'], ['0b11', 'int 3'], ['08', 'float 8'], ['+12', 'int 12'], ['1e3', 'float 1000'], ['.5', 'float 0.5'], ['-.inf', 'float -Inf'],
    ['190:20:30', 'str 190:20:30'], ['123456789012345678901234567890', 'float 123456789012345680000000000000'], ['9223372036854775808', undefined],
    ['-9223372036854775808', 'int -9223372036854775808'], ['2001-01-01', 'time 2001-01-01T00:00:00Z'], ['2001-1-2', 'time 2001-01-02T00:00:00Z'],
    ['2001-12-14t21:59:43.10-05:00', 'time 2001-12-14T21:59:43.1-05:00'], ['2001-12-14 21:59:43', 'time 2001-12-14T21:59:43Z'],
    ['2001-12-14T21:59:43', 'str 2001-12-14T21:59:43'], ['2001-13-01', 'str 2001-13-01'], ['-', 'str -'], ['3.13.2', 'str 3.13.2'], ['-.5', 'float -0.5'],
  ])('%s', (text, expected) => {
    const value = plainYaml(text)
    expect(value === null || value === undefined ? value : `${value.type} ${value.text}`).toBe(expected)
  })

  test.each(['yes', 'n', '0777', '1_000', '2001-01-01', '12:30:45', '<<', '=', 'null', '1e3', '.nan'])('the text %s is written in quotes', (text) => {
    expect(yamlScalar({ type: 'str', text }, { context: 'block', indent: 4, lineBreak: '\n' })).toMatch(/^["']/)
  })
})

test.each([
  ['a list', '- a\n', 'yaml'], ['a scalar', 'a\n', 'yaml'], ['nothing', '', 'yaml'], ['a key that is a number', '1: a\n', 'yaml'], ['a key that is no text', 'true: a\n', 'yaml'],
  ['an unsigned integer', 'a: 18446744073709551615\n', 'yaml'], ['an unknown anchor', 'a: *b\n', 'yaml'], ['an anchor in itself', 'a: &a [*a]\n', 'yaml'], ['an open bracket', 'a: [1\n', 'yaml'],
  ['a billion laughs', `a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefgh'.split('').map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefg'.charAt(i)}`).join(', ')}]`).join('\n')}\n`, 'yaml'],
  ['a JSON list', '[1]', 'json'], ['JSON with a trailing comma', '{"a": 1,}', 'json'], ['two JSON values', '{} {}', 'json'], ['a number beyond doubles', '{"a": 1E400}', 'json'],
  ['a line without a value', 'A\n', 'env'], ['a section that is open', '[a\n', 'ini'], ['an INI key without a value', 'a\n', 'ini'],
] as const)('%s is refused, as SOPS refuses it', (_what, text, format) => expect(kindsOf(readPlain(text, format))).toEqual(['bad-content']))
