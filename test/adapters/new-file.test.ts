import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createFile } from '../../src/adapters/create-file.ts'
import { writeKeyFile } from '../../src/adapters/key-file.ts'

const source = (path: string): string => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href)
const made = (): string => mkdtempSync(join(tmpdir(), 'cairn-new-'))
/** What every write of content does in a process that is killed then: the file is open by now. */
const KILLED = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
fs.writeFileSync = (file, _content, { flag = 'w', mode } = {}) => {
  if (typeof file !== 'number') fs.openSync(file, flag, mode)
  process.kill(process.pid, 'SIGKILL')
}
syncBuiltinESMExports()
`
const IDENTITY = `{ recipient: 'age1x', reveal: () => 'AGE-SECRET-KEY-1X' }`

describe('a new file is written in one step', () => {
  test.each([
    ['of a command', (folder: string) => `(await import(${source('adapters/create-file.ts')})).createFile(${JSON.stringify(folder)}, 'new', 'text')`],
    ['of keys', (folder: string) => `(await import(${source('adapters/key-file.ts')})).writeKeyFile(${JSON.stringify(join(folder, 'new'))}, ${IDENTITY}, { now: '', add: false })`],
  ])('%s: killed while it writes, there is none', (_what, call) => {
    const folder = made()
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', `${KILLED}; ${call(folder)}`], { encoding: 'utf8' })
    expect(ran.signal, ran.stderr).toBe('SIGKILL')
    expect(existsSync(join(folder, 'new'))).toBe(false)
  })
  test('with its permissions, and nothing stays beside it', () => {
    const folder = made()
    createFile(folder, 'a/new', 'text')
    writeKeyFile(join(folder, 'keys.txt'), { recipient: 'age1x', reveal: () => 'AGE-SECRET-KEY-1X' } as never, { now: '', add: false })
    expect(readdirSync(folder).sort()).toEqual(['a', 'keys.txt'])
    expect(readdirSync(join(folder, 'a'))).toEqual(['new'])
    expect(statSync(join(folder, 'keys.txt')).mode & 0o777).toBe(0o600)
    writeFileSync(join(folder, 'other'), '')
    expect(statSync(join(folder, 'a/new')).mode).toBe(statSync(join(folder, 'other')).mode)
  })
  test('and never in the place of one that is there', () => {
    const folder = made()
    writeFileSync(join(folder, 'new'), 'old')
    expect(() => { createFile(folder, 'new', 'text') }).toThrow('exists already')
    expect(readFileSync(join(folder, 'new'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['new'])
  })
})
