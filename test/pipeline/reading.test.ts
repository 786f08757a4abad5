import { expect, test } from 'vitest'
import { Collector } from '../../src/core/collector.ts'
import type { Snapshot } from '../../src/core/ports.ts'
import { engines } from '../../src/adapters/engines.ts'
import { openWorkspace } from '../../src/pipeline.ts'
import { check } from '../../src/queries/check.ts'
import { explain } from '../../src/queries/explain.ts'
import { memory } from '../helpers/memory.ts'
import type { Files } from '../helpers/repository.ts'

interface Watched {
  readonly snapshot: Snapshot
  readonly reads: string[]
  readonly announced: string[]
}

function watched(files: Files): Watched {
  const snapshot = memory(files)
  const reads: string[] = []
  const announced: string[] = []
  return {
    reads,
    announced,
    snapshot: {
      ...snapshot,
      read: (path) => {
        reads.push(path)
        return snapshot.read(path)
      },
      prefetch: (paths) => announced.push(...paths),
    },
  }
}

async function checked({ snapshot }: Watched) {
  const collector = new Collector()
  const workspace = await openWorkspace({ snapshot, variables: {}, engines }, collector)
  return check(workspace, { selection: {}, collector })
}

const ENVIRONMENTS = {
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/a/environment.yaml': 'inherits: base\n',
  'environments/b/environment.yaml': 'inherits: base\n',
}

test('what a reference leads to is read once, and what is wrong with it is told once', async () => {
  const files = watched({
    ...ENVIRONMENTS,
    'environments/base/services/a.yaml': 'x: ${cairn:services/z#/port}\n',
    'environments/base/services/b.yaml': 'x: ${cairn:services/z#/port}\n',
    'environments/base/services/z.yaml': 'port: 1\nport: 2\n',
  })
  const { findings } = await checked(files)
  expect(findings).toMatchObject([{ rule: 'parse/duplicate-key', location: { line: 2, column: 1 } }])
  expect(files.reads.filter((path) => path.endsWith('z.yaml'))).toHaveLength(1)
})

test('a layer of every document is read once, and what is wrong with it is told once', async () => {
  const services = Object.fromEntries(['a', 'b', 'c'].map((name) => [`environments/base/services/${name}.yaml`, 'own: 1\n']))
  const files = watched({
    ...ENVIRONMENTS,
    ...services,
    'cairn.yaml': [
      'layout:',
      "  - {path: shared.yaml, kind: services, name: '*'}",
      "  - {path: 'environments/{environment}/{kind}/{name}.yaml'}",
      '',
    ].join('\n'),
    'shared.yaml': 'port: 1\nport: 2\n',
  })
  const { findings } = await checked(files)
  expect(findings).toMatchObject([{ rule: 'parse/duplicate-key', location: { file: 'shared.yaml', line: 2 } }])
  expect(files.reads.filter((path) => path === 'shared.yaml')).toHaveLength(1)
})

test('one question to a large repository announces what discovery reads, and then what the answer is made of', async () => {
  const documents: Record<string, string> = {}
  for (let i = 0; i < 201; i++) documents[`environments/base/services/s${i}.yaml`] = 'x: 1\n'
  const files = watched({ ...ENVIRONMENTS, ...documents, 'environments/a/services/s7.yaml': 'x: ${cairn:services/s9#/x}\n' })
  const collector = new Collector()
  const workspace = await openWorkspace({ snapshot: files.snapshot, variables: {}, engines }, collector)
  expect(files.announced.sort()).toEqual(Object.keys(ENVIRONMENTS).sort())
  files.announced.length = 0
  await explain(workspace, { environment: 'a', document: 'services/s7', pointer: '/x' }, collector)
  const unique = [...new Set(files.announced)].sort()
  expect(unique).toEqual(['environments/a/services/s7.yaml', 'environments/base/services/s7.yaml', 'environments/base/services/s9.yaml'])
  expect(files.reads.every((path) => path in ENVIRONMENTS || unique.includes(path))).toBe(true)
})

test('everything that a check reads of a large repository is announced', async () => {
  const documents: Record<string, string> = {}
  for (let i = 0; i < 201; i++) documents[`environments/base/services/s${i}.yaml`] = 'x: 1\n'
  const files = watched({ ...ENVIRONMENTS, ...documents })
  await checked(files)
  const announced = new Set(files.announced)
  expect(files.reads.filter((path) => !announced.has(path))).toEqual([])
})
