import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { reloadAt } from '../../src/core/schema/reload.ts'
import { schemaOf } from './support.ts'

const root = schemaOf(parse(`
type: object
properties:
  log_level: {type: string, x-reload: hot}
  network:
    x-reload: restart
    properties:
      port: {type: integer}
      timeout: {type: integer, x-reload: hot}
  limits:
    additionalProperties: {x-reload: hot}
  engine:
    oneOf:
      - {properties: {kind: {const: a}, size: {x-reload: restart}}, required: [kind]}
      - {properties: {kind: {const: b}, size: {x-reload: hot}}, required: [kind]}
  note: {}
`))

const document = {
  log_level: 'info',
  network: { port: 1, timeout: 2 },
  limits: { a: 1 },
  engine: { kind: 'b', size: 1 },
  note: 'x',
}

test.each<readonly [string, readonly string[], string | undefined]>([
  ['the value itself says it', ['log_level'], 'hot'],
  ['the nearest above says it', ['network', 'port'], 'restart'],
  ['the value beats what is above', ['network', 'timeout'], 'hot'],
  ['of a collection the more that a value in it takes', ['network'], 'restart'],
  ['any key', ['limits', 'a'], 'hot'],
  ['by the branch that a tag chooses', ['engine', 'size'], 'hot'],
  ['nothing is said', ['note'], undefined],
  ['the whole document', [], 'restart'],
  ['what is not there', ['network', 'gone'], 'restart'],
])('%s', (_title, tokens, expected) => {
  expect(reloadAt(root, tokens, document)).toBe(expected)
})
