import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import plan from '../../schemas/output/secrets-plan.json' with { type: 'json' }
import status from '../../schemas/output/secrets-status.json' with { type: 'json' }
import verified from '../../schemas/output/secrets-verify.json' with { type: 'json' }
import { inert } from '../../src/report/inert.ts'
import { expectHarmlessMarkdown } from '../helpers/gfm.ts'
import { alice, bob, carol, DB, PLAIN, rules, withSecret, type Secrets } from './world.ts'

const ajv = new Ajv2020({ strict: true, allErrors: true })
const SCHEMAS = { status: ajv.compile(status), plan: ajv.compile(plan), verify: ajv.compile(verified) }
const HOSTILE = 'environments/production/services/a|`<b>@me.sops.yaml'
const LOST = 'environments/production/services/lost.sops.yaml'

/** Files of every sort: Alice's own, Bob's, one that was changed, one whose metadata is not whole, one of groups. */
async function everySort(): Promise<Secrets> {
  const secrets = await withSecret({
    'cairn.yaml': `recipients: {ada: ${alice.recipient}, bob: ${bob.recipient}}\nsecrets: {max-age: 1d}\n`,
    'environments/production/environment.yaml': 'labels: {}\n',
    'other.sops.yaml': PLAIN,
    [HOSTILE]: PLAIN,
    [LOST]: PLAIN,
    'plain.yaml': PLAIN,
  })
  const { repo } = secrets
  await secrets.ok(['encrypt', 'other.sops.yaml', '--recipient', bob.recipient])
  await secrets.ok(['encrypt', HOSTILE, '--recipient', alice.recipient, '--recipient', bob.recipient])
  await secrets.ok(['encrypt', LOST])
  const text = (path: string): string => readFileSync(join(repo.root, path), 'utf8')
  const forged = text(HOSTILE).replace(/^user: .*$/m, /^password: .*$/m.exec(text(HOSTILE))?.[0].replace('password', 'user') ?? '')
  repo.write({ [HOSTILE]: forged, [LOST]: text(LOST).replace(/^ {4}lastmodified:.*\n/m, '') + '# lastmodified: was here\n' })
  return secrets
}

const RUNS: readonly (readonly [keyof typeof SCHEMAS, readonly string[]])[] = [
  ['status', ['status']],
  ['status', ['status', DB]],
  ['verify', ['verify']],
  ['verify', ['verify', 'plain.yaml', DB]],
  ['plan', ['rotate', '--all', '--dry-run']],
  ['plan', ['rotate', DB, LOST]],
  ['plan', ['update-recipients', '--dry-run']],
  ['plan', ['update-recipients', '--revoke', 'bob', '--dry-run']],
]

test.each(RUNS)('%s: cairn secrets %j as JSON is what its schema says, and as Markdown harmless; the exit code is the same', async (schema, args) => {
  const secrets = await everySort()
  const [terminal, json, markdown] = [
    await secrets.run([...args, '--format', 'terminal'], { key: alice }),
    await secrets.run([...args, '--format', 'json'], { key: alice }),
    await secrets.run([...args, '--format', 'markdown'], { key: alice }),
  ]
  const isValid = SCHEMAS[schema]
  expect(isValid(JSON.parse(json.stdout)), JSON.stringify(isValid.errors)).toBe(true)
  expect(markdown.stdout).toMatch(/^\||^Nothing is to be done/)
  expect(inert(markdown.stdout)).toBe(markdown.stdout)
  expectHarmlessMarkdown(markdown.stdout, /^$/)
  expect([json.code, markdown.code]).toEqual([terminal.code, terminal.code])
  for (const { stdout, stderr } of [terminal, json, markdown]) expect(stdout + stderr).not.toContain('canary')
})

test('the schemas say what they are told: each requires all that is always there', async () => {
  const secrets = await everySort()
  const parse = async (args: readonly string[]): Promise<Record<string, unknown>> => JSON.parse((await secrets.run([...args, '--format', 'json'], { key: alice })).stdout) as Record<string, unknown>
  for (const [schema, args] of [['status', ['status']], ['verify', ['verify']], ['plan', ['rotate', '--all', '--dry-run']]] as const) {
    const whole = await parse(args)
    for (const key of Object.keys(whole)) {
      const less = Object.fromEntries(Object.entries(whole).filter(([one]) => one !== key))
      expect(SCHEMAS[schema](less), `${schema} without ${key}`).toBe(false)
    }
    expect(SCHEMAS[schema]({ ...whole, surprise: 1 })).toBe(false)
  }
})

test('as Markdown: recipients by name, what changes of them, and what has to be changed elsewhere', async () => {
  const secrets = await everySort()
  expect(await secrets.ok(['rotate', DB, '--dry-run', '--format', 'markdown'])).toBe(
    `| File | Data key | Recipients | To be changed where it comes from |\n| --- | --- | --- | --- |\n| \`${DB}\` | new |  |  |\n`,
  )
  secrets.repo.write({ '.sops.yaml': rules(alice, carol) })
  const { stdout } = await secrets.run(['update-recipients', DB, 'other.sops.yaml', '--dry-run', '--format', 'markdown'], { key: alice })
  expect(stdout).toContain(`| \`${DB}\` | stays | + ${carol.recipient} |  |\n`)
  expect(stdout).toContain('- `other.sops.yaml` is left as it is: no rule of .sops.yaml covers it')
  const revoked = await secrets.run(['update-recipients', HOSTILE, '--revoke', 'bob', '--dry-run', '--format', 'markdown'], { key: alice })
  expect(revoked.stdout).toContain('− bob (')
  expect(revoked.stdout).toContain('`/user`<br>`/password`')
  const { stdout: checked } = await secrets.run(['verify', DB, HOSTILE, '--format', 'markdown'], { key: alice })
  expect(checked).toContain(`| \`${DB}\` | verified |  |\n`)
  expect(checked).toMatch(/\| wrong \| .*this value does not open with the key of the file/)
  expect(checked).toContain('\n1 file verified, 1 wrong, 0 not opened.\n')
})
