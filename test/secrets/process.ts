import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Identity } from '../../src/adapters/age/identity.ts'
import { as } from './world.ts'

export const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')

/** A folder with programs: `cairn` as it is started from a shell, and scripts that play an editor. */
export function programs(scripts: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-programs-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries({ cairn: `exec "${process.execPath}" "${MAIN}" "$@"`, ...scripts })) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The folders in which programs are found, but for those that have a `cairn`: one may be installed where tests run. */
function pathWithoutCairn(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.filter((folder) => !existsSync(join(folder, 'cairn'))).join(delimiter)
}

/**
 * Runs Git, or another program, as somebody with a key or without one.
 *
 * @param how.path a folder in which programs are looked for first; `cairn` is looked for there alone
 */
export function runAs(key: Identity | undefined, [program = '', ...args]: readonly string[], how: { directory: string; path: string }): Promise<Ended> {
  const identity = ['GIT_AUTHOR', 'GIT_COMMITTER'].flatMap((who) => [[`${who}_NAME`, 'Test'], [`${who}_EMAIL`, 'test@example.invalid']])
  const env = { ...as(key), ...Object.fromEntries(identity) as Record<string, string>, PATH: `${how.path}${delimiter}${pathWithoutCairn()}` }
  return new Promise((resolve) => {
    execFile(program, args, { cwd: how.directory, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr })
    })
  })
}

/** Starts a command of Cairn and leaves it running. */
export function startAs(key: Identity, args: readonly string[], how: { directory: string; variables: Readonly<Record<string, string>> }): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], { cwd: how.directory, env: as(key, how.variables), stdio: 'ignore' })
}
