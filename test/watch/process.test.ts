import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { repository, type Files } from '../helpers/repository.ts'
import { filesOf, temporaryFolder } from './fresh.ts'
import { Watch } from './process.ts'

const START: Files = {
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/dev/environment.yaml': 'inherits: base\n',
  'environments/base/services/a.yaml': 'port: 1\n',
  'environments/base/services/b.yaml': 'port: ${cairn:services/a#/port}\n',
  'environments/base/services/c.yaml': 'port: 3\n',
  '.gitignore': 'ignored/\n',
  'ignored/x.yaml': 'a: 1\n',
}
const A = 'environments/base/services/a.yaml'

test('a change goes to the folder, and nothing else is evaluated again; Ctrl-C ends with 0', async () => {
  const repo = repository(START)
  repo.commit()
  const to = join(temporaryFolder(), 'out')
  const watch = new Watch(repo.root, ['--to', to])
  expect(await watch.next()).toMatchObject({ round: 1, evaluated: 3, files: { written: ['dev/services/a.yaml', 'dev/services/b.yaml', 'dev/services/c.yaml'] } })
  repo.write({ [A]: 'port: 2\n' })
  expect(await watch.next()).toMatchObject({
    changed: [{ path: A, change: 'changed' }], evaluated: 2, files: { written: ['dev/services/a.yaml', 'dev/services/b.yaml'], removed: [] },
  })
  expect(filesOf(to).get('dev/services/b.yaml')).toContain('port: 2')
  // As editors do it: written aside in several steps, and renamed.
  const beside = join(repo.root, `${A}.swp`)
  for (const text of ['', 'port: ', 'port: 4\n']) {
    writeFileSync(beside, text)
    await setTimeout(5)
  }
  renameSync(beside, join(repo.root, A))
  await watch.next(({ files }) => files?.written.includes('dev/services/b.yaml') === true)
  expect(filesOf(to).get('dev/services/b.yaml')).toContain('port: 4')
  repo.write({ [A]: 'port: [\n' })
  expect(await watch.next()).toMatchObject({ new: [{ rule: 'parse/syntax' }], files: { state: 'blocked' } })
  expect(filesOf(to).get('dev/services/b.yaml')).toContain('port: 4')
  repo.remove(A)
  repo.write({ 'environments/base/services/b.yaml': 'port: 5\n' })
  await watch.next(({ files }) => files?.removed.includes('dev/services/a.yaml') === true)
  expect([...filesOf(to).keys()]).toEqual(['dev/services/b.yaml', 'dev/services/c.yaml'])
  watch.child.kill('SIGINT')
  expect(await watch.ended).toBe(0)
  expect(watch.stderr).toBe('')
}, 60_000)

test('folders that come are watched; what Git ignores, its own files and our folder give no rounds', async () => {
  const repo = repository({ ...START, 'cairn.yaml': 'presence: inherited\n' })
  repo.commit()
  const to = join(repo.root, 'out')
  const watch = new Watch(repo.root, ['--to', to])
  await watch.next()
  expect(repo.git('status', '--short')).toBe('')
  mkdirSync(join(repo.root, 'environments/test/services'), { recursive: true })
  repo.write({ 'environments/test/environment.yaml': 'inherits: base\n', 'environments/test/services/a.yaml': 'port: 8\n' })
  await watch.next(({ files }) => files?.written.includes('test/services/a.yaml') === true)
  await setTimeout(300)
  repo.write({ 'environments/test/services/a.yaml': 'port: 9\n' })
  await watch.next(({ files }) => files?.written.includes('test/services/a.yaml') === true)
  await setTimeout(700)
  watch.lines.length = 0
  repo.write({ 'ignored/x.yaml': 'a: 2\n', 'node_modules/p/a.yaml': 'a: 1\n', 'ignored/deep/y.yaml': 'a: 1\n' })
  repo.git('tag', 'one')
  await setTimeout(700)
  expect(watch.lines.filter(({ changed }) => changed.some(({ path }) => !path.startsWith('node_modules/')))).toEqual([])
  // What is tracked is watched, wherever it is.
  repo.git('add', '-f', 'ignored/x.yaml')
  await watch.next(({ changed }) => changed.some(({ path }) => path === 'ignored/x.yaml'))
  watch.child.kill('SIGTERM')
  expect(await watch.ended).toBe(0)
}, 60_000)

test('a checkout of 1,000 files is one round', async () => {
  const repo = repository(START)
  repo.commit()
  repo.git('checkout', '-q', '-b', 'other')
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`environments/base/stores/s${i}.yaml`, `n: ${i}\n`]))
  repo.write(many)
  repo.commit()
  repo.git('checkout', '-q', 'main')
  const watch = new Watch(repo.root)
  await watch.next()
  await setTimeout(500)
  repo.git('checkout', '-q', 'other')
  expect((await watch.next()).changed).toHaveLength(1000)
  repo.git('checkout', '-q', 'main')
  expect((await watch.next()).changed).toHaveLength(1000)
}, 60_000)

test('a folder that others use is refused, and so are links in it', async () => {
  const repo = repository(START)
  const foreign = temporaryFolder()
  writeFileSync(join(foreign, 'mine.txt'), 'mine\n')
  const refused = new Watch(repo.root, ['--to', foreign])
  expect(await refused.ended).toBe(2)
  expect(refused.stderr).toContain('mine.txt')
  expect(readdirSync(foreign)).toEqual(['mine.txt'])
  const unknown = new Watch(repo.root, ['--environment', 'devv'])
  expect(await unknown.ended).toBe(2)
  expect(unknown.stderr).toContain('did you mean dev?')
}, 60_000)

const FEW = ['unshare', '-Ur', 'sh', '-c', 'echo 3 > /proc/sys/user/max_inotify_watches && exec "$@"', 'sh']
const canLimit = spawnSync(FEW[0] as string, [...FEW.slice(1), 'true']).status === 0

test.runIf(canLimit)('where the system has no more handles that is told, and it is looked every second', async () => {
  const repo = repository(START)
  repo.commit()
  const watch = new Watch(repo.root, [], FEW)
  await watch.next()
  const { message, hint } = await watch.next(({ event }) => event === 'trouble')
  expect(message).toContain('watches no more folders')
  expect(hint).toContain('sysctl fs.inotify.max_user_watches')
  repo.write({ [A]: 'port: 2\n' })
  expect(await watch.next()).toMatchObject({ event: 'round', changed: [{ path: A }] })
  watch.child.kill('SIGINT')
  expect(await watch.ended).toBe(0)
}, 60_000)

test('where nothing tells of changes it is looked every second', async () => {
  const repo = repository(START)
  repo.commit()
  const watch = new Watch(repo.root, ['--poll'])
  await watch.next()
  repo.write({ [A]: 'port: 2\n' })
  expect(await watch.next()).toMatchObject({ event: 'round', changed: [{ path: A }] })
  watch.child.kill('SIGINT')
  expect(await watch.ended).toBe(0)
}, 60_000)

test('nobody who reads ends the watch', async () => {
  const repo = repository(START)
  const watch = new Watch(repo.root)
  await watch.next()
  watch.child.stdout?.destroy()
  repo.write({ [A]: 'port: 2\n' })
  expect(await watch.ended).toBe(0)
}, 60_000)

test('a second watch on a folder is refused as long as the first one is there, and not any more when it was killed', async () => {
  const repo = repository(START)
  const to = join(temporaryFolder(), 'out')
  const first = new Watch(repo.root, ['--to', to])
  await first.next()
  const second = new Watch(repo.root, ['--to', to])
  expect(await second.ended).toBe(3)
  expect(second.stderr).toMatch(/held by process [0-9]+ on .*\n.*if no other cairn watch writes to .*, remove that file/)
  repo.write({ [A]: 'port: 2\n' })
  await first.next(({ files }) => files?.written.includes('dev/services/a.yaml') === true)
  first.child.kill('SIGKILL')
  await first.ended
  const third = new Watch(repo.root, ['--to', to])
  expect(await third.next()).toMatchObject({ files: { state: 'written', written: [] } })
  third.child.kill('SIGINT')
  expect(await third.ended).toBe(0)
  expect(readdirSync(join(to, '.cairn-watch'))).toEqual(['files.json'])
}, 60_000)
