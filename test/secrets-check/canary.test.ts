import { describe, expect, test } from 'vitest'
import { toldByAction } from '../helpers/action.ts'
import { cairn } from '../helpers/cli.ts'
import { repository, type Files } from '../helpers/repository.ts'
import { CANARY, SPELLINGS } from '../leaks/canary.ts'
import { KEY, newKey, sealed } from './world.ts'

const A = 'environments/dev/services/a.sops.yaml'
const AGE_KEY = KEY.identity.reveal()
const COMMANDS = [
  'check --open', 'check --open --format json', 'check --open --format markdown', 'check --open --format sarif', 'check --open --format junit', 'check --open --format html',
  'check HEAD --open', 'check HEAD --open --format json', 'check HEAD --open --format markdown', 'check HEAD --open --timing',
  'diff HEAD --open', 'diff HEAD --open --format json', 'diff HEAD --open --format markdown',
]

/** Everything that is printed with a key, before and after a change. */
async function everything(after: Files, before: Files): Promise<string> {
  const repo = repository({ 'environments/prod/environment.yaml': 'inherits: dev\n', ...before })
  repo.commit()
  repo.write(after)
  let text = ''
  for (const command of COMMANDS) {
    const { stdout, stderr, code } = await cairn(command.split(' '), { directory: repo.root, variables: { SOPS_AGE_KEY: AGE_KEY } })
    expect(code, command).toBeLessThan(2)
    text += stdout + stderr
  }
  return text + (await toldByAction(repo.root, { 'base': 'HEAD', 'age-key': AGE_KEY, 'sarif': 'reports/a.sarif', 'junit': 'reports/a.xml', 'html': 'reports/a.html' }))
}

const schema = (keyword: string): Files => ({ 'schemas/services.yaml': `properties:\n  password: {${keyword}}\n` })
const seal = (secret: string, more = ''): Files => ({ [A]: sealed(`password: ${secret}\n${more}`) })

const CASES: readonly (readonly [string, Files, Files, string])[] = [
  ...[
    ['const', 'const: x'], ['enum', `enum: [${CANARY.slice(0, -1)}x, other]`], ['length', 'maxLength: 3'], ['pattern', 'pattern: ^x'], ['format', 'format: ipv4'],
    ['not', 'not: {minLength: 1}'], ['any-of', 'anyOf: [{const: a}, {pattern: ^x}]'], ['one-of', 'oneOf: [{pattern: ^c}, {minLength: 1}]'],
  ].map(([rule = '', keyword = '']) => [`refused by ${rule}`, { ...schema(keyword), ...seal(CANARY) }, seal('another one here'), `validate/${rule}`] as const),
  ['encrypted anew', seal(CANARY), seal(`${CANARY.slice(0, -1)}3`), 'sealed str'],
  ['by reference', { ...schema('x-ref: services'), ...seal(CANARY), 'environments/dev/services/b.yaml': 'password: ${cairn:services/a#/password}\n' }, seal('x'), 'names a document'],
  ['in a comment', { [A]: sealed(`# ${CANARY}\npassword: ${CANARY}\n`) }, seal('x'), ''],
  ['changed without SOPS', { [A]: sealed(`password: ${CANARY}\nhost_unencrypted: a\n`).replace('_unencrypted: a', '_unencrypted: b') }, seal('x'), 'secret/mac-mismatch'],
  ['forged', { [A]: sealed(`password: ${CANARY}\n`).replace('\nsops', '\nother: 1\nsops').replace(/^password/, 'passwd') }, seal('x'), 'secret/forged-value'],
  ['in clear beside it', { [A]: sealed('password: y\n').replace('\nsops', `\ntoken: ${CANARY}\nsops`) }, seal('x'), 'secret/in-clear'],
]

describe('what is opened is never printed', () => {
  test.each(CASES)('%s', async (_what, after, before, finds) => {
    const text = await everything(after, before)
    expect(text).toMatch(new RegExp(finds))
    for (const spelling of SPELLINGS) if (finds !== 'secret/in-clear') expect(text).not.toContain(spelling)
    for (const part of [AGE_KEY, AGE_KEY.slice(0, 40), AGE_KEY.slice(-20)]) expect(text).not.toContain(part)
  })
})

test('a plain value in a file that should have it encrypted is not quoted by what says so', async () => {
  const repo = repository({ [A]: sealed('password: y\n').replace('\nsops', `\ntoken: ${CANARY}\nsops`) })
  repo.commit()
  const { stdout } = await cairn(['check'], { directory: repo.root })
  expect(stdout).toContain('secret/in-clear')
  expect(stdout).not.toContain(CANARY)
})

describe('--open', () => {
  test('without any key says where one was looked for, and quotes none', async () => {
    const repo = repository(seal('x'))
    const wrong = `${AGE_KEY.slice(0, -1)}x`
    const { stderr, code } = await cairn(['check', '--open'], { directory: repo.root, variables: { SOPS_AGE_KEY: wrong, XDG_CONFIG_HOME: repo.root, HOME: repo.root } })
    expect(code).toBe(2)
    expect(stderr).toContain('SOPS_AGE_KEY')
    expect(stderr).not.toContain(wrong.slice(0, 30))
  })
  test('no key is used unless it is asked for', async () => {
    const repo = repository({ ...schema('maxLength: 3'), ...seal(CANARY) })
    const { stdout } = await cairn(['check'], { directory: repo.root, variables: { SOPS_AGE_KEY: AGE_KEY } })
    expect(stdout).not.toContain('validate/length')
    expect(stdout).toContain('this run was given no key')
  })
  test('with a key that does not fit, says who can open', async () => {
    const repo = repository(seal('x'))
    const other = await newKey()
    const { stdout } = await cairn(['check', '--open'], { directory: repo.root, variables: { SOPS_AGE_KEY: other.identity.reveal(), XDG_CONFIG_HOME: repo.root } })
    expect(stdout).toContain(KEY.identity.recipient)
  })
})
