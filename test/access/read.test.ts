import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createValidator } from '../../src/adapters/ajv/validator.ts'
import type { Value } from '../../src/core/value.ts'
import { checkFiles } from '../helpers/memory.ts'
import { ACCESS } from '../mistakes/access.ts'
import { unmark } from '../mistakes/mistake.ts'
import { ROOT } from '../reference/repository-files.ts'
import { schemaOf } from '../validate/schemas.ts'

const REPOSITORY = {
  'environments/production/environment.yaml': 'protected: true\nlabels: {stage: production, site: {region: eu}}\n',
  'environments/production/services/db.yaml': 'port: 1\n',
}
const EVERYTHING = `roles: {db: ["@ada"]}
rules:
  - name: all
    environments: ['prod*']
    labels: {stage: [production, live], site: {region: eu}}
    protected: true
    kinds: [services]
    documents: [services/d*]
    paths: [/database, '/**/max']
    roles: [db]
    approvals: 2
`

test.each([
  [''],
  ['roles:\nrules:\n'],
  ['roles: {db: ["@ada", "@acme/data-base", bob_acme, acme/x.y, "@renovate[bot]"]}\nrules: [{roles: [db]}]\n'],
  [EVERYTHING],
])('nothing is wrong with %j', async (text) => {
  expect((await checkFiles({ ...REPOSITORY, 'access.yaml': text })).findings).toEqual([])
})

describe('schemas/meta/access.yaml', () => {
  const schema = schemaOf(parse(readFileSync(join(ROOT, 'schemas/meta/access.yaml'), 'utf8')))
  const isValid = (text: string): boolean => createValidator().validate(schema, parse(text) as Value).definite.length === 0

  test('takes what is right', () => {
    for (const text of ['', 'roles:\nrules:\n', EVERYTHING]) expect(isValid(text)).toBe(true)
  })

  const inFile = ACCESS.filter(({ rule }) => /unknown-key|wrong-type|missing-key/.test(rule))
  test.each(inFile.map((mistake) => [mistake.what, mistake] as const))('refuses %s', (_what, { files }) => {
    expect(isValid(String(unmark(files).files['access.yaml']))).toBe(false)
  })
})
