import { expect, test } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import { Source } from '../../src/core/source.ts'
import { dangersOf } from '../../src/stages/danger/danger.ts'
import { pullRequest } from '../helpers/pull-request.ts'

const DB = { 'environments/production/services/db.yaml': 'port: 1\n' }
const KEYS = ['port', 'replicas', 'resources/memory_mb', 'security/ssl_enabled', 'database/pool/max', 'labels/a', 'a/b/c/d/e/f']

test('a hundred thousand changes and ten megabytes of text take little time', async () => {
  const { input } = await pullRequest(DB, DB)
  const changes = Array.from({ length: 100_000 }, (_, i): Change => {
    const tokens = (KEYS[i % KEYS.length] ?? '').split('/')
    const location = { file: `environments/production/services/s${String(i)}.yaml`, line: 1, column: 1 }
    const [before, after] = [{ value: 'x', location, shadowed: [] }, { value: 'y', location, shadowed: [] }]
    return { document: `services/s${String(i)}`, tokens, kind: 'changed', before, after, environments: ['production'] }
  })
  const texts = Array.from({ length: 1000 }, (_, i) => ({ source: new Source(`f${String(i)}`, 'key: value # comment\n'.repeat(500)) }))
  const started = performance.now()
  const { findings } = dangersOf({ ...input, changes, texts, documents: 200_000 })
  const took = performance.now() - started
  expect(findings).toEqual([])
  expect(took).toBeLessThan(3000)
})
