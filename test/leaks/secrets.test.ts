import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { programs } from '../secrets/process.ts'
import { alice, bob, carol, DB, rules, Secrets } from '../secrets/world.ts'
import { CANARY, SPELLINGS } from './canary.ts'

const OTHER = 'environments/production/services/other.sops.json'
const PLAIN = `# ${CANARY}\nuser: "${CANARY}"\nport: 5432\nlist:\n  - ${CANARY}\n  - k: ${CANARY}\nlong: |\n  ${CANARY}\n  two\n`

type Run = Parameters<Secrets['run']>

/** Every command that is not there to show values, right ways and wrong ones. */
const RUNS: readonly [...Run][] = [
  [['status']], [['status', '--format', 'json']], [['status', '--format', 'markdown']],
  [['verify'], { key: alice }], [['verify', '--format', 'json'], { key: alice }], [['verify'], { key: carol }], [['verify']],
  [['encrypt', DB]], [['encrypt', 'broken.sops.yaml']], [['encrypt', 'selector/a.sops.yaml']], [['encrypt', 'a.sops.ini']],
  [['decrypt', DB], { key: carol }], [['decrypt', DB, '--output', 'clear.yaml'], { key: alice }], [['decrypt', 'tampered.sops.yaml'], { key: alice }],
  [['decrypt', 'exposed.sops.yaml'], { key: alice }], [['verify', 'exposed.sops.yaml', 'tampered.sops.yaml', '--format', 'json'], { key: alice }],
  [['get', DB, '/nothing'], { key: alice }], [['get', DB, '/user/x'], { key: alice }], [['get', DB, CANARY.slice(0, 1)], { key: alice }],
  [['set', DB, '/port'], { key: alice, input: CANARY }], [['set', DB, '/sops'], { key: alice, input: CANARY }],
  [['set', DB, '/list/9'], { key: alice, input: CANARY }], [['set', DB, '/user', '--type', 'json'], { key: alice, input: `{"a": ${CANARY}` }],
  [['set', DB, '/user'], { key: alice, input: CANARY }], [['set', DB, '/fresh', '--dry-run'], { key: alice, input: CANARY }],
  [['set', OTHER, '/a'], { key: alice, input: CANARY }], [['set', 'environments/new.sops.yaml', '/a'], { input: CANARY }],
  [['rotate', '--all', '--dry-run'], { key: alice }], [['rotate', DB], { key: alice }], [['rotate', DB], { key: carol }],
  [['update-recipients', '--dry-run', '--format', 'json'], { key: alice }], [['update-recipients', DB, '--revoke', bob.recipient], { key: alice }],
  [['merge', '--install']], [['merge', '--finish', DB], { key: alice }], [['merge', DB, 'tampered.sops.yaml', DB, DB], { key: alice }],
  [['verify'], { variables: { SOPS_AGE_KEY: CANARY } }], [['verify'], { variables: { SOPS_AGE_KEY: `AGE-SECRET-KEY-1${CANARY}` } }],
  [['verify'], { variables: { SOPS_AGE_KEY_CMD: `echo ${CANARY}` } }],
]

test('no command about secrets tells a value, whatever goes wrong', async () => {
  const secrets = new Secrets({
    '.sops.yaml': rules(alice, bob).replace('^environments/', '.'),
    'selector/.sops.yaml': `creation_rules: [{age: ${alice.recipient}, encrypted_regex: '^none$'}]\n`,
    'selector/a.sops.yaml': PLAIN, 'broken.sops.yaml': `a: "${CANARY}\n`, 'a.sops.ini': `[a]\nb = ${CANARY}\n`,
    [DB]: PLAIN, 'tampered.sops.yaml': PLAIN, 'exposed.sops.yaml': PLAIN, [OTHER]: JSON.stringify({ a: CANARY }),
  })
  for (const path of [DB, 'tampered.sops.yaml', 'exposed.sops.yaml', OTHER]) await secrets.ok(['encrypt', path])
  const at = (path: string) => readFileSync(join(secrets.repo.root, path), 'utf8')
  secrets.repo.write({
    'tampered.sops.yaml': at('tampered.sops.yaml').replace(/^user: (.*)\n/m, ''),
    'exposed.sops.yaml': at('exposed.sops.yaml').replace(/^user: .*$/m, `user: ${CANARY}`),
  })
  secrets.repo.commit()
  const editors = programs({ broken: `printf '${CANARY}: [\\n' >> "$1"; grep -c . "$1" > /dev/null; [ $(grep -c '${CANARY}: \\[' "$1") -gt 2 ] && exit 5; exit 0` })
  const runs: readonly [...Run][] = [...RUNS, [['edit', DB], { key: alice, variables: { EDITOR: join(editors, 'broken') } }]]
  let succeeded = 0
  for (const [args, how] of runs) {
    const { code, stdout, stderr } = await secrets.run(args, how)
    succeeded += code === 0 ? 1 : 0
    expect(stderr, args.join(' ')).not.toContain('defect')
    for (const spelling of SPELLINGS) expect(stdout + stderr, args.join(' ')).not.toContain(spelling)
    for (const key of [alice, bob]) expect(stdout + stderr).not.toContain(key.reveal().slice(20, 50))
  }
  expect(succeeded).toBeGreaterThan(8)
  expect(await secrets.ok(['get', DB, '/user'], { key: alice })).toBe(`${CANARY}\n`)
})
