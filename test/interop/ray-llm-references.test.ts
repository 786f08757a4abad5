import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findingsText } from '../../src/report/terminal.ts'
import { plain } from '../../src/report/style.ts'
import { check } from '../../src/queries/check.ts'
import { createNaming } from '../../src/naming.ts'
import { evaluate, link } from '../../src/pipeline.ts'
import { fixtureRepository } from '../helpers/fixtures.ts'
import { openFiles } from '../helpers/memory.ts'

/** What ray-llm's serve configs say of models, with nothing else about them. */
const SCHEMA = `$schema: https://json-schema.org/draft/2020-12/schema
type: object
required: [applications]
properties:
  applications:
    type: array
    items:
      type: object
      required: [name, args]
      properties:
        name: {type: string}
        args:
          type: object
          minProperties: 1
          additionalProperties: {type: array, minItems: 1, items: {type: string, x-ref: {kind: models, by: path}}}
`

const CONFIG = readFileSync(new URL('../repositories/ray-llm.yaml', import.meta.url))
const fixture = fixtureRepository('ray-llm')
const files = { ...fixture, 'cairn.yaml': CONFIG, 'schemas/serve.yaml': SCHEMA }

/** Every model path in the serve configs, by looking at the lines. */
const written = Object.entries(fixture).flatMap(([path, content]) => {
  if (!path.startsWith('serve_configs/')) return []
  return content.toString().split('\n').flatMap((line, i) => {
    const [, before = '', model] = /^(\s*- )"(\.\/models\/.*)"\s*$/.exec(line) ?? []
    return model === undefined ? [] : [{ model: model.slice(2), place: `${path}:${i + 1}:${before.length + 1}` }]
  })
})

test('the fixture has model paths, of which one leads nowhere', () => {
  expect(written).toHaveLength(16)
  expect(written.filter(({ model }) => fixture[model] === undefined)).toEqual([
    { model: 'models/embedding_models/thenlper--gte-large.yaml', place: 'serve_configs/thenlper--gte-large.yaml:7:9' },
  ])
})

test('check finds that one, at its place, and nothing else about models', async () => {
  const { workspace, collector } = await openFiles(files)
  const { findings } = await check(workspace, { selection: {}, collector })
  const found = findings.filter(({ rule }) => rule.startsWith('refer/') || rule.startsWith('validate/'))
  expect(findingsText(found, plain)).toBe(
    'serve_configs/thenlper--gte-large.yaml:7:9 error refer/unknown-file there is no file ' +
      './models/embedding_models/thenlper--gte-large.yaml, neither from serve_configs nor from the top of the repository\n' +
      '  in default\n',
  )
})

test('every other one leads to the document of its file', async () => {
  const { workspace, collector } = await openFiles(files)
  const naming = createNaming(workspace)
  const models: string[] = []
  for (const document of workspace.discovery.documents.values()) {
    await workspace.reader.whole(collector, () => {
      for (const effective of evaluate(workspace, document, workspace.environments.values(), () => {})) {
        for (const { to } of naming.names(link(workspace, effective, () => {}), () => {})) models.push(to)
      }
    })
  }
  const paths = models.map((key) => workspace.discovery.documents.get(key)?.sources[0]?.path)
  expect(paths.sort()).toEqual(written.map(({ model }) => model).filter((model) => fixture[model] !== undefined).sort())
})
