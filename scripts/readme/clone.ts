import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Clone {
  readonly folder: string
  /** Holds the command `cairn`: what the clone has in `dist/`. */
  readonly bin: string
  readonly remove: () => void
}

/** A clone of this project in a temporary folder, with what its working tree has changed on top. */
export function cloneOf(root: string): Clone {
  const parent = mkdtempSync(join(tmpdir(), 'cairn-clone-'))
  const [folder, bin] = [join(parent, 'cairn'), join(parent, 'bin')]
  execFileSync('git', ['clone', '--quiet', root, folder])
  const list = (...args: string[]) =>
    execFileSync('git', ['-C', root, 'ls-files', '-z', ...args], { encoding: 'utf8' }).split('\0').filter(Boolean)
  const deleted = new Set(list('--deleted'))
  for (const path of list('--modified', '--others', '--exclude-standard')) {
    rmSync(join(folder, path), { recursive: true, force: true })
    if (!deleted.has(path)) cpSync(join(root, path), join(folder, path), { recursive: true, verbatimSymlinks: true })
  }
  mkdirSync(bin)
  symlinkSync(join(folder, 'dist', 'cli.js'), join(bin, 'cairn'))
  return { folder, bin, remove: () => rmSync(parent, { recursive: true, force: true }) }
}
