import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GitError, simpleGit, type SimpleGit } from 'simple-git'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import type { Remote } from './remote.ts'
import { isAbandoned, unfinishedName } from './unfinished.ts'

const FOLDER = 'cairn-publish'

/** What Git said where it refused; looked at for what it means, never shown. */
export class Refusal extends Error {}

/**
 * An empty bare repository of its own, in which commits for a remote are made: no working tree, no configuration of the
 * checkout, nothing left behind in it.
 */
export class Scratch {
  readonly #folder: string
  readonly #remote: Remote
  #network: SimpleGit | undefined
  #ids: 'sha1' | 'sha256' = 'sha1'

  constructor(remote: Remote) {
    this.#remote = remote
    clearAbandoned()
    this.#folder = join(tmpdir(), unfinishedName(FOLDER))
    this.#create()
  }

  #create(): void {
    try {
      mkdirSync(this.#folder, { mode: 0o700 })
    } catch {
      throw new Failure('broken', say`no folder can be made in ${name(tmpdir())}`, HINT)
    }
    this.run(['init', '--quiet', '--bare', '--template=', `--object-format=${this.#ids}`, this.#folder])
  }

  /** Begins again, empty, with object ids of the other kind: what the remote has is known only once it refuses. */
  useOtherIds(): void {
    this.close()
    this.#ids = this.#ids === 'sha1' ? 'sha256' : 'sha1'
    this.#network = undefined
    this.#create()
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Runs Git on what is here; talks to nobody. */
  run(args: readonly string[], input?: Buffer): Buffer {
    const result = spawnSync('git', ['--no-pager', ...args], {
      cwd: this.#folder,
      env: { ...this.#remote.variables, GIT_DIR: this.#folder },
      input: input ?? '',
      maxBuffer: Infinity,
      windowsHide: true,
    })
    if (result.error === undefined && result.status === 0) return result.stdout
    throw new Failure('broken', say`git ${name(args[0] ?? '')} failed in a repository made for publishing in ${name(tmpdir())}`, HINT)
  }

  /**
   * Runs `ls-remote`, `fetch` or `push` with the remote.
   *
   * @param options what stands before the remote
   * @param refs what stands after it
   * @throws Refusal where the other side refuses
   */
  async talk(command: 'ls-remote' | 'fetch' | 'push', options: readonly string[], refs: readonly string[]): Promise<string> {
    try {
      return await this.#git().raw([command, ...options, this.#remote.name, ...refs])
    } catch (error) {
      throw error instanceof GitError ? new Refusal(error.message) : error
    }
  }

  /** The library lets no variable through that it is not told of; these bring the token to Git, and stay with it. */
  #git(): SimpleGit {
    const variables = { ...this.#remote.variables, GIT_DIR: this.#folder } as Record<string, string>
    return (this.#network ??= simpleGit({
      baseDir: this.#folder,
      allowEnvironment: Object.keys(variables),
      unsafe: {
        allowUnsafeConfigEnvCount: true, allowUnsafeConfigPaths: true, allowUnsafeSshCommand: true,
        allowUnsafeAskPass: true, allowUnsafeCredentialHelper: true,
        allowUnsafeUrlRewrite: true, allowUnsafeProtocolOverride: true,
      },
    }).env(variables))
  }
}

const HINT = say`see that there is room, and that this user may write there, or name another folder with TMPDIR; nothing was changed at the target`

/** Takes away what runs of this user that were killed have left; what resists is nobody's concern here. */
function clearAbandoned(): void {
  for (const entry of entriesOf(tmpdir())) {
    if (!entry.startsWith(`${FOLDER}-`)) continue
    const folder = join(tmpdir(), entry)
    try {
      const { uid, mtimeMs } = lstatSync(folder)
      if (uid === process.getuid?.() && isAbandoned(entry, mtimeMs)) rmSync(folder, { recursive: true, force: true })
    } catch {
      // Somebody else takes the same away, or it is not this user's after all: the others are looked at all the same.
    }
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
