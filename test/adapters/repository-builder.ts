import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A Git repository in a temporary folder, independent of the configuration of the machine. */
export interface TestRepository {
  readonly root: string
  readonly git: (...args: string[]) => string
  /** Writes a file and the folders above it. */
  readonly write: (path: string, content?: string | Buffer) => void
  /** Commits everything; returns the commit's object id. */
  readonly commit: (message?: string) => string
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cairn-test-')))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

interface RepositoryOptions {
  /** Where it is made; a temporary folder otherwise. */
  readonly root?: string
  readonly objectFormat?: 'sha1' | 'sha256'
}

export function createRepository(options: RepositoryOptions = {}): TestRepository {
  const root = options.root ?? temporaryFolder()
  mkdirSync(root, { recursive: true })
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', root, ...args], { env: ISOLATED, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  git('init', '--quiet', '--initial-branch=main', `--object-format=${options.objectFormat ?? 'sha1'}`)
  return {
    root,
    git,
    write: (path, content = `${path}\n`) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    },
    commit: (message = 'change') => {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', `--message=${message}`)
      return git('rev-parse', 'HEAD').trim()
    },
  }
}

const ISOLATED = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
}
