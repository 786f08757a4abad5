import { expect, test } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import type { Environment } from '../../src/core/environment.ts'
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

test('a line of a million characters that nobody sees takes no longer than many lines', async () => {
  const { input } = await pullRequest(DB, DB)
  const texts = [{ source: new Source('f', `a: "${'\u200bx'.repeat(500_000)}"\n`) }]
  const started = performance.now()
  const { findings } = dangersOf({ ...input, texts })
  expect(findings.map(({ rule, location }) => `${rule} ${String(location.line)}:${String(location.column)}`)).toEqual(['danger/hidden-character 1:5'])
  expect(performance.now() - started).toBeLessThan(3000)
})

test('a thousand documents under other names in three hundred environments are found in little time', async () => {
  const { input } = await pullRequest(DB, DB)
  const environments = Array.from({ length: 300 }, (_, i) => `e${String(i)}`)
  const known = new Map(environments.map((name) => [name, input.head.environments.get('production') as Environment]))
  const whole = (name: string, i: number, enabled: boolean): Change => {
    const value = { tls: { enabled }, ...Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`k${String(k)}`, k * i])) }
    const side = { value, location: { file: `${name}.yaml`, line: 1 }, shadowed: [] }
    const common = { document: `services/${name}`, tokens: [], whole: true as const, environments }
    return enabled ? { ...common, kind: 'removed', before: side } : { ...common, kind: 'added', after: side }
  }
  const changes = Array.from({ length: 1000 }, (_, i) => [whole(`old${String(i)}`, i, true), whole(`new${String(i)}`, i, false)]).flat()
  const [base, head] = [{ ...input.base, environments: known }, { ...input.head, environments: known }]
  const started = performance.now()
  const { findings } = dangersOf({ ...input, base, head, changes })
  expect(findings.filter(({ rule }) => rule === 'danger/encryption-off')).toHaveLength(1000)
  expect(performance.now() - started).toBeLessThan(6000)
})
