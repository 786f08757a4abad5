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

describe('who can open a file', () => {
  const ADA = 'age1henwn645drkd3fa34t27t2w2x0nsgw3w4h62gmg5x5xflyjpy38s5cncph'
  const BOB = 'age1xl3dak65hyvqxjdhy0ffaml84pu2l8j3klznt6xuaz0hmzxpn3tqua39m5'
  const SEALED = 'ENC[AES256_GCM,data:Zm9v,iv:MDEyMzQ1Njc4OTAxMjM0NQ==,tag:MDEyMzQ1Njc4OTAxMjM0NQ==,type:str]'
  const file = (...recipients: readonly string[]): string =>
    JSON.stringify({ data: SEALED, sops: { age: recipients.map((recipient) => ({ recipient })), lastmodified: '2026-01-01T00:00:00Z', mac: SEALED, version: '3.13.3' } })
  const files = (...recipients: readonly string[]): Record<string, string> => Object.fromEntries(
    ['production', 'staging', 'test'].map((one) => [`environments/${one}/services/db.sops.json`, file(...recipients)]),
  )
  const told = async (before: Record<string, string>, after: Record<string, string>): Promise<readonly string[]> => {
    const { findings } = await dangersBetween(before, after)
    return findings.filter(({ rule }) => rule.startsWith('danger/recipient')).map(({ message, location, environments }) => `${location.file ?? ''} ${message} ${environments.join()}`)
  }

  test('is told once for many files, but of each that a silence is about not at all', async () => {
    const config = { 'cairn.yaml': 'silence:\n  - {rule: danger/recipient-added, path: environments/production/, reason: known}\n' }
    expect(await told({ ...config, ...files(ADA) }, { ...config, ...files(ADA, BOB) })).toEqual([
      `environments/staging/services/db.sops.json ${BOB} can open 2 files now, and could not before staging,test`,
    ])
  })
  test('is told of what the change itself takes out of sight', async () => {
    const path = 'environments/production/tls/server.sops.pem'
    const layer = { 'environments/production/services/a.yaml': 'port: 1\n' }
    expect(await told(
      { ...layer, 'cairn.yaml': 'presence: inherited\n', [path]: file(ADA) },
      { ...layer, 'cairn.yaml': 'presence: inherited\nignore: [environments/production/tls/**]\n', [path]: file(ADA, BOB) },
    )).toEqual([`${path} ${BOB} can open this file now, and could not before `])
  })
  test('is told by the base\'s names; what the change calls somebody is said to be its word', async () => {
    const named = (alias: string): Record<string, string> => ({ 'cairn.yaml': `recipients: {${alias}}\n` })
    const [path = ''] = Object.keys(files())
    const one = (...recipients: readonly string[]): Record<string, string> => ({ [path]: file(...recipients) })
    expect(await told({ ...named(`ada: ${ADA}`), ...one(ADA) }, { ...named(`ada: ${BOB}`), ...one(BOB) })).toEqual([
      `${path} ada (${ADA}) can open this file no more, but its data key stayed: who had it can read what is encrypted later; cairn secrets rotate makes a new one production`,
      `${path} ${BOB}, called ada by this very change, can open this file now, and could not before production`,
    ])
  })
})
