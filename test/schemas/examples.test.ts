import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Json } from '../reference/independent.ts'
import { ROOT } from '../reference/repository-files.ts'
import { readYaml } from './reference.ts'
import { EXAMPLES, fileOf, problems, SCHEMAS, validator, type Mapping } from './schemas.ts'
import { schemasIn } from './walk.ts'

describe('what the schemas say of themselves', () => {
  const told = [...SCHEMAS.keys()].flatMap((file) => [...schemasIn(file)]).flatMap(({ file, tokens, schema }) => {
    const values = [...((schema['examples'] ?? []) as Json[]), ...(schema['default'] === undefined ? [] : [schema['default']])]
    return values.map((value) => [`${file}#/${tokens.join('/')}`, file, tokens, value] as const)
  })

  test('there is a lot', () => {
    expect(told.length).toBeGreaterThan(150)
  })
  test.each(told)('%s', (_place, file, tokens, value) => {
    expect(problems(validator(file, tokens), value)).toEqual([])
  })
})

describe('documents of others', () => {
  test.each(['service', 'deployment'])('the %s of the system that Cairn grew from', (name) => {
    expect(problems(validator(fileOf(`${name}s`)), readYaml(`test/fixtures/origin/${name}.yaml`))).toEqual([])
  })
})

describe('docs/examples', () => {
  const files = readdirSync(join(ROOT, 'docs/examples'))

  test('has one for every type', () => {
    expect(files.filter((file) => file.endsWith('.yaml')).sort()).toEqual(Object.keys(EXAMPLES).map((name) => `${name}.yaml`).sort())
  })

  test.each(Object.entries(EXAMPLES))('%s.yaml', (name, kind) => {
    const path = `docs/examples/${name}.yaml`
    expect(problems(validator(fileOf(kind)), readYaml(path))).toEqual([])
    expect(readFileSync(join(ROOT, path), 'utf8')).toContain(`# yaml-language-server: $schema=../../schemas/${fileOf(kind)}\n`)
  })

  test.each(Object.entries(EXAMPLES))('%s.yaml is of the type that its name says', (name, kind) => {
    const document = readYaml(`docs/examples/${name}.yaml`) as Mapping
    const type = (document['service_type'] ?? document['deployment_type']) as string
    expect(kind === 'deployments' ? `deployment-${type}` : type.replace('platform', 'platform-service').replace('_', '-')).toBe(name)
  })
})
