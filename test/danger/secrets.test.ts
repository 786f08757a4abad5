import { describe, expect, test } from 'vitest'
import { dangersBetween } from '../helpers/pull-request.ts'

const DB = 'environments/production/services/db.yaml'
const SECRET = 'properties:\n  key: {type: string, x-secret: true}\n  replicas: {x-secret: true}\n  tls: {x-secret: true}\n  nested: {properties: {security_level: {x-secret: true}}}\n'

/** All that is said, as one text. */
async function said(before: Record<string, string>, after: Record<string, string>): Promise<string> {
  const { findings, silenced } = await dangersBetween(before, after)
  return JSON.stringify([findings, silenced])
}

describe('what the schema hides', () => {
  test.each([
    ['a switch', 'tls: {enabled: verify-canary}\n', 'tls: {enabled: "off"}\n', 'services/db#/tls/enabled is a string now, and it was a string'],
    ['a level', 'nested: {security_level: critical}\n', 'nested: {security_level: low}\n', 'is lowered from a string to a string'],
  ])('%s is told without its value', async (_what, before, after, message) => {
    const schema = { 'schemas/services.yaml': SECRET }
    const text = await said({ ...schema, [DB]: before }, { ...schema, [DB]: after })
    expect(text).toContain(message)
    expect(text).not.toMatch(/canary|critical|"low|off\\"/)
  })

  test('an amount is not told at all: how much it changes says something of it', async () => {
    const schema = { 'schemas/services.yaml': SECRET }
    const text = await said({ ...schema, [DB]: 'replicas: 2\n' }, { ...schema, [DB]: 'replicas: 20\n' })
    expect(text).toBe('[[],[]]')
  })

  test('and hides no more is told where its value changes, and with the schema', async () => {
    const open = SECRET.replace('key: {type: string, x-secret: true}', 'key: {type: string}')
    const { findings } = await dangersBetween(
      { 'schemas/services.yaml': SECRET, [DB]: 'key: canary1\n' },
      { 'schemas/services.yaml': open, [DB]: 'key: canary2\n' },
    )
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'danger/became-plain services/db#/key was a secret by its schema, and is none now',
      expect.stringMatching(/^danger\/schema-weakened the schema of services \/key: it is no longer secret/),
    ])
    expect(JSON.stringify(findings)).not.toContain('canary')
  })
})
