import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSops } from '../../src/stages/sops/read.ts'
import { toolOf, unlessThere } from '../helpers/tools.ts'
import { runTool } from '../sops/binaries.ts'
import { startAs } from './process.ts'
import { alice, bob, carol, DB, PLAIN, rules, Secrets, withPgp, withSecret } from './world.ts'

const textOf = ({ repo }: Secrets, path = DB) => readFileSync(join(repo.root, path), 'utf8')
const envelopes = (text: string) => text.match(/^ *(?:user|password|port|token): .*/gm)

describe('rotate', () => {
  test('gives a new data key to the same recipients, and every value another ciphertext', async () => {
    const secrets = await withSecret({ '.sops.yaml': rules(alice, bob) })
    const before = textOf(secrets)
    await secrets.ok(['rotate', DB], { key: alice })
    for (const line of envelopes(textOf(secrets)) ?? []) expect(before).not.toContain(line)
    for (const key of [alice, bob]) expect(await secrets.ok(['get', DB, '/password'], { key })).toBe('hunter2-canary\n')
  })
  test('needs to be told which, and --dry-run writes nothing', async () => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    expect((await secrets.run(['rotate'], { key: alice })).code).toBe(2)
    const planned = JSON.parse(await secrets.ok(['rotate', '--all', '--dry-run', '--format', 'json'])) as unknown
    expect(planned).toMatchObject({ steps: [{ path: DB, dataKey: 'new', added: [], removed: [] }], refused: [] })
    expect(textOf(secrets)).toBe(before)
  })
  test('--due takes what is older than cairn.yaml allows', async () => {
    const old = readFileSync(join(import.meta.dirname, '../fixtures/sops/flux/age.yaml'), 'utf8')
    const secrets = await withSecret({ 'environments/production/services/old.sops.yaml': old, 'cairn.yaml': 'secrets: {max-age: 30d}\n' })
    const { steps } = JSON.parse(await secrets.ok(['rotate', '--due', '--dry-run', '--format', 'json'])) as { steps: { path: string }[] }
    expect(steps.map(({ path }) => path)).toEqual(['environments/production/services/old.sops.yaml'])
  })
  test('of a file that this run cannot open leaves it, and does the others', async () => {
    const secrets = await withSecret({ 'other.sops.yaml': PLAIN })
    await secrets.ok(['encrypt', 'other.sops.yaml', '--recipient', bob.recipient])
    const before = textOf(secrets, 'other.sops.yaml')
    const ran = await secrets.run(['rotate', '--all'], { key: alice })
    expect(ran).toMatchObject({ code: 3, stderr: expect.stringContaining('1 file written, 1 left as they were') as string })
    expect(textOf(secrets, 'other.sops.yaml')).toBe(before)
  })
})

describe('update-recipients', () => {
  test('follows .sops.yaml, and touches nothing but the metadata', async () => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    secrets.repo.write({ '.sops.yaml': rules(alice, carol) })
    expect(await secrets.ok(['update-recipients', '--dry-run'])).toContain(`+ ${carol.recipient}`)
    expect(textOf(secrets)).toBe(before)
    await secrets.ok(['update-recipients'], { key: alice })
    expect(envelopes(textOf(secrets))).toEqual(envelopes(before))
    await secrets.ok(['verify'], { key: carol })
    const again = textOf(secrets)
    expect(await secrets.ok(['update-recipients'], { key: alice })).toContain('nothing is to be done')
    expect(textOf(secrets)).toBe(again)
  })
  test('--revoke takes access with a new data key, and lists what has to be changed', async () => {
    const secrets = await withSecret({ '.sops.yaml': rules(alice, bob), 'cairn.yaml': `recipients: {robert: ${bob.recipient}}\n` })
    const named = await secrets.run(['update-recipients', '--revoke', 'robert'], { key: alice })
    expect(named).toMatchObject({ code: 2, stderr: expect.stringMatching(/\.sops\.yaml:3:\d+ still names/) as string })
    secrets.repo.write({ '.sops.yaml': rules(alice) })
    const before = readSops(textOf(secrets), 'yaml')
    const told = await secrets.ok(['update-recipients', '--revoke', 'robert'], { key: alice })
    expect(told).toContain(`- robert (${bob.recipient})`)
    for (const pointer of ['/user', '/password', '/port', '/nested/token']) expect(told).toContain(`    ${pointer}\n`)
    expect((await secrets.run(['verify'], { key: bob })).code).toBe(3)
    await secrets.ok(['verify'], { key: alice })
    const after = readSops(textOf(secrets), 'yaml')
    expect(before.ok && after.ok && before.result.metadata.groups[0]?.keys[0]?.enc).not.toBe(after.ok && after.result.metadata.groups[0]?.keys[0]?.enc)
  })
  test('--revoke once more after a run that was stopped lists the values of all files that lost somebody', async () => {
    const other = 'environments/production/services/other.sops.yaml'
    const secrets = await withSecret({ '.sops.yaml': rules(alice, bob), [other]: 'key: x\nnew: y\n' })
    await secrets.ok(['encrypt', other])
    const early = await secrets.ok(['update-recipients', DB, '--revoke', carol.recipient])
    expect(early).toContain('nothing is to be done\n')
    secrets.repo.commit()
    secrets.repo.write({ '.sops.yaml': rules(alice) })
    await secrets.ok(['update-recipients', DB, '--revoke', bob.recipient], { key: alice })
    const again = await secrets.ok(['update-recipients', '--revoke', bob.recipient], { key: alice })
    expect(again).toContain(`${DB}  done already, since the last commit\n  - ${bob.recipient}\n`)
    for (const pointer of ['/user', '/password', '/port', '/nested/token', '/key', '/new']) expect(again).toContain(`    ${pointer}\n`)
    const planned = JSON.parse(await secrets.ok(['update-recipients', '--revoke', bob.recipient, '--format', 'json'], { key: alice })) as unknown
    expect(planned).toMatchObject({ steps: [], earlier: [{ path: DB, removed: [bob.recipient] }, { path: other, exposed: ['/key', '/new'] }] })
    expect(await secrets.ok(['update-recipients', '--revoke', bob.recipient, '--format', 'markdown'])).toContain('| done already, since the last commit |')
    secrets.repo.commit()
    expect(await secrets.ok(['update-recipients', '--revoke', bob.recipient])).not.toContain('change these')
  })
  test('refuses to lock everybody out, and an alias that there is not', async () => {
    const secrets = new Secrets({ 'cairn.yaml': `recipients: {alice: ${alice.recipient}}\n`, 'a.sops.yaml': PLAIN })
    await secrets.ok(['encrypt', 'a.sops.yaml', '--recipient', alice.recipient])
    const before = textOf(secrets, 'a.sops.yaml')
    expect(await secrets.run(['update-recipients', '--revoke', 'alice'], { key: alice })).toMatchObject({ code: 1, stderr: expect.stringContaining('nobody could open it') as string })
    expect(await secrets.run(['update-recipients', '--revoke', 'alcie'], { key: alice })).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean alice') as string })
    expect(await secrets.run(['update-recipients'], { key: alice })).toMatchObject({ code: 1, stderr: expect.stringContaining('no rule of .sops.yaml covers it') as string })
    expect(textOf(secrets, 'a.sops.yaml')).toBe(before)
  })
  test('key groups: shares for each, and the threshold', async () => {
    const grouped = `creation_rules:\n  - key_groups:\n      - age: [${alice.recipient}]\n      - age: [${bob.recipient}]\n      - age: [${carol.recipient}]\n    shamir_threshold: 2\n`
    const secrets = await withSecret()
    secrets.repo.write({ '.sops.yaml': grouped })
    await secrets.ok(['update-recipients'], { key: alice })
    expect((await secrets.run(['verify'], { key: alice })).code).toBe(3)
    const both = `${alice.reveal()} ${carol.reveal()}`
    await secrets.ok(['verify'], { variables: { SOPS_AGE_KEY: both } })
    await secrets.ok(['rotate', DB], { variables: { SOPS_AGE_KEY: both } })
    await secrets.ok(['verify'], { variables: { SOPS_AGE_KEY: both } })
  })
  test.skipIf(toolOf('sops-3.13.3') === undefined)(`the real sops opens what was rotated and given to others${unlessThere('sops-3.13.3')}`, async () => {
    const secrets = await withSecret()
    secrets.repo.write({ '.sops.yaml': rules(alice, bob) })
    await secrets.ok(['update-recipients'], { key: alice })
    await secrets.ok(['rotate', DB], { key: alice })
    await secrets.ok(['set', DB, '/password'], { key: bob, input: 'later-canary' })
    for (const version of ['3.13.3', '3.9.4']) {
      const sops = toolOf(`sops-${version}`)
      if (sops === undefined) continue
      const clear = await runTool(sops, ['decrypt', join(secrets.repo.root, DB)], { SOPS_AGE_KEY: bob.reveal() })
      expect(clear.toString()).toContain('password: later-canary')
    }
  })
  test('a run that is interrupted ends between two files, and leaves nothing beside them', async () => {
    const folder = 'environments/production/services'
    const paths = Array.from({ length: 150 }, (_, i) => `${folder}/s${i}.sops.yaml`)
    const secrets = await withSecret()
    const text = textOf(secrets)
    secrets.repo.write(Object.fromEntries(paths.map((path) => [path, text])))
    const isDone = (path: string) => textOf(secrets, path) !== text
    const child = startAs(alice, ['secrets', 'rotate', ...paths], { directory: secrets.repo.root, variables: {} })
    const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)))
    while (!isDone(paths[2] ?? '') && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2))
    child.kill('SIGINT')
    expect(await ended).toBe('SIGINT')
    expect(readdirSync(join(secrets.repo.root, folder)).filter((file) => file.includes('.cairn-'))).toEqual([])
    expect(paths.filter(isDone).length).toBeLessThan(paths.length)
    await secrets.ok(['rotate', ...paths], { key: alice })
    expect(paths.every(isDone)).toBe(true)
    await secrets.ok(['verify'], { key: alice })
  })
  test('a run that is killed leaves whole files, and the next one does the rest', async () => {
    const paths = Array.from({ length: 40 }, (_, i) => `environments/production/services/s${i}.sops.yaml`)
    const secrets = await withSecret()
    const text = textOf(secrets)
    secrets.repo.write(Object.fromEntries(paths.map((path) => [path, text])))
    secrets.repo.write({ '.sops.yaml': rules(alice, bob) })
    const child = startAs(alice, ['secrets', 'update-recipients'], { directory: secrets.repo.root, variables: {} })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    while (paths.every((path) => textOf(secrets, path) === text) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2))
    child.kill('SIGKILL')
    await ended
    await secrets.ok(['verify'], { key: alice })
    await secrets.ok(['update-recipients'], { key: alice })
    await secrets.ok(['verify'], { key: bob })
    const left = readdirSync(join(secrets.repo.root, 'environments/production/services')).filter((file) => file.includes('.cairn-'))
    for (const file of left) expect(textOf(secrets, `environments/production/services/${file}`)).not.toContain('canary')
  })
})

describe('keys of other types than age', () => {
  const withKey = async (rule = rules(alice)): Promise<Secrets> => {
    const secrets = await withSecret()
    secrets.repo.write({ [DB]: withPgp(textOf(secrets)), '.sops.yaml': rule })
    return secrets
  }
  const ruled = rules(alice, carol) + '    pgp: 85D7 7543 B3D6 24B6\n'
  test('stay to the last blank, whatever is written', async () => {
    const secrets = await withKey(ruled)
    const entry = / {4}pgp:\n( {8}.*\n| {10}.*\n)+/.exec(textOf(secrets))?.[0] ?? 'none'
    expect(entry).toContain('# ours')
    await secrets.ok(['set', DB, '/password'], { key: alice, input: 'later-canary' })
    expect(textOf(secrets)).toContain(entry)
    await secrets.ok(['update-recipients'], { key: alice })
    expect(textOf(secrets)).toContain(entry)
    await secrets.ok(['verify'], { key: carol })
    expect(await secrets.ok(['status'])).not.toContain('not the recipients')
  })
  test.each([['rotate', ['rotate', DB]], ['--revoke', ['update-recipients', '--revoke', alice.recipient]]])(
    '%s would shut them out, which is said before anything is done',
    async (_what, args) => {
      const secrets = await withKey(rules(carol) + '    pgp: 85D77543B3D624B6\n')
      const before = textOf(secrets)
      for (const more of [['--dry-run'], []]) {
        const ran = await secrets.run([...args, ...more], { key: alice })
        expect([ran.code, ran.stderr]).toEqual([1, `${DB}: a new data key would shut out its keys of pgp, to which Cairn cannot give it: sops rotate does it\n`])
      }
      expect(textOf(secrets)).toBe(before)
    },
  )
  test('of a group hold a share, so that groups are left to sops', async () => {
    const groups = (more: string) => `creation_rules:\n  - key_groups:\n      - age: [${alice.recipient}]\n      - age: [${bob.recipient}${more}]\n        pgp: [85D77543B3D624B6]\n`
    const secrets = new Secrets({ '.sops.yaml': groups('').replace(/ +pgp.*\n/, ''), [DB]: PLAIN })
    await secrets.ok(['encrypt', DB])
    const text = textOf(secrets).replace(/(\n +)- age:(?![^]*\n +- age:)/, '$1- pgp: [{created_at: "2026-01-01T00:00:00Z", enc: x, fp: 85D77543B3D624B6}]$1  age:')
    secrets.repo.write({ [DB]: text, '.sops.yaml': groups(`, ${carol.recipient}`) })
    const ran = await secrets.run(['update-recipients'], { variables: { SOPS_AGE_KEY: `${alice.reveal()} ${bob.reveal()}` } })
    expect([ran.code, ran.stderr]).toEqual([1, `${DB}: its key groups hold keys of pgp, whose shares Cairn cannot make anew: sops updatekeys does it\n`])
    expect(textOf(secrets)).toBe(text)
  })
  test('that no rule names are told', async () => {
    const secrets = await withKey()
    expect(await secrets.ok(['status'])).toContain(`not the recipients of .sops.yaml\n  ${alice.recipient}, pgp 85D77543B3D624B6\n`)
    const ran = await secrets.run(['update-recipients'], { key: alice })
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('its keys of pgp are not those of its rule') as string })
    secrets.repo.write({ '.sops.yaml': rules(alice) + '    pgp: 00AA00AA00AA00AA\n' })
    expect((await secrets.run(['update-recipients'], { key: alice })).code).toBe(1)
  })
})

describe('status', () => {
  test('says who opens which file and environment, without a key', async () => {
    const secrets = await withSecret({
      'environments/base/environment.yaml': 'abstract: true\n',
      'environments/production/environment.yaml': 'inherits: base\n',
      'environments/staging/environment.yaml': 'inherits: base\n',
      'environments/base/services/db.sops.yaml': PLAIN,
      'cairn.yaml': `recipients:\n  alice: ${alice.recipient}\n  robert: ${bob.recipient}\n`,
    })
    await secrets.ok(['encrypt', 'environments/base/services/db.sops.yaml', '--recipient', alice.recipient, '--recipient', bob.recipient])
    const ran = await secrets.run(['status', '--format', 'json'])
    expect(ran.code, ran.stderr).toBe(0)
    expect(JSON.parse(ran.stdout)).toMatchObject({
      maxAgeDays: 90,
      recipients: [{ alias: 'alice', files: 2 }, { alias: 'robert', files: 1 }],
      environments: [
        { environment: 'production', files: 2, opens: { [alice.recipient]: 2, [bob.recipient]: 1 } },
        { environment: 'staging', files: 1, opens: { [alice.recipient]: 1, [bob.recipient]: 1 } },
      ],
      files: [
        { path: 'environments/base/services/db.sops.yaml', rule: 'differs', environments: ['production', 'staging'], due: false, values: 4 },
        { path: DB, rule: 'as ruled', environments: ['production'] },
      ],
    })
    const table = await secrets.ok(['status'])
    expect(table).toMatch(/^environment {2}alice {2}robert$/m)
    expect(table).toMatch(/^production {3}all 2 {2}1 of 2$/m)
    expect(await secrets.ok(['status', '--format', 'markdown'])).toContain('| production | all 2 | 1 of 2 |')
  })
  test('a file that cannot be read is told', async () => {
    const secrets = await withSecret()
    secrets.repo.write({ [DB]: textOf(secrets).replace(/^ {4}lastmodified:.*\n/m, '') + '# lastmodified: was here\n' })
    expect(await secrets.run(['status'])).toMatchObject({ code: 1, stdout: expect.stringContaining('cannot be read: bad-metadata') as string })
  })
})

describe('what a rule says besides recipients', () => {
  test('a recipient who is named twice is named once by update-recipients', async () => {
    const secrets = await withSecret()
    const text = readFileSync(join(secrets.repo.root, DB), 'utf8')
    const entry = /( +- enc: \|\n[^]*?recipient: .*\n)/.exec(text)?.[1] ?? ''
    secrets.repo.write({ [DB]: text.replace(entry, entry + entry) })
    await secrets.ok(['update-recipients'], { key: alice })
    expect(readFileSync(join(secrets.repo.root, DB), 'utf8').match(/recipient: /g)).toHaveLength(1)
    await secrets.ok(['verify'], { key: alice })
  })
  test('another threshold than that of the rule is told by status', async () => {
    const grouped = (threshold: number) => `creation_rules:\n  - shamir_threshold: ${threshold}\n    key_groups: [{age: [${alice.recipient}]}, {age: [${bob.recipient}]}, {age: [${carol.recipient}]}]\n`
    const secrets = await withSecret({ '.sops.yaml': grouped(2) })
    expect(await secrets.ok(['status'])).not.toContain('not the recipients of .sops.yaml')
    secrets.repo.write({ '.sops.yaml': grouped(3) })
    expect(await secrets.ok(['status'])).toContain('not the recipients of .sops.yaml')
  })
})
