import { describe, expect, test } from 'vitest'
import { say } from '../../src/core/message.ts'
import { review } from '../../src/queries/review.ts'
import { checkFiles, openFiles } from '../helpers/memory.ts'
import { openerWith, KEY, sealed } from './world.ts'

const A = 'environments/prod/services/a.sops.yaml'
const text = sealed('password: hunter2\n', { lastModified: '2026-11-01T12:00:00Z' })
const rulesOf = async (files: Record<string, string>, today: string) => (await checkFiles(files, {}, { today })).findings.map(({ rule, severity }) => `${severity} ${rule}`)

describe('secret/old', () => {
  test('after 90 days, where cairn.yaml does not say', async () => {
    expect(await rulesOf({ [A]: text }, '2027-01-30')).toEqual([])
    expect(await rulesOf({ [A]: text }, '2027-01-31')).toEqual(['warning secret/old'])
  })
  test('after as many days as cairn.yaml says', async () => {
    const config = { 'cairn.yaml': 'secrets: {max-age: 10d}\n' }
    expect(await rulesOf({ ...config, [A]: text }, '2026-11-10')).toEqual([])
    expect(await rulesOf({ ...config, [A]: text }, '2026-11-20')).toEqual(['warning secret/old'])
  })
})

test('the base says after how many days a file is due: a change that says so judges from the next one on', async () => {
  const due = async (before: Record<string, string>, after: string) => {
    const [base, head] = await Promise.all([openFiles({ [A]: text, ...before }), openFiles({ [A]: text, 'cairn.yaml': after })])
    const against = { workspace: base.workspace, collector: base.collector, because: say`it is asked for`, whenBroken: 'throw' } as const
    const { findings } = await review({ head: head.workspace, collector: head.collector, against, selection: {}, today: '2026-11-20' })
    return findings.map(({ rule, since }) => `${since} ${rule}`)
  }
  expect(await due({ 'cairn.yaml': 'secrets: {max-age: 10d}\n' }, 'secrets: {max-age: 900d}\n')).toEqual(['known secret/old'])
  expect(await due({ 'cairn.yaml': 'secrets: {max-age: 900d}\n' }, 'secrets: {max-age: 10d}\n')).toEqual([])
  expect(await due({}, 'secrets: {max-age: 10d}\n')).toEqual(['new secret/old'])
})

describe('what real encryption makes is in order', () => {
  test.each(['yaml', 'json', 'env'] as const)('%s', async (format) => {
    const plain = { yaml: 'a: {b: [x, 1, true, 1.5, null, ""]}\n# comment\nc_unencrypted: 5\n', json: '{"a": {"b": ["x", 1, true, null, ""]}}', env: 'A=x\n# comment\nB=\n' }[format]
    const rules = `creation_rules:\n  - path_regex: \\.sops\\.\n    age: ${KEY.identity.recipient}\n`
    const files = { '.sops.yaml': rules, [A.replace('yaml', format)]: sealed(plain, { format }) }
    expect((await checkFiles(files, {}, { opener: openerWith(KEY), today: '2026-11-23' })).findings).toEqual([])
  })
  test('the types of envelopes are asked without a key', async () => {
    const files = { 'schemas/services.yaml': 'properties: {password: {type: integer}}\n', [A]: text }
    expect((await checkFiles(files)).findings.map(({ rule }) => rule)).toEqual(['validate/type'])
  })
})

describe('encrypted files that are no layers', () => {
  const config = { 'cairn.yaml': 'layout:\n  - {path: "config/{environment}/{kind}/{name}.yaml"}\n', 'config/prod/services/a.yaml': 'port: 1\n' }
  const broken = text.replace('\nsops', '\ntoken: hunter2\nsops')
  test('are checked where their name says what they are', async () => {
    const found = await checkFiles({ ...config, 'config/secrets/tls.enc.yaml': broken })
    const told = found.findings.map(({ rule, location }) => `${location.file ?? ''} ${rule}`)
    expect(told.filter((one) => one.includes('secret/'))).toEqual(['config/secrets/tls.enc.yaml secret/in-clear'])
  })
  test('a key that stands twice, of which SOPS makes nothing, is told once, of a layer where it is parsed', async () => {
    const twice = sealed('password: x\nnone: ""\n').replace(/^none:.*\n/m, (line) => line + line)
    const found = async (path: string) => (await checkFiles({ ...config, [path]: twice })).findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith('discover/'))
    expect(await found('config/secrets/tls.enc.yaml')).toEqual(['secret/bad-metadata'])
    expect(await found('config/prod/services/b.yaml')).toEqual(['parse/duplicate-key'])
  })
  test('but not outside the folders of the layout', async () => {
    expect((await checkFiles({ ...config, 'elsewhere/tls.enc.yaml': broken })).findings).toEqual([])
  })
  test('and opened', async () => {
    const forged = text.replace(/^password/, 'passwd')
    const { findings } = await checkFiles({ ...config, 'config/secrets/tls.sops.yaml': forged }, {}, { opener: openerWith(KEY) })
    expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('secret/'))).toEqual(['secret/forged-value'])
  })
  test('unless cairn.yaml ignores them', async () => {
    const ignoring = { ...config, 'cairn.yaml': `${config['cairn.yaml']}ignore: [config/secrets/**]\n` }
    expect((await checkFiles({ ...ignoring, 'config/secrets/tls.enc.yaml': broken })).findings).toEqual([])
  })
})

describe('rules that say how, and not which', () => {
  test.each(['\\.yaml$', '.*', 'environments/.*', '\\.ya?ml'])('%s asks for no encryption', async (expression) => {
    const rules = `creation_rules:\n  - path_regex: '${expression}'\n    age: ${KEY.identity.recipient}\n`
    expect((await checkFiles({ '.sops.yaml': rules, 'environments/prod/services/a.yaml': 'a: 1\n' })).findings).toEqual([])
  })
})
