import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Files by path; a Buffer where the bytes matter. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** A real Git repository in a temporary folder, removed when the test ends. */
export function repository(files: Files): TestRepository {
  const root = mkdtempSync(join(tmpdir(), 'cairn-test-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const repo = new TestRepository(root)
  repo.git('init', '-q', '-b', 'main')
  repo.write(files)
  return repo
}

export class TestRepository {
  readonly root: string
  constructor(root: string) {
    this.root = root
  }

  write(files: Files): void {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.root, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true, force: true })
  }

  /** Commits everything and returns the commit. */
  commit(message = 'change'): string {
    this.git('add', '-A')
    this.git('commit', '-q', '--allow-empty', '-m', message)
    return this.git('rev-parse', 'HEAD').trim()
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', ['-C', this.root, ...IDENTITY, ...args], { encoding: 'utf8', stdio: 'pipe' })
  }
}

const IDENTITY = ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', '-c', 'commit.gpgsign=false']
