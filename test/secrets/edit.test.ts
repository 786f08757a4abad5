import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { toolOf } from '../helpers/tools.ts'
import { runTool } from '../sops/binaries.ts'
import { programs, startAs } from './process.ts'
import { age, alice, DB, PLAIN, rules, Secrets, withSecret } from './world.ts'

const textOf = ({ repo }: Secrets) => readFileSync(join(repo.root, DB), 'utf8')

/** A folder for what editors are given, that has to be empty in the end. */
function runtime(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-runtime-'))
  onTestFinished(() => {
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
  })
  return folder
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-count-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Runs an editor that is a script; `$1` is the file. */
function edit(secrets: Secrets, script: string, path = DB): ReturnType<Secrets['run']> {
  const folder = programs({ editor: script })
  return secrets.run(['edit', path], { key: alice, variables: { EDITOR: `'${join(folder, 'editor')}'`, XDG_RUNTIME_DIR: runtime() } })
}

describe('edit', () => {
  test('changes the lines of what was edited', async () => {
    const secrets = await withSecret()
    const before = textOf(secrets).split('\n')
    expect(await edit(secrets, 'sed -i s/hunter2/hunter3/ "$1"')).toMatchObject({ code: 0 })
    const changed = textOf(secrets).split('\n').filter((line) => !before.includes(line))
    expect(changed.every((line) => /^\s*(password|mac|lastmodified):/.test(line))).toBe(true)
    expect(await secrets.ok(['get', DB, '/password'], { key: alice })).toBe('hunter3-canary\n')
  })
  test('keeps comments, order and blank lines as the person left them, and the ciphertext of the rest', async () => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    expect(await edit(secrets, 'printf \'port: 5432\\n\\n# about the user\\nuser: admin # not root\\npassword: "hunter2-canary"\\nnested:\\n  # deep\\n  token: t0ken-canary\\n\' > "$1"')).toMatchObject({ code: 0 })
    expect(await secrets.ok(['decrypt', DB], { key: alice })).toBe('port: 5432\n\n# about the user\nuser: admin # not root\npassword: "hunter2-canary"\nnested:\n  # deep\n  token: t0ken-canary\n')
    const envelopeOf = (text: string, key: string) => new RegExp(`^ *${key}: .*(ENC\\[[^\\]]*data:[^\\]]*\\])`, 'm').exec(text)?.[1]?.replace(/ #.*/, '')
    for (const key of ['port', 'password', 'token']) expect(envelopeOf(textOf(secrets), key)).toBe(envelopeOf(before, key))
    await secrets.ok(['verify'], { key: alice })
  })
  test.each<[string, string, string, string]>([
    ['added', 'a: x-canary\n', 'printf -- "---\\nb: new-canary\\n" >> "$1"', 'a: x-canary\n---\nb: new-canary\n'],
    ['added before the others', 'a: x-canary\n---\nb: 1\n', 'printf "z: 1\\n---\\n" | cat - "$1" > "$1.new"; mv "$1.new" "$1"', 'z: 1\n---\na: x-canary\n---\nb: 1\n'],
    ['added between brackets', 'a: x-canary\n', 'printf -- "---\\n{b: \'new-canary\'}\\n" >> "$1"', 'a: x-canary\n---\n{b: \'new-canary\'}\n'],
    ['taken out', 'a: x-canary\n---\nb: z\n', 'sed -i "1,2d" "$1"', 'b: z\n'],
  ])('a document of a stream is %s', async (_what, text, script, after) => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [DB]: text })
    await secrets.ok(['encrypt', DB])
    const before = textOf(secrets)
    expect(await edit(secrets, script)).toMatchObject({ code: 0 })
    expect(textOf(secrets)).not.toContain('canary')
    expect(await secrets.ok(['decrypt', DB], { key: alice })).toBe(after)
    const envelope = /^a: (.*)/m.exec(before)?.[1] ?? ''
    if (after.includes('a:')) expect(textOf(secrets)).toContain(envelope)
    expect(textOf(secrets).match(/^sops:|"sops":|^ *,?sops:/gm)).toHaveLength(after.split('---').length)
    for (const version of ['3.13.3', '3.9.4']) {
      const sops = toolOf(`sops-${version}`)
      if (sops !== undefined) await runTool(sops, ['decrypt', join(secrets.repo.root, DB)], { SOPS_AGE_KEY: alice.reveal() })
    }
  })
  test('an empty document has no place for the metadata, and it is said what to do', async () => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    const ran = await edit(secrets, 'grep -q -- --- "$1" || printf -- "---\\n" >> "$1"')
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('take it out, together with its') as string })
    expect(textOf(secrets)).toBe(before)
  })
  test('leaves the numbers of a JSON file of an older SOPS as they are', async () => {
    const path = 'environments/a.json'
    const old = readFileSync(join(import.meta.dirname, '../fixtures/sops/generated/v3.12.2.all.enc.json'), 'utf8')
    const key = readFileSync(join(import.meta.dirname, '../fixtures/sops/keys/identity-1.txt'), 'utf8').replaceAll('TEST-IDENTITY-', 'AGE-SECRET-KEY-')
    const secrets = await withSecret({ [path]: old })
    const identity = (await age.identities(key)).identities[0]
    const editor = join(programs({ editor: `sed -i '1s/{/{"added": "x",/' "$1"` }), 'editor')
    const how = { ...(identity && { key: identity }), variables: { EDITOR: editor, XDG_RUNTIME_DIR: runtime() } }
    await secrets.ok(['edit', path], how)
    const was = old.match(/ENC\[[^\]]*\]/g) ?? []
    const is = new Set(readFileSync(join(secrets.repo.root, path), 'utf8').match(/ENC\[[^\]]*\]/g))
    // The MAC alone.
    expect(was.filter((envelope) => !is.has(envelope))).toHaveLength(1)
  })
  test('the editor sees a file of its own, for its owner alone', async () => {
    const secrets = await withSecret()
    const seen = join(programs(), 'seen')
    await edit(secrets, `stat -c '%a' "$1" "$(dirname "$1")" > ${seen}; basename "$1" >> ${seen}`)
    expect(readFileSync(seen, 'utf8')).toBe('600\n700\ndb.sops.yaml\n')
  })
  test('is opened again where it cannot be read, and nothing is lost', async () => {
    const secrets = await withSecret()
    const count = join(programs(), 'count')
    const ran = await edit(secrets, `if [ -e ${count} ]; then sed -i 's/^: broken//' "$1"; else touch ${count}; printf ': broken\\nadded: new-canary\\n' >> "$1"; printf 'a: [\\n' >> "$1"; exit 0; fi; sed -i '/a: \\[/d' "$1"`)
    expect(ran.stderr).toContain('opened again')
    expect(ran.stderr).not.toContain('canary')
    expect(ran.code, ran.stderr).toBe(0)
    expect(await secrets.ok(['get', DB, '/added'], { key: alice })).toBe('new-canary\n')
  })
  test.each<[string, string, string]>([
    ['a key twice', 'port: 1', 'duplicate-key'],
    ['a key twice below another', 'more: {a: 1, a: 2}', 'duplicate-key'],
    ['the key of the metadata, with a text', 'sops: new-canary', 'reserved-key'],
    ['the key of the metadata, with a mapping', 'sops: {a: new-canary}', 'reserved-key'],
    ['a text to merge', '<<: new-canary', 'bad-content'],
    ['a tab as indentation', 'more:\\n  - 1\\n\\t\\n  - 2', 'bad-content'],
    ['a value in a value', 'more: a:', 'not-taken'],
    ['nothing between commas', 'more: [a,,b]', 'not-taken'],
    ['a control character', 'more: a\\007b', 'bad-content'],
    ['a line break of go-yaml in a key', 'k\\302\\205k: a', 'bad-content'],
    ['a document without a mark behind the end of another', '...\\nmore: a', 'bad-content'],
    ['a line break of old', 'more: a\\rother: b', 'bad-content'],
    ['bytes that are no text', 'more: \\351', 'no UTF-8 text'],
  ])('what SOPS would not read is not written: %s', async (_what, line, says) => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    const ran = await edit(secrets, `grep -q done-canary "$1" || printf '# done-canary\\n${line}\\n' >> "$1"`)
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(says) as string })
    expect(ran.stderr).not.toMatch(/canary|a defect/)
    expect(textOf(secrets)).toBe(before)
  })
  test('between brackets is written so', async () => {
    const secrets = await withSecret()
    await edit(secrets, 'echo "{user: admin, password: hunter2-canary}" > "$1"')
    expect(await secrets.ok(['decrypt', DB], { key: alice })).toMatch(/^\{user: '?admin'?, password: '?hunter2-canary'?\}\n$/)
    await edit(secrets, 'printf "user: root-canary\\nlist: [1]\\n" > "$1"')
    expect(await secrets.ok(['decrypt', DB], { key: alice })).toBe('user: root-canary\nlist: [1]\n')
    expect(textOf(secrets)).toContain('\nsops:\n    age:\n')
  })
  test.each([
    '  user: a\n  other: b\n', '--- # c\nuser: a\n... # d\n', 'user: a\n# y\n...\n# z\n', 'm: {a: 1}\n<<: {b: c}\nuser: a\n',
  ])('of a layout of the person\'s own: %j', async (text) => {
    const secrets = await withSecret()
    const ran = await edit(secrets, `printf -- '${text}' > "$1"`)
    expect(ran.code, ran.stderr).toBe(0)
    expect(await secrets.ok(['get', DB, '/user'], { key: alice })).toBe('a\n')
    await secrets.ok(['set', DB, '/new'], { key: alice, input: 'b-canary' })
    await secrets.ok(['verify'], { key: alice })
    const sops = toolOf('sops-3.13.3')
    if (sops !== undefined) await runTool(sops, ['decrypt', join(secrets.repo.root, DB)], { SOPS_AGE_KEY: alice.reveal() })
  })
  test('that cannot be written opens the editor again, and nothing is lost', async () => {
    const secrets = await withSecret()
    const count = join(programs(), 'count')
    const folder = join(secrets.repo.root, DB, '..')
    const kept = DB.replace('.yaml', '.edited.yaml')
    // Where it would be kept is taken: a folder cannot be kept from a test that runs as root.
    const ran = await edit(secrets, `if [ -e ${count} ]; then rm -r '${folder}/db.sops.edited.yaml'; sed -i s/hunter3/hunter4/ "$1"; else touch ${count}; sed -i s/hunter2/hunter3/ "$1"; printf '\\n' >> '${folder}/db.sops.yaml'; mkdir '${folder}/db.sops.edited.yaml'; fi`)
    expect(ran.stderr).toContain('opened again')
    expect(await secrets.ok(['get', kept, '/password'], { key: alice })).toBe('hunter4-canary\n')
  })
  test('an editor that is wrong each time is not opened for ever', async () => {
    const ran = await edit(await withSecret(), 'echo "a: [" >> "$1"')
    expect(ran.code).toBe(2)
  })
  test.each(['rm "$1"', 'rm -r "$(dirname "$1")"'])('an editor that takes the file away: %s', async (script) => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    const ran = await edit(secrets, script)
    expect(ran).toMatchObject({ code: 3, stderr: expect.stringContaining('removed the file') as string })
    expect(textOf(secrets)).toBe(before)
  })
  test('an editor gets no key', async () => {
    const secrets = await withSecret()
    const seen = join(programs(), 'seen')
    await edit(secrets, `env > ${seen}`)
    expect(readFileSync(seen, 'utf8')).toContain('EDITOR=')
    expect(readFileSync(seen, 'utf8')).not.toContain('AGE-SECRET-KEY')
  })
  test('names the values that are left in clear', async () => {
    const secrets = new Secrets({ '.sops.yaml': `creation_rules: [{age: ${alice.recipient}, encrypted_regex: ^password$}]\n`, [DB]: PLAIN })
    await secrets.ok(['encrypt', DB])
    const ran = await edit(secrets, 'printf "token: new-canary\\n" >> "$1"; sed -i s/hunter2/hunter3/ "$1"')
    expect(ran.stderr).toContain('in clear, since encrypted_regex "^password$"')
    expect(ran.stderr).toMatch(/leaves it out: \/token$/m)
    expect(ran.stderr).not.toContain('canary')
  })
  test('gives up where a broken text is left as it is', async () => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    const ran = await edit(secrets, 'grep -q "a: \\[" "$1" || printf "a: [\\n" >> "$1"')
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('given up') as string })
    expect(textOf(secrets)).toBe(before)
  })
  test.each([
    ['without a change', 'true', 0],
    ['that fails', 'sed -i s/hunter2/x/ "$1"; exit 7', 3],
    ['that is killed', 'kill -9 $$', 3],
  ])('an editor %s changes nothing', async (_what, script, code) => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    expect((await edit(secrets, script)).code).toBe(code)
    expect(textOf(secrets)).toBe(before)
  })
  test('is opened again where the editor failed after it had written, and nothing is lost', async () => {
    const secrets = await withSecret()
    const count = join(scratch(), 'count')
    const script = `echo >> '${count}'; if [ "$(wc -l < '${count}')" = 1 ]; then echo 'late: l4te-canary' >> "$1"; exit 1; fi; grep -q l4te-canary "$1" && echo 'later: true' >> "$1"`
    const { code, stderr } = await edit(secrets, script)
    expect(stderr).toContain('the editor ended with 1, so that nothing was written\nthe editor is opened again with what you wrote')
    expect(code).toBe(0)
    expect(await secrets.ok(['get', DB, '/late'], { key: alice })).toBe('l4te-canary\n')
    expect(await secrets.ok(['get', DB, '/later'], { key: alice })).toBe('true\n')
  })
  test('gives up with the editor where it wrote nothing more', async () => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    const { code, stderr } = await edit(secrets, 'echo "late: l4te-canary" > "$1"; exit 1')
    expect([code, stderr.match(/opened again/g)?.length]).toEqual([3, 1])
    expect(textOf(secrets)).toBe(before)
  })
  test('says what it would do', async () => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    const folder = programs({ editor: 'sed -i s/hunter2/hunter3/ "$1"' })
    const variables = { EDITOR: `'${join(folder, 'editor')}'`, XDG_RUNTIME_DIR: runtime() }
    const { code, stdout, stderr } = await secrets.run(['edit', DB, '--dry-run'], { key: alice, variables })
    expect([code, stdout, stderr]).toEqual([0, '', `would encrypt ${DB}; nothing was written\n`])
    expect(textOf(secrets)).toBe(before)
  })
  test('an editor that there is not', async () => {
    const secrets = await withSecret()
    const ran = await secrets.run(['edit', DB], { key: alice, variables: { VISUAL: '/no/editor', XDG_RUNTIME_DIR: runtime() } })
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('could not be started') as string })
  })
  test('of a file that changed meanwhile is kept beside it, encrypted', async () => {
    const secrets = await withSecret()
    const other = join(secrets.repo.root, DB)
    const ran = await edit(secrets, `sed -i s/hunter2/hunter3/ "$1"; printf '\\n' >> '${other}'`)
    expect(ran).toMatchObject({ code: 3, stderr: expect.stringContaining('db.sops.edited.yaml') as string })
    const kept = DB.replace('.yaml', '.edited.yaml')
    expect(await secrets.ok(['get', kept, '/password'], { key: alice })).toBe('hunter3-canary\n')
  })
  test('makes a file', async () => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), 'environments/dev/services/a.yaml': 'a: 1\n' })
    const path = 'environments/dev/services/a.sops.yaml'
    expect(await edit(secrets, 'echo "a: b-canary" > "$1"', path)).toMatchObject({ code: 0 })
    expect(await secrets.ok(['get', path, '/a'], { key: alice })).toBe('b-canary\n')
  })
  test.each(['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)('ended by %s leaves nothing in clear', async (signal) => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    const folder = runtime()
    const editor = programs({ editor: 'exec sleep 30' })
    const child = startAs(alice, ['secrets', 'edit', DB], { directory: secrets.repo.root, variables: { EDITOR: join(editor, 'editor'), XDG_RUNTIME_DIR: folder } })
    const ended = new Promise((resolve) => child.on('exit', (_code, by) => resolve(by)))
    while (!readdirSync(folder).some((entry) => existsSync(join(folder, entry, 'db.sops.yaml')))) await new Promise((resolve) => setTimeout(resolve, 20))
    await new Promise((resolve) => setTimeout(resolve, 300))
    child.kill(signal)
    expect(await ended).toBe(signal)
    expect(readdirSync(folder)).toEqual([])
    expect(textOf(secrets)).toBe(before)
  })
  test('what a killed run left is wiped by the next one', async () => {
    const secrets = await withSecret()
    const folder = runtime()
    const editor = programs({ editor: 'exec sleep 30', quick: 'true' })
    const child = startAs(alice, ['secrets', 'edit', DB], { directory: secrets.repo.root, variables: { EDITOR: join(editor, 'editor'), XDG_RUNTIME_DIR: folder } })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    while (!readdirSync(folder).some((entry) => existsSync(join(folder, entry, 'db.sops.yaml')))) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill('SIGKILL')
    await ended
    expect(readdirSync(folder)).toHaveLength(1)
    await secrets.ok(['edit', DB], { key: alice, variables: { EDITOR: join(editor, 'quick'), XDG_RUNTIME_DIR: folder } })
    expect(readdirSync(folder)).toEqual([])
  })
})
