import { describe, expect, test } from 'vitest'
import type { SettledFinding } from '../../src/core/finding.ts'
import { showLocation } from '../../src/core/place.ts'
import type { DangerInput } from '../../src/stages/danger/input.ts'
import { dangersBetween } from '../helpers/pull-request.ts'

const DB = 'environments/production/services/db.yaml'
const OTHER = 'environments/production/services/other.yaml'
const before = { [DB]: 'tls: {enabled: true}\n', [OTHER]: 'port: 1\n' }
const after = { [DB]: 'tls: {enabled: false}\n', [OTHER]: 'port: 1\n' }

/** What is told and what is silenced, with silences in the base, and where they are not the same in the head. */
async function told(base: string | undefined, head = base, more: Partial<DangerInput> = {}) {
  const config = (text: string | undefined) => (text === undefined ? {} : { 'cairn.yaml': text })
  const result = await dangersBetween({ ...before, ...config(base) }, { ...after, ...config(head) }, more)
  return {
    findings: result.findings.map(({ location, rule, severity }) => `${showLocation(location)} ${severity} ${rule}`),
    silenced: result.silenced.map(({ finding, reason, location }) => `${finding.rule} ${reason} ${showLocation(location)}`),
    judgedBy: result.judgedBy,
    result,
  }
}

const silence = (path: string, more = ''): string => `silence:\n  - {rule: danger/encryption-off, path: '${path}', reason: behind a tunnel${more}}\n`
const TLS = `${DB}:1:16 warning danger/encryption-off`
const SILENCED = ['danger/encryption-off behind a tunnel cairn.yaml:2:5']

describe('a silence of the base', () => {
  test.each([
    [DB], ['environments/**'], ['environments/production/'], ['**/db.yaml'], ['environments/*/services/d?.yaml'],
    ['services/db#'], ['services/db#/tls'], ['services/db#/tls/enabled'], ['services/*#/**/enabled'], ['**#/tls/*'],
  ])('for %s covers it', async (path) => {
    expect(await told(silence(path))).toMatchObject({ findings: [], silenced: SILENCED, judgedBy: 'base' })
  })

  test.each([
    [OTHER], ['environments/*'], ['services/other#'], ['services/db#/port'], ['services/db#/tls/enabled/x'], ['*#/tls'],
  ])('for %s does not', async (path) => {
    expect(await told(silence(path))).toMatchObject({ findings: [TLS], silenced: [] })
  })

  test('for a name covers no document that gets that name', async () => {
    const config = { 'cairn.yaml': silence('services/batch-*#') }
    const base = { ...config, [DB]: 'tls: {enabled: true}\nport: 1\n' }
    const head = { ...config, [DB.replace('db', 'batch-db')]: 'tls: {enabled: false}\nport: 1\n' }
    const { findings, silenced } = await dangersBetween(base, head)
    expect(findings.map(({ message }) => message)).toEqual(['services/batch-db#/tls/enabled is false now, and it was true'])
    expect(silenced).toEqual([])
  })

  test('is about one rule', async () => {
    const { findings } = await told("silence: [{rule: danger/resources, path: '**', reason: x}]\n")
    expect(findings).toEqual([TLS])
  })

  test('counts to its last day', async () => {
    const config = silence('**', ', until: 2027-01-31')
    expect((await told(config, config, { today: '2027-01-31' })).silenced).toEqual(SILENCED)
    const { findings, result } = await told(config, config, { today: '2027-02-01' })
    expect(findings).toEqual([TLS])
    expect(result.findings[0]?.related).toMatchObject([{ message: 'this silenced it, and has ended', location: { file: 'cairn.yaml', line: 2 } }])
    expect((await told(config)).silenced).toEqual(SILENCED)
  })

  test('counts although the head takes it out', async () => {
    expect(await told(silence('**'), 'presence: inherited\n')).toMatchObject({ findings: [], silenced: SILENCED })
  })
})

describe('a silence for files', () => {
  const TEST_DB = 'environments/test/services/db.yaml'
  const files = (production: string, more: Record<string, string> = {}): Record<string, string> => ({
    'cairn.yaml': silence('environments/test/'),
    'environments/base/services/db.yaml': 'tls: {enabled: true}\n',
    'environments/test/environment.yaml': 'inherits: base\n',
    [TEST_DB]: 'tls: {enabled: true}\n',
    'environments/production/environment.yaml': `inherits: ${production}\n`,
    ...more,
  })
  const OFF = { [TEST_DB]: 'tls: {enabled: false}\n' }
  const ofTls = async (before: Record<string, string>, after: Record<string, string>) => {
    const { findings, silenced } = await dangersBetween(before, after)
    const inThem = (all: readonly SettledFinding[]) => all.filter(({ rule }) => rule === 'danger/encryption-off').map((one) => one.environments)
    return { told: inThem(findings), silenced: inThem(silenced.map(({ finding }) => finding)) }
  }

  test('covers no environment that takes from them with this very change', async () => {
    expect(await ofTls(files('base'), files('test', OFF))).toEqual({ told: [['production']], silenced: [['test']] })
  })

  test('covers those that took from them before', async () => {
    expect(await ofTls(files('test'), files('test', OFF))).toEqual({ told: [], silenced: [['production', 'test']] })
  })

  test('covers a file that is new there', async () => {
    const before = files('base')
    Reflect.deleteProperty(before, TEST_DB)
    expect(await ofTls(before, { ...before, ...OFF })).toEqual({ told: [], silenced: [['test']] })
  })

  test('covers no file that is for another environment now', async () => {
    const layout = "layout: [{path: 'environments/{environment}/{kind}/{name}.yaml'}, {path: 'environments/test/{kind}/{name}.yaml', environment: production}]\n"
    const after = { ...files('base', OFF), 'cairn.yaml': silence('environments/test/') + layout }
    const { told: loud } = await ofTls(files('base'), after)
    expect(loud.flat()).toContain('production')
  })
})

describe('a silence of the head', () => {
  test('is told and does not count', async () => {
    const { findings, silenced, result } = await told('presence: inherited\n', silence('services/db#/tls'))
    expect(findings).toEqual(['cairn.yaml:2:5 error danger/self-silenced', TLS])
    expect(silenced).toEqual([])
    expect(result.findings[0]?.related[0]?.message).toContain('services/db#/tls/enabled is false now')
    expect(result.findings[0]?.environments).toEqual(['production'])
  })

  test('with more time, or more paths, is another one', async () => {
    const old = silence('**', ', until: 2026-01-01')
    expect((await told(old, silence('**', ', until: 2028-01-01'), { today: '2027-01-01' })).findings).toEqual([
      'cairn.yaml:2:5 error danger/self-silenced', TLS,
    ])
  })

  test('with another reason is the same', async () => {
    const other = silence('**').replace('tunnel', 'wall')
    expect(await told(silence('**'), other)).toMatchObject({ findings: [], silenced: SILENCED })
  })

  test('counts no more where base has no cairn.yaml', async () => {
    const { findings, judgedBy } = await told(undefined, silence('**'))
    expect(judgedBy).toBe('head')
    expect(findings).toEqual(['cairn.yaml:2:5 error danger/self-silenced', TLS])
  })

  test('that has ended covers nothing', async () => {
    const { findings } = await told('presence: inherited\n', silence('**', ', until: 2026-01-01'), { today: '2027-01-01' })
    expect(findings).toEqual(['cairn.yaml:2:5 warning danger/config-changed', TLS])
  })
})

describe('the rules of the base', () => {
  test('say how severe a danger is', async () => {
    const { findings } = await told('rules: {danger/encryption-off: error}\n')
    expect(findings).toEqual([TLS.replace('warning', 'error')])
  })

  test('switch one off', async () => {
    expect((await told('rules: {danger/encryption-off: off}\n')).findings).toEqual([])
  })

  test('are not those of the head', async () => {
    const { findings } = await told('presence: inherited\n', 'rules: {danger/encryption-off: off}\n')
    expect(findings).toEqual(['cairn.yaml:1:9 error danger/self-silenced', TLS])
  })

  test('are those of the head where base has no cairn.yaml', async () => {
    const { findings, judgedBy } = await told(undefined, 'rules: {danger/encryption-off: note}\n')
    expect(judgedBy).toBe('head')
    expect(findings).toEqual([TLS.replace('warning', 'note')])
  })

  test('can be without sight of silences', async () => {
    const { findings } = await told('rules: {danger/self-silenced: off}\n', `rules: {danger/self-silenced: off}\n${silence('**')}`)
    expect(findings).toEqual(['cairn.yaml:3:5 warning danger/config-changed', TLS])
  })
})
