import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOLE, Sealed, Unresolved } from '../../src/core/opaque.ts'
import type { Environment } from '../../src/core/environment.ts'
import type { Value } from '../../src/core/value.ts'
import { asking, listening, toldIn } from './run.ts'

const sealed = new Sealed('str', 'x')

describe('GPUs without memory', () => {
  test.each<readonly [string, Value, readonly string[]]>([
    ['switched on', { gpu_enabled: true }, ['services/a#/resources/gpu_enabled gpu-memory']],
    ['counted', { gpu_count: 2 }, ['services/a#/resources/gpu_count gpu-memory']],
    ['both', { gpu_enabled: true, gpu_count: 2 }, ['services/a#/resources/gpu_enabled gpu-memory']],
    ['with memory', { gpu_enabled: true, gpu_memory_gb: 24 }, []],
    ['with no memory', { gpu_enabled: true, gpu_memory_gb: 0 }, ['services/a#/resources/gpu_memory_gb gpu-memory']],
    ['with null', { gpu_enabled: true, gpu_memory_gb: null }, ['services/a#/resources/gpu_enabled gpu-memory']],
    ['with unknown memory', { gpu_enabled: true, gpu_memory_gb: sealed }, []],
    ['switched off', { gpu_enabled: false, gpu_count: 2 }, []],
    ['none', { gpu_count: 0 }, []],
    ['an unknown switch', { gpu_enabled: sealed, gpu_count: sealed }, []],
    ['no word', { memory_mb: 1 }, []],
    ['unknown resources', HOLE, []],
    ['no mapping', 'lots', []],
  ])('%s', (_what, resources, expected) => {
    expect(toldIn({ 'services/a': { resources } })).toEqual(expected)
  })
})

describe('encryption', () => {
  const off = (level: Value) => ({ security: { security_level: level, ssl_enabled: false, encryption_enabled: true } })
  test.each<readonly [string, Value, Value, readonly string[]]>([
    ['high', off('high'), null, ['integrations/a#/security/ssl_enabled encryption-off']],
    ['high in capitals', off('HIGH'), null, ['integrations/a#/security/ssl_enabled encryption-off']],
    ['the environment\'s, in a title', off(null), 'Critical', ['integrations/a#/security/ssl_enabled encryption-off']],
    ['off', { security: { security_level: 'high', ssl_enabled: 'off' } }, null, ['integrations/a#/security/ssl_enabled encryption-off']],
    ['Disabled', { security: { security_level: 'high', ssl_enabled: 'Disabled' } }, null, ['integrations/a#/security/ssl_enabled encryption-off']],
    ['nought', { security: { security_level: 'high', ssl_enabled: 0 } }, null, ['integrations/a#/security/ssl_enabled encryption-off']],
    ['another word', { security: { security_level: 'high', ssl_enabled: 'offline' } }, null, []],
    ['low', off('low'), null, []],
    ['unknown', off(sealed), 'high', []],
    ['low in a high environment', off('low'), 'high', []],
    ['the environment\'s', off(null), 'high', ['integrations/a#/security/ssl_enabled encryption-off']],
    ['the environment\'s, which is unknown', off(null), sealed, []],
    ['nobody\'s', off(null), null, []],
    ['both off', { security: { security_level: 'critical', ssl_enabled: false, encryption_enabled: 'false' } }, null, ['integrations/a#/security/ssl_enabled encryption-off', 'integrations/a#/security/encryption_enabled encryption-off']],
    ['an unknown switch', { security: { security_level: 'high', ssl_enabled: sealed } }, null, []],
    ['a mapping as level', off({ high: true }), null, []],
  ])('at a security level: %s', (_what, document, label, expected) => {
    const labels = label === null ? {} : { security_level: label }
    expect(toldIn({ 'integrations/a': document }, { environment: { labels } })).toEqual(expected)
  })

  test('other switches, levels and kinds', () => {
    const rules = '{consistency/encryption-off: {kinds: [apps], level: /level, levels: [Secret], switches: [/tls], severity: note}}'
    expect(toldIn({ 'apps/a': { level: 'secret', tls: false } }, { rules })).toEqual(['apps/a#/tls encryption-off note'])
  })
})

describe('a field and its environment', () => {
  const known = (name: string, more: Partial<Environment> = {}): Partial<Environment> => ({ name, lineage: [name], ...more })
  test.each<readonly [string, Value, Partial<Environment>, boolean]>([
    ['the label', 'production', known('eu', { labels: { stage: 'production' } }), true],
    ['not the label', 'staging', known('eu', { labels: { stage: 'production' } }), false],
    ['the label in another word', 'prod', known('eu', { labels: { stage: 'production' } }), true],
    ['not the label, but the name', 'production', known('production', { labels: { stage: 'staging' } }), false],
    ['an unknown label', 'staging', known('eu', { labels: { stage: sealed } }), true],
    ['the name', 'production', known('production'), true],
    ['another stage than the name', 'staging', known('production'), false],
    ['the stage in the name', 'production', known('prod-eu'), true],
    ['another stage than the one in the name', 'dev', known('prod-eu'), false],
    ['what is before production', 'staging', known('pre-production'), true],
    ['two stages in a name', 'staging', known('dev-test'), true],
    ['an ancestor\'s name', 'base', known('eu', { lineage: ['eu', 'base'] }), true],
    ['an ancestor\'s stage', 'staging', known('eu', { lineage: ['eu', 'production'] }), false],
    ['a word of one\'s own', 'blue', known('eu'), true],
    ['unknown', sealed, known('production'), true],
    ['a list', ['staging'], known('production'), true],
    ['nothing', null, known('production'), true],
  ])('%s', (_what, value, environment, agrees) => {
    const expected = agrees ? [] : ['deployments/a#/environment environment']
    expect(toldIn({ 'deployments/a': { environment: value } }, { environment })).toEqual(expected)
  })

  test('a region, and fields of one\'s own', () => {
    const environment = { labels: { region: 'eu', tier: 1 }, variables: { DOMAIN: 'x' } }
    expect(toldIn({ 'infrastructure/a': { region: 'us' } }, { environment })).toEqual(['infrastructure/a#/region environment'])
    const rules = '{consistency/environment: {kinds: [apps], fields: {/tier: /labels/tier, /domain: [/labels/domain, /variables/DOMAIN]}}}'
    expect(toldIn({ 'apps/a': { tier: '1', domain: 'x', environment: 'staging' } }, { environment, rules })).toEqual([])
    expect(toldIn({ 'apps/a': { tier: 2, domain: 'y' } }, { environment, rules })).toEqual(['apps/a#/tier environment', 'apps/a#/domain environment'])
  })
})

describe('performance', () => {
  test.each<readonly [limit: Value, request: Value, boolean]>([
    [2048, 1024, true],
    [1024, 1024, true],
    [1023, 1024, false],
    ['1Gi', 1024, true],
    ['1023Mi', 1024, false],
    ['lots', 1024, true],
    [sealed, 1024, true],
    [null, 1024, true],
    [1, null, true],
    [0, 1, false],
  ])('limits and requests, case %#', (limit, request, fits) => {
    const expected = fits ? [] : ['models/a#/resources/limits/memory_mb limit-below-request']
    expect(toldIn({ 'models/a': asking(request, 1, { limits: { memory_mb: limit, cpu_cores: 1 } }) })).toEqual(expected)
  })

  test('numbers of cores', () => {
    expect(toldIn({ 'models/a': asking(1, 0.5, { limits: { cpu_cores: '499m' } }) })).toEqual(['models/a#/resources/limits/cpu_cores limit-below-request'])
  })

  test('the size of a document is that of its JSON', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'abc {}[]:,.') })
    const values = fc.jsonValue({ stringUnit: fc.constantFrom(...'abc {}[]:,.'), maxDepth: 4 })
    fc.assert(fc.property(fc.oneof(values, plain), (value) => {
      const { length } = JSON.stringify(value)
      const large = (limit: number) => toldIn({ 'any/a': value as Value }, { rules: `{consistency/large-document: {characters: ${limit}}}` }).length
      expect(large(length)).toBe(0)
      if (length > 1) expect(large(length - 1)).toBe(1)
    }))
  })

  test('opaque leaves and deep values have a size too', () => {
    expect(toldIn({ 'any/a': { a: sealed, c: new Unresolved() } }, { rules: '{consistency/large-document: {characters: 8}}' })).toEqual(['any/a# large-document'])
    expect(toldIn({ 'any/a': { a: sealed, c: [HOLE] } }, { rules: '{consistency/large-document: {characters: 8}}' })).toEqual([])
  })
})

describe('switching off', () => {
  const documents = { 'services/a': asking(2, 1, { gpu_enabled: true, limits: { memory_mb: 1 } }) }
  test('each alone', () => {
    expect(toldIn(documents)).toEqual(['services/a#/resources/gpu_enabled gpu-memory', 'services/a#/resources/limits/memory_mb limit-below-request'])
    expect(toldIn(documents, { rules: '{consistency/gpu-memory: off}' })).toEqual(['services/a#/resources/limits/memory_mb limit-below-request'])
    expect(toldIn(documents, { rules: '{consistency/gpu-memory: {severity: off}, consistency/limit-below-request: error}' })).toEqual(['services/a#/resources/limits/memory_mb limit-below-request error'])
  })

  test('what needs all documents is not asked of some', () => {
    const more = { ...documents, 'services/b': listening('h', 1), 'services/c': listening('h', 1) }
    expect(toldIn(more)).toContain('services/c#/network/port port-conflict')
    expect(toldIn(more, { documents: 'some' })).toEqual(toldIn(documents))
  })
})
