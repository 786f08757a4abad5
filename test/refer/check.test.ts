import { describe, expect, test } from 'vitest'
import { pathFrom } from '../../src/stages/refer/paths.ts'
import { schemaOf } from '../schema/support.ts'
import { checked, type Repository } from './support.ts'

const BY_NAME = schemaOf({
  properties: {
    model: { 'x-ref': 'models' },
    needs: { items: { 'x-ref': { kind: ['services', 'infrastructure'], acyclic: true } } },
    upstreams: { propertyNames: { 'x-ref': 'services' } },
    secret: { 'x-secret': true, properties: { of: { 'x-ref': 'models' } } },
  },
})
const BY_PATH = schemaOf({ properties: { file: { 'x-ref': { kind: 'models', by: 'path' } } } })

/** `services/a` says something in a repository with some other documents. */
function said(text: Repository['documents'][string], more: Partial<Repository> = {}): Repository {
  const documents = { 'services/a': text, 'services/b': 'port: 80', 'models/mixtral': 'gpus: 2', 'infrastructure/redis': '', 'services/redis': '' }
  return { ...more, documents: { ...documents, ...more.documents } }
}

const tell = (text: Repository['documents'][string], more: Partial<Repository> = {}) => checked('services/a', BY_NAME, said(text, more)).told

describe('a name', () => {
  test('leads to a document of this environment', () => {
    const { told, edges } = checked('services/a', BY_NAME, said('model: mixtral\nneeds: [b, redis]\nupstreams: {b: 1}'))
    expect(told).toEqual([])
    expect(edges).toEqual([
      { from: 'services/a', to: 'models/mixtral', tokens: ['model'], part: 'value', as: 'name', acyclic: false },
      { from: 'services/a', to: 'services/b', tokens: ['needs', '0'], part: 'value', as: 'name', acyclic: true },
      // Of the first kind that has it.
      { from: 'services/a', to: 'services/redis', tokens: ['needs', '1'], part: 'value', as: 'name', acyclic: true },
      { from: 'services/a', to: 'services/b', tokens: ['upstreams', 'b'], part: 'key', as: 'name', acyclic: false },
    ])
  })

  const cases: readonly (readonly [what: string, text: string, told: readonly string[]])[] = [
    ['that is misspelt', 'model: mixtrall', ['services/a.yaml:1:8 error refer/unknown-document there is no document models/mixtrall; did you mean mixtral?']],
    ['that nothing is near to', 'x: 1\nmodel: gpt', ['services/a.yaml:2:8 error refer/unknown-document there is no document models/gpt']],
    ['with its kind', 'model: models/mixtral', ['services/a.yaml:1:8 error refer/unknown-document there is no document models/models/mixtral; write mixtral, without the kind']],
    ['of several kinds', 'needs: [b, rediss]', ['services/a.yaml:1:12 error refer/unknown-document there is no document rediss of the kind services or infrastructure; did you mean redis?']],
    ['in a key', 'upstreams:\n  bb: {}', ['services/a.yaml:2:3 error refer/unknown-document there is no document services/bb; did you mean b?']],
    ['of a document that only another kind has', 'model: b', ['services/a.yaml:1:8 error refer/unknown-document there is no document models/b']],
    ['that is empty', "model: ''", ['services/a.yaml:1:8 error refer/unknown-document an empty text names no document']],
    ['with control characters', 'model: "a\\u001b[2J"', ['services/a.yaml:1:8 error refer/unknown-document there is no document models/a\\u001b[2J']],
    ['under x-secret', 'secret: {of: mixtrall}', ['services/a.yaml:1:14 error refer/unknown-document this names no document of the kind models that exists here']],
  ]
  test.each(cases)('%s', (_what, text, told) => {
    expect(tell(text)).toEqual(told)
  })

  test('of a document that other environments have', () => {
    const elsewhere = { 'models/llama': ['development', 'production-us', 'staging', 'test'] }
    expect(tell('model: llama', { elsewhere })).toEqual([
      'services/a.yaml:1:8 error refer/unknown-document models/llama exists in development, production-us, staging and 1 more, not here',
    ])
  })

  test('that came through a reference is told at the reference', () => {
    expect(tell('model: ${cairn:services/c#/model}', { documents: { 'services/c': 'model: mixtrall' } })).toEqual([
      'services/a.yaml:1:8 error refer/unknown-document there is no document models/mixtrall; did you mean mixtral?',
    ])
  })

  test('of an upper layer is told there, with what lies below', () => {
    expect(tell({ 'base.yaml': 'model: mixtral', 'over.yaml': 'model: mixtrall' })).toEqual([
      'over.yaml:1:8 error refer/unknown-document there is no document models/mixtrall; did you mean mixtral?',
      '  base.yaml:1:8 this is the value below it',
    ])
  })

  test('of a kind that nothing is of', () => {
    const root = schemaOf({ properties: { model: { 'x-ref': 'modles' } } })
    expect(checked('services/a', root, said('model: mixtral')).told).toEqual([
      'services/a.yaml:1:8 error refer/unknown-document there is no document modles/mixtral; nothing of the kind modles exists here',
    ])
  })
})

describe('a path', () => {
  const files = {
    'models/m.yaml': ['models/mixtral'],
    'configs/models/near.yaml': ['models/near'],
    'models/near.yaml': ['models/mixtral'],
    'models/deep/llama.yaml': ['models/llama'],
    'models/README.md': [],
    'configs/x.yaml': ['services/a'],
  }
  const documents = { 'models/near': '' }
  const elsewhere = { 'models/llama': ['staging'] }
  const by = (path: string) => checked('services/a', BY_PATH, said({ 'configs/x.yaml': `file: ${path}` }, { files, elsewhere, documents }))

  test.each([
    ['from the folder of the file', '../models/m.yaml', 'models/mixtral'],
    ['from the root of the repository', 'models/m.yaml', 'models/mixtral'],
    ['from the root, written with a dot', './models/m.yaml', 'models/mixtral'],
    ['from the folder first', 'models/near.yaml', 'models/near'],
    ['with detours', './../configs//./../models/m.yaml', 'models/mixtral'],
  ])('%s', (_what, path, to) => {
    const { told, edges } = by(path)
    expect(told).toEqual([])
    expect(edges.map((edge) => edge.to)).toEqual([to])
  })

  test.each([
    ['to nothing', 'models/q.yaml', 'refer/unknown-file there is no file models/q.yaml, neither from configs nor from the top of the repository; did you mean models/m.yaml?'],
    ['to a file that was moved', './models/llama.yaml', 'refer/unknown-file there is no file ./models/llama.yaml, neither from configs nor from the top of the repository; did you mean models/deep/llama.yaml?'],
    ['out of the repository', '../../models/m.yaml', 'refer/unknown-file there is no file ../../models/m.yaml, neither from configs nor from the top of the repository; did you mean models/m.yaml?'],
    ['on this machine', '/models/deep/llama.yaml', 'refer/unknown-file there is no file /models/deep/llama.yaml, neither from configs nor from the top of the repository; did you mean models/deep/llama.yaml?'],
    ['to what is no layer', 'models/README.md', 'refer/unknown-file models/README.md is no file of a document of the kind models'],
    ['to a file of another kind', 'x.yaml', 'refer/unknown-file configs/x.yaml is no file of a document of the kind models'],
    ['to a document of another environment', 'models/deep/llama.yaml', 'refer/unknown-document this file is one of models/llama, which exists in staging, not here'],
  ])('%s', (_what, path, told) => {
    const found = by(path)
    expect(found.told).toEqual([`configs/x.yaml:1:7 error ${told}`])
    expect(found.edges).toEqual([])
  })

  test('in a file at the top is looked for once', () => {
    expect(checked('services/a', BY_PATH, said({ 'x.yaml': 'file: q' }, { files })).told).toEqual(['x.yaml:1:7 error refer/unknown-file there is no file q'])
  })

  test('is relative to the layer that says it, not to others', () => {
    const layers = { 'configs/x.yaml': 'other: 1', 'top.yaml': 'file: models/near.yaml' }
    const { edges } = checked('services/a', BY_PATH, said(layers, { files, documents }))
    expect(edges.map(({ to }) => to)).toEqual(['models/mixtral'])
  })
})

test('paths are put together as in a file system', () => {
  expect(pathFrom('', 'a')).toBe('a')
  expect(pathFrom('a/b', '../c')).toBe('a/c')
  expect(pathFrom('a', '../../c')).toBeUndefined()
  expect(pathFrom('a', '/c')).toBeUndefined()
  expect(pathFrom('a', '..')).toBe('')
})
