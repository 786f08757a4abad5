import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const { CAIRN_TOOLS: named, XDG_CACHE_HOME: cache = join(homedir(), '.cache') } = process.env
const folder = named ?? join(cache, 'cairn-tools')

/** Where `scripts/install-sops.sh` has put a program; `undefined` where it has not. */
export function toolOf(name: string): string | undefined {
  const path = join(folder, name)
  return existsSync(path) ? path : undefined
}

/** What a test says that is skipped. */
export const MISSING = `the real sops is not in ${folder}: scripts/install-sops.sh installs it`

/** Runs a program to its end; rejects with what it wrote to stderr. Nothing of the machine's own configuration is used. */
export function runTool(path: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd?: string): Promise<Buffer> {
  const clean = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...env }
  return new Promise((resolve, reject) => {
    execFile(path, [...args], { env: clean, encoding: 'buffer', maxBuffer: 1 << 28, ...(cwd === undefined ? {} : { cwd }) }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(new Error(`${args.join(' ')}: ${stderr.toString()}`))
    })
  })
}

/** Does pieces of work, two at a time. */
export async function byTwo<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all([worker(), worker()])
}
