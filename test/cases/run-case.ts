import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cairn } from '../helpers/cli.ts'
import { fixedGit } from './fixed-git.ts'

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
  fixedGit(root, 'init', '-q', '-b', 'main')
  fixedGit(root, 'add', '-A')
  fixedGit(root, 'commit', '-q', '-m', 'base')
  if (existsSync(join(folder, 'removed'))) {
    for (const path of readFileSync(join(folder, 'removed'), 'utf8').split('\n').filter((one) => one !== '')) {
      rmSync(join(root, path), { recursive: true })
    }
  }
  if (existsSync(join(folder, 'change'))) cpSync(join(folder, 'change'), root, { recursive: true })
}
