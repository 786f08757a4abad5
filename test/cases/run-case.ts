import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cairn } from '../helpers/cli.ts'

/**
 * One golden case is a folder: `commands` (a `cairn` command line each), `repo/` (committed as the base), and where
 * there is one `change/` (copied over it; `removed` lists paths to delete) left uncommitted. `expected` is what the
 * commands print, one after the other; `npm run goldens` writes it.
 */
export async function runCase(folder: string): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'cairn-case-'))
  try {
    prepare(folder, root)
    let text = ''
    for (const line of readFileSync(join(folder, 'commands'), 'utf8').split('\n').filter((one) => one !== '')) {
      const { code, stdout, stderr } = await cairn(line.split(' '), { directory: root })
      text += `$ cairn ${line}\n${stdout}${stderr === '' ? '' : `[standard error]\n${stderr}`}[exit ${code}]\n\n`
    }
    return text
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function prepare(folder: string, root: string): void {
  cpSync(join(folder, 'repo'), root, { recursive: true })
  git(root, 'init', '-q', '-b', 'main')
  git(root, 'add', '-A')
  git(root, 'commit', '-q', '-m', 'base')
  if (existsSync(join(folder, 'removed'))) {
    for (const path of readFileSync(join(folder, 'removed'), 'utf8').split('\n').filter((one) => one !== '')) {
      rmSync(join(root, path), { recursive: true })
    }
  }
  if (existsSync(join(folder, 'change'))) cpSync(join(folder, 'change'), root, { recursive: true })
}

/** Everything that makes a commit's id is fixed, so that goldens can hold it. */
const FIXED = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.invalid',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.invalid',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}

function git(root: string, ...args: readonly string[]): void {
  execFileSync('git', ['-C', root, ...args], { env: { ...process.env, ...FIXED }, stdio: 'pipe' })
}
