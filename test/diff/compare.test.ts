import { describe, expect, it } from 'vitest'
import { showLocation } from '../../src/core/place.ts'
import { compareEnvironments } from '../../src/stages/diff/compare.ts'
import { layer, linked } from './support.ts'

describe('compareEnvironments', () => {
  const base = layer('base', { pool: { max: 10 }, host: 'a' })
  const staging = linked([base, layer('staging', {})], { environment: 'staging' })
  const production = linked([base, layer('production', { pool: { max: 50 } })], { environment: 'production' })

  it('names the sides, and both environments', () => {
    const [change, ...more] = compareEnvironments(staging, production)
    expect(more).toEqual([])
    expect(change).toMatchObject({
      kind: 'changed',
      tokens: ['pool', 'max'],
      before: { value: 10, environment: 'staging' },
      after: { value: 50, environment: 'production' },
      environments: ['production', 'staging'],
    })
    expect(showLocation(change?.before?.location ?? {})).toBe('base/db.yaml:4:10')
    expect(change?.after?.shadowed.map(showLocation)).toEqual(['base/db.yaml:4:10'])
  })

  it('tells a document that only one of them has', () => {
    expect(compareEnvironments(staging, undefined)).toMatchObject([
      { kind: 'removed', whole: true, tokens: [], before: { environment: 'staging' }, environments: ['staging'] },
    ])
    expect(compareEnvironments(undefined, production)).toMatchObject([
      { kind: 'added', whole: true, after: { environment: 'production' }, environments: ['production'] },
    ])
    expect(compareEnvironments(undefined, undefined)).toEqual([])
  })
})
