import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import type { Failpoint } from '../../../src/adapters/targets/failpoint.ts'
import type { Outcomes, Request } from './publisher.ts'

const HERE = dirname(fileURLToPath(import.meta.url))

/**
 * Bundles the publisher from the sources as they are, so that a process of it starts in a tenth of a second, and on
 * older versions of Node.js, too.
 *
 * @returns the file to run
 */
export async function bundlePublisher(folder: string): Promise<string> {
  const build = await rolldown({
    cwd: join(HERE, '..', '..', '..'),
    input: { publisher: join(HERE, 'publisher.ts') },
    platform: 'node',
    tsconfig: false,
    resolve: { symlinks: false },
    transform: { target: 'node20.19', define: { CAIRN_VERSION: '"0.0.0"' } },
    onLog: () => {},
  })
  await build.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' })
  await build.close()
  return join(folder, 'publisher.mjs')
}

export interface Running {
  readonly variables?: NodeJS.ProcessEnv
  readonly failpoint?: Failpoint
  /** Kills the process after so many milliseconds. */
  readonly killAfter?: number
  /** Another Node.js than this one. */
  readonly node?: string
  readonly umask?: string
}

export interface Ran extends Outcomes {
  readonly killed: boolean
  readonly stderr: string
  readonly milliseconds: number
}

/** Publishes in a process of its own. */
export async function runPublisher(program: string, request: Request, running: Running = {}): Promise<Ran> {
  const { variables = {}, failpoint, killAfter, node = process.execPath, umask } = running
  const start = performance.now()
  const env = { ...ISOLATED, ...variables, ...(failpoint !== undefined && { CAIRN_FAILPOINT: failpoint }) }
  const args = [program, JSON.stringify(request)]
  const child = umask === undefined
    ? spawn(node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('/bin/sh', ['-c', `umask ${umask}; exec "$0" "$@"`, node, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  const killed = await new Promise<boolean>((resolve) => child.on('close', (_, signal) => resolve(signal === 'SIGKILL')))
  clearTimeout(timer)
  const milliseconds = performance.now() - start
  const { stdout, stderr } = output
  if (killed) return { did: [], said: [], findings: [], killed, stderr, milliseconds }
  if (!stdout.startsWith('{')) throw new Error(`the publisher broke down: ${stderr}`)
  return { ...(JSON.parse(stdout) as Outcomes), killed, stderr, milliseconds }
}

const ISOLATED: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}
