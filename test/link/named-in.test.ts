import { expect, it } from 'vitest'
import { documentsNamedIn } from '../../src/stages/link/named-in.ts'

it.each<[string, string[] | 'any']>([
  ['a: 1\n', []],
  ['a: $x ${b}\n', []],
  ['a: ${cairn:services/db#/port}\n', ['services/db']],
  ['a: "${cairn:services/a.b-c_d/e#} and ${cairn:models/x#/y}"\n', ['services/a.b-c_d/e', 'models/x']],
  ['a: ${cairn:environment#/labels/x}${cairn:var#V}\n', []],
  // More than there is does no harm.
  ['a: $${cairn:services/db#/port} # ${cairn:services/x#/y}\n', ['services/db', 'services/x']],
  ['a: C\\D ${cairn:services/db#/port}\n', ['services/db']],
  ['a: "${cairn:services\\/db#/port}"\n', 'any'],
  ['a: "\\u0024{cairn:services/db#/port}"\n', 'any'],
  ['a: "${cairn:serv\\\n  ices/db#/port}"\n', 'any'],
  ['a: ${cairn:services/dä#/port}\n', 'any'],
  ['a: ${cairn:services/\n  db#/port}\n', 'any'],
  ['a: ${cairn:', 'any'],
])('%j', (text, expected) => {
  const named = documentsNamedIn(text)
  expect(named === 'any' ? named : [...named]).toEqual(expected)
})
