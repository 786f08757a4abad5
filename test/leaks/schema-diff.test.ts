import { expect, test } from 'vitest'
import { cairn } from '../helpers/cli.ts'
import { repository, type Files } from '../helpers/repository.ts'
import { CANARY, SPELLINGS } from './canary.ts'

const SECRET = '{type: string, x-secret: true}'
/** What the secret may be by the other side's schema: each refuses it, or says nothing of its being a secret. */
const OTHERS = [
  '{type: integer}', '{enum: [a, b]}', '{const: a}', '{type: string, pattern: ^x}', '{type: string, maxLength: 3}', '{type: string, format: uri}',
  '{type: array}', '{oneOf: [{type: integer}, {type: boolean}]}', '{anyOf: [{const: a}, {type: "null"}]}', '{not: {type: string}}', 'false',
  '{if: {type: string}, then: {maxLength: 1}}', '{type: string}', '{type: integer, x-secret: true}',
]
const UNUSABLE = [...OTHERS, '{type: strnig}']

const keys = (lines: (one: string, key: string) => string) => UNUSABLE.map((one, i) => lines(one, `k${i}`)).join('')

const LAYERS: readonly (readonly [what: string, path: string, content: string])[] = [
  ['in YAML', 'environments/dev/services/a.yaml', keys((_one, key) => `${key}: ${CANARY}\n`)],
  ['in INI', 'environments/dev/services/a.ini', keys((_one, key) => `${key} = ${CANARY}\n`)],
  ['through references', 'environments/dev/services/a.yaml', keys((_one, key) => `${key}: \${cairn:vaults/v#/${key}}\n`)],
]

const schemaOf = (passwords: readonly string[]) => `type: object\nproperties:\n${passwords.map((one, i) => `  k${i}: ${one}\n`).join('')}`

const CASES = LAYERS.flatMap(([what, path, content]) => [OTHERS, UNUSABLE].flatMap((others) => {
  const [secret, open] = [schemaOf(others.map(() => SECRET)), schemaOf(others)]
  const title = `${what}${others === UNUSABLE ? ', by a schema that cannot be used' : ''}`
  return [[`${title}: before`, path, content, secret, open], [`${title}: now`, path, content, open, secret]] as const
}))

const PLAIN = schemaOf(OTHERS.map(() => '{type: string}'))

test.each(CASES)('what is a secret by either schema is not shown: %s', async (_what, path, content, before, after) => {
  await expectNothingShown({ [path]: content, 'schemas/vaults.yaml': before, 'schemas/services.yaml': before }, { 'schemas/services.yaml': after, 'schemas/vaults.yaml': after })
})

test('what was a secret where a reference leads is not shown, though it is none any more', async () => {
  const [, path, content] = LAYERS[2] as (typeof LAYERS)[number]
  const secret = schemaOf(OTHERS.map(() => SECRET))
  await expectNothingShown({ [path]: content, 'schemas/vaults.yaml': secret, 'schemas/services.yaml': PLAIN }, { 'schemas/services.yaml': schemaOf(OTHERS.slice(0, -1)), 'schemas/vaults.yaml': PLAIN })
})

async function expectNothingShown(before: Files, after: Files): Promise<void> {
  const repo = repository({ 'environments/dev/vaults/v.yaml': keys((_one, key) => `${key}: ${CANARY}\n`), ...before })
  repo.commit()
  repo.write(after)
  for (const format of ['terminal', 'json', 'markdown']) {
    const { stdout, stderr, code } = await cairn(['schema', 'diff', 'HEAD', '--format', format], { directory: repo.root })
    expect(code).toBeLessThan(2)
    for (const spelling of SPELLINGS) expect(stdout + stderr).not.toContain(spelling)
  }
}
