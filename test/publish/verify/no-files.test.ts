import { execFileSync, spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../../scripts/root.ts'
import { World } from './world.ts'

/** In a process of its own, which is ended: what waits for a pipe or reads a device never ends. */
function run(world: World, ...args: readonly string[]): { readonly code: number | null; readonly text: string } {
  const all = [join(ROOT, 'src/cli/main.ts'), '-C', world.repo.root, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8', timeout: 20_000, killSignal: 'SIGKILL' })
  return { code: status, text: stdout + stderr }
}

const pipe = (path: string): void => { execFileSync('mkfifo', [path]) }
const device = (path: string): void => { symlinkSync('/dev/zero', path) }

test.runIf(process.platform !== 'win32').each([
  ['a pipe', 'manifest.json', pipe, 'verify/bad-manifest', 'and no publication wrote it'],
  ['a link to a device', 'manifest.json', device, 'verify/bad-manifest', 'and no publication wrote it'],
  ['a pipe', 'chain.jsonl', pipe, 'verify/broken-chain', 'chain.jsonl is there, and is not as Cairn writes it'],
  ['a link to a device', 'chain.jsonl', device, 'verify/broken-chain', 'chain.jsonl is there, and is not as Cairn writes it'],
])('%s in the place of %s is refused, and nobody waits for it', async (_title, file, put, found, said) => {
  const world = new World()
  await world.publish()
  world.folder.remove(file)
  put(world.folder.at(file))
  expect(run(world, 'verify', 'dir:out')).toMatchObject({ code: 1, text: expect.stringContaining(`${file} error ${found}`) as unknown })
  expect(run(world, 'publish', '--to', 'dir:out')).toMatchObject({ code: 1, text: expect.stringContaining(said) as unknown })
})

test.runIf(process.platform !== 'win32')('nor for one in the place of the note of a newer commit', async () => {
  const world = new World()
  await world.publish()
  world.repo.write({ 'README.md': '' })
  world.repo.commit()
  await world.publish()
  const advance = join(world.repo.root, 'out/versions/00000002/advance.json')
  execFileSync('rm', [advance])
  pipe(advance)
  for (const args of [['verify', 'dir:out'], ['publish', '--to', 'dir:out']]) {
    expect(run(world, ...args)).toMatchObject({ code: 3, text: expect.stringContaining('advance.json is not as Cairn writes it') as unknown })
  }
})
