import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

export type Git = (...args: readonly string[]) => string

/** Git in a folder, independent of the configuration of the machine. */
export function gitIn(folder: string): Git {
  return (...args) =>
    execFileSync('git', ['-C', folder, ...args], { env: ISOLATED, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

/** A configuration repository with two environments. */
export interface Source {
  readonly root: string
  readonly git: Git
  readonly write: (path: string, content: string) => void
  readonly commit: (message?: string) => string
  /** Commits a port of production's database; `services/db.yaml` of it is `port: <port>` then. */
  readonly port: (port: number) => string
}

export function createSource(root: string, ids = 'sha1'): Source {
  mkdirSync(root, { recursive: true })
  const git = gitIn(root)
  git('init', '--quiet', '--initial-branch=main', `--object-format=${ids}`)
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  const commit = (message = 'change'): string => {
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', `--message=${message}`)
    return git('rev-parse', 'HEAD')
  }
  write('environments/production/services/web.yaml', 'port: 80\n')
  write('environments/staging/services/db.yaml', 'port: 5432\n')
  return {
    root, git, write, commit,
    port: (port) => {
      write('environments/production/services/db.yaml', `port: ${port}\n`)
      return commit(`port ${port}`)
    },
  }
}

/** A bare repository to publish to. */
export function createRemote(folder: string, ids = 'sha1'): Git {
  mkdirSync(folder, { recursive: true })
  const git = gitIn(folder)
  git('init', '--quiet', '--bare', '--initial-branch=main', `--object-format=${ids}`)
  return git
}

export type Contents = ReadonlyMap<string, Buffer>

/** All files below a folder by path. */
export function contentsOf(folder: string): Contents {
  const files = new Map<string, Buffer>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    files.set(relative(folder, file), readFileSync(file))
  }
  return files
}

/** The files of an archive, as tar unpacks them. */
export function contentsOfArchive(file: string): Contents {
  return inFolder((folder) => execFileSync('tar', ['-xzf', file, '-C', folder]))
}

/** The files of a commit of a remote. */
export function contentsOfCommit(remote: string, commit: string): Contents {
  return inFolder((folder) => {
    execFileSync('sh', ['-c', 'git --git-dir "$0" archive --format=tar "$1" | tar -xf - -C "$2"', remote, commit, folder], { env: ISOLATED })
  })
}

function inFolder(fill: (folder: string) => void): Contents {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'))
  try {
    fill(folder)
    return contentsOf(folder)
  } finally {
    rmSync(folder, { recursive: true })
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
