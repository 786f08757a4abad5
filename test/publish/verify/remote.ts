import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { cairn } from '../../helpers/cli.ts'
import { World } from './world.ts'

/** A repository with a bare one as its `origin`, in the same folder. */
export function withRemote(files: Readonly<Record<string, string>> = {}): World {
  const world = new World(files)
  world.repo.git('init', '-q', '--bare', join(world.repo.root, 'out.git'))
  world.repo.git('remote', 'add', 'origin', join(world.repo.root, 'out.git'))
  world.repo.git('push', '-q', 'origin', 'main')
  return world
}

/** A `cairn.yaml` with targets. */
export const settings = (targets: string): Readonly<Record<string, string>> => ({ 'cairn.yaml': `publish:\n  targets: ${targets}\n` })

/** Puts a commit with other files on a branch, as another publisher or a forger would. */
export function pushTo(world: World, branch: string, change: (folder: string) => void): void {
  const folder = join(world.repo.root, 'out-clone')
  rmSync(folder, { recursive: true, force: true })
  world.repo.git('clone', '-q', '-b', branch, join(world.repo.root, 'out.git'), folder)
  change(folder)
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', folder, '-c', 'user.name=Other', '-c', 'user.email=other@example.invalid', ...args], { stdio: 'pipe' })
  git('add', '-A')
  git('commit', '-q', '-m', 'other')
  git('push', '-q')
}

/** Publishes to the targets of `cairn.yaml`; what it printed. */
export async function expectPublished(world: World): Promise<string> {
  const ran = await cairn(['publish'], { directory: world.repo.root })
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  return ran.stdout
}
