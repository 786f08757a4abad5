import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ROOT } from '../../scripts/root.ts'

const source = (path: string): string => JSON.stringify(join(ROOT, 'src', path))

/** In a process of its own, since what is wrong there never ends. */
it.runIf(existsSync('/proc/self')).each([
  ['a new file', `(await import(${source('adapters/create-file.ts')})).createFile('/proc/cairn', 'a/b', '')`],
  ['an edited one', `(await import(${source('adapters/edit-file.ts')})).replaceText('/proc', 'cairn/b', { before: undefined, after: '' })`],
  ['a key', `(await import(${source('adapters/key-file.ts')})).writeKeyFile('/proc/cairn/key', { recipient: '', reveal: () => '' }, { now: '', add: false })`],
  ['what watch renders', `await (await import(${source('adapters/watch/rendered-folder.ts')})).claimFolder('/proc/cairn', () => true)`],
])('%s where no folder can be made ends at once, and says so', (_, code) => {
  const text = `try { ${code} } catch (error) { console.log(error.said ?? error) }`
  const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8', timeout: 20_000, killSignal: 'SIGKILL' })
  expect([signal, stdout]).toEqual([null, expect.stringMatching(/cannot be written/)])
})

it('a folder for a key is for nobody else, at every depth', async () => {
  const { makeFolders } = await import('../../src/adapters/make-folders.ts')
  const folder = mkdtempSync(join(tmpdir(), 'cairn-folders-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  makeFolders(join(folder, 'a/b'), 0o700)
  expect(['a', 'a/b'].map((path) => statSync(join(folder, path)).mode & 0o777)).toEqual([0o700, 0o700])
})
