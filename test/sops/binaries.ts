import { execFile } from 'node:child_process'

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
