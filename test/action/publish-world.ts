import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { serveGit, type GitServer } from '../helpers/git-server.ts'
import { repository, type Files, type TestRepository } from '../helpers/repository.ts'
import { checkout, CONFIG } from './checkouts.ts'
import { runStep, type Ran, type Step } from './runner.ts'

export const TOKEN = 'ghs_theTokenOfThisJob0123456789abcdef'

/** A repository that publishes each push to a branch. */
export const PUBLISHING: Files = { ...CONFIG, 'cairn.yaml': 'publish:\n  targets: [branch:deploy]\n' }

/** A repository on a server, and the job that publishes it. */
export class PublishWorld {
  readonly origin: TestRepository
  readonly server: GitServer
  /** The bare repository behind the server. */
  readonly bare: string
  readonly #action: string

  constructor(parts: { readonly origin: TestRepository; readonly server: GitServer; readonly bare: string; readonly action: string }) {
    this.origin = parts.origin
    this.server = parts.server
    this.bare = parts.bare
    this.#action = parts.action
  }

  /** Where the server has the repository, as actions/checkout writes it. */
  get url(): string {
    return `${this.server.url}/example/config`
  }

  /** Commits files, pushes them, and checks out as actions/checkout does, without a credential. */
  push(files: Files, { ref = 'refs/heads/main', depth = 0 } = {}): { readonly workspace: string; readonly sha: string } {
    this.origin.write(files)
    const sha = this.origin.commit('change')
    return { sha, workspace: this.checkout(sha, { ref, depth }) }
  }

  checkout(sha: string, { ref = 'refs/heads/main', depth = 0 } = {}): string {
    this.origin.git('update-ref', 'refs/checked/out', sha)
    this.origin.git('push', '-q', '--force', this.bare, `${sha}:${ref}`)
    const workspace = checkout(this.origin, 'refs/checked/out', depth)
    execFileSync('git', ['-C', workspace, 'remote', 'set-url', 'origin', this.url])
    return workspace
  }

  run(step: Pick<Step, 'workspace' | 'sha'> & Partial<Step> & { readonly part?: string }): Promise<Ran> {
    const { part = 'publish', env, ...rest } = step
    return runStep({
      action: join(this.#action, part),
      event: 'push',
      token: TOKEN,
      payload: { repository: { default_branch: 'main' } },
      ...rest,
      env: {
        GITHUB_SERVER_URL: this.server.url,
        GITHUB_REF: 'refs/heads/main',
        GITHUB_ACTOR: 'octocat',
        GITHUB_RUN_ID: '4711',
        GITHUB_WORKFLOW_REF: 'example/config/.github/workflows/publish.yml@refs/heads/main',
        ...env,
      },
    })
  }

  /** Files of a branch on the server; none where there is no such branch. */
  published(branch = 'deploy'): readonly string[] {
    if (!this.git('branch', '--list', branch).includes(branch)) return []
    return this.git('ls-tree', '-r', '--name-only', branch).split('\n').filter(Boolean)
  }

  read(path: string, branch = 'deploy'): string {
    return this.git('show', `${branch}:${path}`)
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', ['-C', this.bare, ...args], { encoding: 'utf8', stdio: 'pipe' })
  }
}

/** @param action the built action */
export async function publishWorld(action: string, files: Files = PUBLISHING): Promise<PublishWorld> {
  const folder = temporaryFolder()
  const bare = join(folder, 'example', 'config')
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', bare])
  return new PublishWorld({ origin: repository(files), server: await serveGit(folder, TOKEN), bare, action })
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-publish-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Programs that write down how they are started, before they start the real ones. */
export interface Watched {
  readonly env: Readonly<Record<string, string>>
  /** The arguments of each start. */
  readonly seen: () => string
  /** The environments, a variable in a line. */
  readonly environments: () => string
  /** The access rights of the files that `ssh-keygen -f` was given, and of their folders: `600 700`. */
  readonly rights: () => readonly string[]
}

/** Also what those programs start in turn, as far as Git tells of it. A shell's own `env` drops names with a dash. */
export function watched(): Watched {
  const folder = temporaryFolder()
  const log = join(folder, 'log')
  const rights = join(folder, 'rights')
  const environments = join(folder, 'environments')
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(log, '')
  writeFileSync(rights, '')
  for (const program of ['git', 'ssh-keygen']) {
    const real = execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim()
    const look = `prev=; for one in "$@"; do if [ "$prev" = -f ]; then stat -c %a "$one" "$(dirname "$one")" | tr '\\n' ' ' >> '${rights}'; echo >> '${rights}'; fi; prev=$one; done\n`
    const note = `printf '%s\\n' "$*" >> '${log}'\ntr '\\0' '\\n' < /proc/$$/environ >> '${environments}'\n${program === 'git' ? '' : look}`
    writeFileSync(join(bin, program), `#!/bin/sh\n${note}exec '${real}' "$@"\n`)
    chmodSync(join(bin, program), 0o755)
  }
  return {
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, GIT_TRACE: log },
    seen: () => readFileSync(log, 'utf8'),
    environments: () => readFileSync(environments, 'utf8'),
    rights: () => readFileSync(rights, 'utf8').split('\n').map((line) => line.trim()).filter(Boolean),
  }
}
